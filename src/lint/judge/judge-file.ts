import { OWN_FINDINGS, type OwnFinding, type ResolvedConfig } from '../../config/index.js';
import type { LintMessage, LintResult, ReplySummary, Severity, SuppressedMessage } from '../../model/finding.js';
import type { Rendering } from '../../model/rendering.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { Rule } from '../../rule/rule.js';
import type { ComposedFile } from '../load/loaded-file.js';
import type { Composed, IncludedPart, TakenReply } from '../load/loaded-reply.js';
import { uncoveredBy } from '../result/coverage.js';
import { Fingerprints } from '../result/fingerprints.js';
import { type Directive, directivesIn, disabling, hasExpired } from '../settle/directives.js';
import type { Edit } from './edit.js';
import { type PlacedFinding, runRules } from './run-rules.js';

/** How directives are treated in a run. */
export interface DirectiveOptions {
  /** False where comments switch nothing off. */
  readonly inline: boolean;
  /** In place of what the configuration says of unused directives. */
  readonly reportUnused?: Severity | 'off';
  /** `2026-12-31` */
  readonly today: string;
}

/** A message before its directives have been looked at; `at` is its offset in the file. */
interface Draft {
  readonly message: LintMessage;
  readonly at: number;
  readonly edit?: Edit;
  readonly refused?: string;
}

/** Runs the rules on a file's replies. */
export function lintComposed(composed: ComposedFile, config: ResolvedConfig, options: DirectiveOptions): LintResult {
  return lintWithEdits(composed, config, options).result;
}

/** A file's result, with what a run needs to know beside it. */
export interface LintedFile {
  readonly result: LintResult;
  /** For each message that has a fix: what it does to the reply's body. */
  readonly edits: ReadonlyMap<LintMessage, Edit>;
  /** For each message whose fix cannot be written: why, in words. */
  readonly refused: ReadonlyMap<LintMessage, string>;
  /** How many replies owed it to each rule that tells a baseline. */
  readonly owed: ReadonlyMap<Rule, number>;
  /** What showed when the replies were composed. */
  readonly noted: Noted;
}

/** What is known of a file's replies once they have been composed. */
export interface Noted {
  /** The language of each reply, by id, that some rules have no phrases for. */
  readonly uncovered: ReadonlyMap<string, string>;
  /** Ids of the replies with more renderings than are looked at. */
  readonly cut: ReadonlySet<string>;
  /** Ids of the replies that could not be composed. */
  readonly unread: ReadonlySet<string>;
}

/** The result, and for each message that has a fix what the fix does to the reply's body. */
export function lintWithEdits(composed: ComposedFile, config: ResolvedConfig, options: DirectiveOptions): LintedFile {
  const { file, absolute, content } = composed;
  const drafts: Draft[] = content.problems
    .filter(({ notice }) => !notice)
    .map(({ span, message, fatal }) => ({
      at: span.start,
      message: { ruleId: null, severity: 2, ...(fatal && { fatal: true as const }), message, ...placeOf(file, span) },
    }));
  const fingerprints = new Fingerprints();
  const owed = new Map<Rule, number>();
  const noted = { uncovered: new Map<string, string>(), cut: new Set<string>(), unread: new Set<string>() };
  for (const taken of composed.replies) {
    if (taken.reply.audience !== 'customer') continue;
    const made = { ...taken, ...taken.compose() };
    note(noted, made, absolute, config);
    drafts.push(...draftsOf(composed, made, config, { fingerprints, owed, today: options.today }));
  }
  const { messages, suppressed } = withDirectives(composed, config, drafts, options);
  const edits = new Map(drafts.flatMap(({ message, edit }) => (edit ? [[message, edit] as const] : [])));
  const told = new Set(messages);
  const refused = new Map(
    drafts.flatMap((draft) =>
      draft.refused !== undefined && told.has(draft.message) ? [[draft.message, draft.refused] as const] : [],
    ),
  );
  const result = { ...resultOf(absolute, sorted(messages), file.text), suppressedMessages: suppressed };
  return { result, edits, refused, owed, noted };
}

function note(
  noted: { readonly uncovered: Map<string, string>; readonly cut: Set<string>; readonly unread: Set<string> },
  { reply, composition }: Composed & TakenReply,
  absolute: string,
  config: ResolvedConfig,
): void {
  const [rendering] = composition?.renderings ?? [];
  const language = rendering && uncoveredBy(rendering, absolute, config);
  if (language !== undefined) noted.uncovered.set(reply.id, language);
  if (!composition) noted.unread.add(reply.id);
  else if (!composition.all) noted.cut.add(reply.id);
}

function* draftsOf(
  { file, absolute, selection }: ComposedFile,
  { reply, composition, notChecked, included }: Composed & TakenReply,
  config: ResolvedConfig,
  {
    fingerprints,
    owed,
    today,
  }: { readonly fingerprints: Fingerprints; readonly owed: Map<Rule, number>; readonly today: string },
): Generator<Draft> {
  if (!composition) {
    const span = reply.map.spanOf({ start: 0, end: 0 });
    const message = `Not checked: ${notChecked}`;
    yield { at: span.start, message: { ruleId: null, severity: 2, fatal: true, message, ...placeOf(file, span) } };
    return;
  }
  const settingsOf = ({ form, intent, locale }: Rendering) =>
    config.settingsFor(absolute, { reply, form, intent, locale });
  const [first] = composition.renderings;
  const level = first && settingsOf(first).ownFindings['template-syntax'];
  if (first && level && level !== 'off')
    for (const { span, message } of composition.problems)
      yield {
        at: span.start,
        message: {
          ruleId: 'template-syntax',
          severity: severityOf(level),
          message,
          ...placeOf(file, span),
          segment: 'hygiene',
          reply: summaryOf(first),
          words: file.slice(span),
          fingerprint: fingerprints.of('template-syntax', reply.id, file.slice(span)),
        },
      };
  const { findings, applied } = runRules(composition.renderings, settingsOf, today, selection.stats);
  for (const rule of applied) if (rule.tellsBaseline) owed.set(rule, (owed.get(rule) ?? 0) + 1);
  for (const finding of findings) {
    if (isOfPart(finding, included, today)) continue;
    yield {
      at: finding.span.start,
      message: messageOf(file, finding, fingerprints),
      ...(finding.edit && { edit: finding.edit }),
      ...(finding.refused !== undefined && { refused: finding.refused }),
    };
  }
}

