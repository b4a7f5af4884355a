import { OWN_FINDINGS, type OwnFinding, type ResolvedConfig } from '../../config/index.js';
import type { LintMessage, Severity, SuppressedMessage } from '../../model/finding.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Draft } from '../judge/judge-reply.js';
import type { LoadedFile } from '../load/loaded-file.js';
import { locationOf, severityNumber } from '../result/lint-result.js';
import { type Directive, directivesIn, disabling, isExpired } from './directives.js';

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
  { file, absolute, content }: LoadedFile,
  config: ResolvedConfig,
  drafts: readonly Draft[],
  options: DirectiveOptions,
): DividedMessages {
  const texts = content.replies.map(({ map, body }) => map.spanOf({ start: 0, end: body.length }));
  const directives = options.inlineConfig ? directivesIn(file, texts) : [];
  const messages: LintMessage[] = [];
  const suppressed: SuppressedMessage[] = [];
  const used = new Set<Directive>();
  for (const { message, offset } of drafts) {
    const { ruleId } = message;
    const directive = ruleId === null ? undefined : disabling(directives, file, { ruleId, offset }, options.today);
    if (directive) {
      used.add(directive);
      suppressed.push({ ...message, suppressions: [{ kind: 'directive', justification: directive.reason }] });
    } else messages.push(message);
  }
  if (directives.length > 0) {
    const { ownFindings } = config.settingsFor(absolute, { reply: { id: '', title: undefined, declared: {} } });
    const levels = { ...ownFindings, ...(options.reportUnused && { 'unused-directive': options.reportUnused }) };
    const unused = (directive: Directive) =>
      used.has(directive) ? undefined : reasonUnused(directive, config, options.today);
    messages.push(...directives.flatMap((directive) => faultsOf(directive, unused(directive), levels, file)));
  }
  return { messages, suppressed };
}

function faultsOf(
  { kind, reason, span }: Directive,
  unused: string | undefined,
  levels: Readonly<Record<OwnFinding, Severity | 'off'>>,
  file: SourceFile,
): LintMessage[] {
  if (kind === 'enable') return [];
  const fault = (ruleId: OwnFinding, message: string): LintMessage[] => {
    const level = levels[ruleId];
    if (level === 'off') return [];
    return [{ ruleId, severity: severityNumber(level), message, ...locationOf(file, span), segment: 'hygiene' }];
  };
  return [
    ...(unused === undefined ? [] : fault('unused-directive', unused)),
    ...(reason === '' ? fault('require-disable-reason', 'The directive gives no reason: add one after “--”') : []),
  ];
}

function reasonUnused(directive: Directive, { rules }: ResolvedConfig, today: string): string {
  const known = new Set<string>([...rules.map(({ id }) => id), ...Object.keys(OWN_FINDINGS)]);
  const unknown = directive.rules.filter((rule) => !known.has(rule));
  if (unknown.length > 0)
    return `The directive names ${unknown.map((rule) => `“${rule}”`).join(', ')}, which is no rule`;
  if (isExpired(directive, today)) return `The directive held until ${directive.until}`;
  const about = directive.rules.length > 0 ? directive.rules.join(', ') : 'any rule';
  return `The directive switches nothing off: there is no finding of ${about} here`;
}
