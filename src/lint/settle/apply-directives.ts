import { nearestOf, OWN_FINDINGS, type OwnFinding, type ResolvedConfig } from '../../config/index.js';
import type { LintMessage, Severity, SuppressedMessage } from '../../model/finding.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { Draft } from '../judge/judge-reply.js';
import type { LoadedFile } from '../load/loaded-file.js';
import { locationOf, severityNumber } from '../result/lint-result.js';
import { type Directive, directivesIn, isExpired, type Misspelt } from './directives.js';
import { Disabled } from './disabled.js';

/** How a run treats directives. */
export interface DirectiveOptions {
  /** False to disable directives and settings in comments and front matter. */
  readonly inlineConfig: boolean;
  /** The severity of unused directives, in place of the configured one. */
  readonly reportUnused?: Severity | 'off' | undefined;
  /** As `2026-12-31`. */
  readonly today: string;
}

/** Messages, divided by whether a directive suppresses them. */
export interface DividedMessages {
  readonly messages: readonly LintMessage[];
  readonly suppressed: readonly SuppressedMessage[];
}

/** Suppresses the messages that directives switch off, and adds messages about the directives themselves. */
export function applyDirectives(
  { file, absolute, comments }: LoadedFile,
  config: ResolvedConfig,
  drafts: readonly Draft[],
  options: DirectiveOptions,
): DividedMessages {
  const { directives, misspelt } = directivesIn(options.inlineConfig ? comments : []);
  const messages: LintMessage[] = [];
  const suppressed: SuppressedMessage[] = [];
  const disabled = directives.length > 0 ? new Disabled(directives, file, options.today) : undefined;
  const used = new Set<Directive>();
  for (const { message, offset } of drafts) {
    const { ruleId } = message;
    const directive = ruleId === null ? undefined : disabled?.at(ruleId, offset);
    if (directive) {
      used.add(directive);
      suppressed.push({ ...message, suppressions: [{ kind: 'directive', justification: directive.reason }] });
    } else messages.push(message);
  }
  if (directives.length + misspelt.length > 0) {
    const { ownFindings } = config.settingsFor(absolute, { reply: { id: '', title: undefined, declared: {} } });
    const levels = { ...ownFindings, ...(options.reportUnused && { 'unused-directive': options.reportUnused }) };
    const unused = (directive: Directive) =>
      used.has(directive) ? undefined : reasonUnused(directive, config, options.today);
    const report = reportFrom(levels, file);
    messages.push(...directives.flatMap((directive) => faultsOf(directive, unused(directive), report)));
    messages.push(...misspelt.flatMap((one) => report('unused-directive', misspeltInWords(one), one.span)));
  }
  return { messages, suppressed };
}

type Report = (ruleId: OwnFinding, message: string, span: Span) => LintMessage[];

/** Makes messages about directives: none of what is off. */
function reportFrom(levels: Readonly<Record<OwnFinding, Severity | 'off'>>, file: SourceFile): Report {
  return (ruleId, message, span) => {
    const level = levels[ruleId];
    if (level === 'off') return [];
    return [{ ruleId, severity: severityNumber(level), message, ...locationOf(file, span), segment: 'hygiene' }];
  };
}

function faultsOf({ kind, reason, span }: Directive, unused: string | undefined, report: Report): LintMessage[] {
  if (kind === 'enable') return [];
  const noReason = 'Missing reason in directive: add one after “--”';
  return [
    ...(unused === undefined ? [] : report('unused-directive', unused, span)),
    ...(reason === '' ? report('require-disable-reason', noReason, span) : []),
  ];
}

function misspeltInWords({ written, meant }: Misspelt): string {
  const hint =
    meant === undefined ? '; use a directive such as “replylint-disable-next-line”' : `; did you mean “${meant}”?`;
  return `“${written}” is not a directive and has no effect${hint}`;
}

function reasonUnused(directive: Directive, { rules }: ResolvedConfig, today: string): string {
  const known = new Set<string>([...rules.map(({ id }) => id), ...Object.keys(OWN_FINDINGS)]);
  const unknown = directive.rules.filter((rule) => !known.has(rule));
  if (unknown.length > 0) {
    const named = unknown.map((rule) => `“${rule}”`).join(', ');
    const meant = unknown.map((rule) => nearestOf(rule, [...known])).find((name) => name !== undefined);
    return `Unknown rule in directive: ${named}${meant === undefined ? '' : `. Did you mean “${meant}”?`}`;
  }
  if (isExpired(directive, today)) return `The directive expired on ${directive.until}`;
  const about = directive.rules.length > 0 ? directive.rules.join(', ') : 'any rule';
  return `Unused directive: no finding of ${about}`;
}