/** True for what stands wholly in an included text and is reported there: nobody is told twice. */
function isOfPart({ span, ...finding }: PlacedFinding, included: readonly IncludedPart[], today: string): boolean {
  return included.some(
    ({ place, part }) =>
      place.start === span.start && place.end === span.end && part.reports({ span, ...finding }, today),
  );
}

function severityOf(level: Severity): 1 | 2 {
  return level === 'error' ? 2 : 1;
}

/** Takes out what directives switch off, and adds what is to be said of the directives themselves. */
function withDirectives(
  { file, absolute, content }: ComposedFile,
  config: ResolvedConfig,
  drafts: readonly Draft[],
  { inline, reportUnused, today }: DirectiveOptions,
): { messages: LintMessage[]; suppressed: SuppressedMessage[] } {
  const texts = content.replies.map(({ map, body }) => map.spanOf({ start: 0, end: body.length }));
  const directives = inline ? directivesIn(file, texts) : [];
  const messages: LintMessage[] = [];
  const suppressed: SuppressedMessage[] = [];
  const used = new Set<Directive>();
  for (const { message, at } of drafts) {
    const { ruleId } = message;
    const directive = ruleId === null ? undefined : disabling(directives, file, { ruleId, offset: at }, today);
    if (directive) {
      used.add(directive);
      suppressed.push({ ...message, suppressions: [{ kind: 'directive', justification: directive.reason }] });
    } else messages.push(message);
  }
  const { ownFindings } = config.settingsFor(absolute, { reply: { id: '', title: undefined, declared: {} } });
  const levels = { ...ownFindings, ...(reportUnused && { 'unused-directive': reportUnused }) };
  for (const directive of directives) {
    if (directive.kind === 'enable') continue;
    const say = (ruleId: OwnFinding, message: string) => {
      const level = levels[ruleId];
      if (level !== 'off')
        messages.push({
          ruleId,
          severity: severityOf(level),
          message,
          ...placeOf(file, directive.span),
          segment: 'hygiene',
        });
    };
    if (!used.has(directive)) say('unused-directive', unusedBecause(directive, config, today));
    if (directive.reason === '') say('require-disable-reason', 'The directive gives no reason: add one after “--”');
  }
  return { messages, suppressed };
}

function unusedBecause(directive: Directive, { rules }: ResolvedConfig, today: string): string {
  const known = new Set<string>([...rules.map(({ id }) => id), ...Object.keys(OWN_FINDINGS)]);
  const unknown = directive.rules.filter((rule) => !known.has(rule));
  if (unknown.length > 0)
    return `The directive names ${unknown.map((rule) => `“${rule}”`).join(', ')}, which is no rule`;
  if (hasExpired(directive, today)) return `The directive held until ${directive.until}`;
  const about = directive.rules.length > 0 ? directive.rules.join(', ') : 'any rule';
  return `The directive switches nothing off: there is no finding of ${about} here`;
}

function messageOf(file: SourceFile, finding: PlacedFinding, fingerprints: Fingerprints): LintMessage {
  const { rule, severity, span, words, message, suggestions, edit, when, rendering } = finding;
  return {
    ruleId: rule.id,
    severity: severityOf(severity),
    message,
    ...placeOf(file, span),
    ...(edit && { fix: { range: [edit.inFile.span.start, edit.inFile.span.end], text: edit.inFile.text } }),
    ...(suggestions.length > 0 && { suggestions: suggestions.map((desc) => ({ desc })) }),
    reply: summaryOf(rendering),
    segment: rule.segment,
    ...(when !== undefined && { when }),
    words,
    fingerprint: fingerprints.of(rule.id, rendering.reply.id, words),
  };
}

/** What a report says of the reply that a message is about. */
export function summaryOf({ reply, form, intent, locale }: Rendering): ReplySummary {
  const { id, title, pointer } = reply;
  return { id, ...(title !== undefined && { title }), pointer, form, intent, locale };
}

/** A span as lines and columns. */
export function placeOf(
  file: SourceFile,
  { start, end }: Span,
): Pick<LintMessage, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const from = file.placeOf(start);
  const to = file.placeOf(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** A result with its counts. */
export function resultOf(filePath: string, messages: readonly LintMessage[], source?: string): LintResult {
  const count = (test: (message: LintMessage) => boolean) => messages.filter(test).length;
  return {
    filePath,
    messages,
    suppressedMessages: [],
    errorCount: count(({ severity }) => severity === 2),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    warningCount: count(({ severity }) => severity === 1),
    fixableErrorCount: count(({ severity, fix }) => severity === 2 && fix !== undefined),
    fixableWarningCount: count(({ severity, fix }) => severity === 1 && fix !== undefined),
    ...(messages.length > 0 && source !== undefined && { source }),
  };
}

function sorted(messages: readonly LintMessage[]): LintMessage[] {
  return [...messages].sort(
    (a, b) =>
      a.line - b.line ||
      a.column - b.column ||
      (a.ruleId ?? '').localeCompare(b.ruleId ?? '', 'en') ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
