import { nearestOf, OWN_FINDINGS, type OwnFinding, type ResolvedConfig } from '../../config/index.js';
import type { LintMessage, Severity, SuppressedMessage } from '../../model/finding.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { JudgedFile } from '../judge/judge-file.js';
import type { LoadedFile } from '../load/loaded-file.js';
import type { Directive, LaterDirectives } from '../result/directive.js';
import { locationOf, severityNumber } from '../result/lint-result.js';
import { directivesIn, isExpired, type Misspelt } from './directives.js';
import { Disabled } from './disabled.js';

/** Options that say how a run treats directives. */
export interface DirectiveOptions {
  /** False to disable directives and settings in comments and front matter. */
  readonly inlineConfig: boolean;
  /** The severity of unused directives, which overrides the configured one. */
  readonly reportUnused?: Severity | 'off' | undefined;
  /** The date of the run, in the form `2026-12-31`. */
  readonly today: string;
}

/** Messages, separated into those that are reported and those that a directive suppresses. */
export interface DividedMessages {
  readonly messages: readonly LintMessage[];
  readonly suppressed: readonly SuppressedMessage[];
  /** The directives that cannot be settled before the library is judged. Undefined if there are none. */
  readonly later: LaterDirectives | undefined;
}

/** Suppresses the messages that directives disable, and adds messages about the directives themselves. */
export function applyDirectives(
  { file, absolute, comments }: LoadedFile,
  config: ResolvedConfig,
  { drafts, digests }: Pick<JudgedFile, 'drafts' | 'digests'>,
  options: DirectiveOptions,
): DividedMessages {
  const { directives, misspelt } = directivesIn(options.inlineConfig ? comments : [], file);
  const messages: LintMessage[] = [];
  const suppressed: SuppressedMessage[] = [];
  const later: [number, LintMessage][] = [];
  const disabled = directives.length > 0 ? new Disabled(directives, options.today) : undefined;
  const used = new Set<Directive>();
  for (const { message, offset } of drafts) {
    const { ruleId } = message;
    const directive = ruleId === null ? undefined : disabled?.at(ruleId, offset, message.line);
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
    const digested = new Set(digests.map(({ rule }) => rule));
    for (const [index, directive] of directives.entries()) {
      const found = faultsOf(directive, unused(directive), report);
      const isOpen = mayDisable(directive, digested, options.today);
      for (const message of found)
        if (isOpen && message.ruleId === 'unused-directive') later.push([index, message]);
        else messages.push(message);
    }
    messages.push(...misspelt.flatMap((one) => report('unused-directive', misspeltInWords(one), one.span)));
  }
  const isLater = directives.length > 0 && digests.length > 0;
  return { messages, suppressed, later: isLater ? { directives, unused: later } : undefined };
}

/** Returns true if a directive may still disable a finding of one of these rules. */
function mayDisable(directive: Directive, rules: ReadonlySet<string>, today: string): boolean {
  if (directive.kind === 'enable' || isExpired(directive, today)) return false;
  return directive.rules.length === 0 ? rules.size > 0 : directive.rules.some((rule) => rules.has(rule));
}

type Report = (ruleId: OwnFinding, message: string, span: Span) => LintMessage[];

/** Returns a function that creates messages about directives, except for rules that are off. */
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
  return `Unused directive: no findings from ${about}`;
}
