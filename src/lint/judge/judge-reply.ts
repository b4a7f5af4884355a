import type { ResolvedConfig } from '../../config/index.js';
import type { LintMessage, ReplySummary } from '../../model/finding.js';
import type { Rendering } from '../../model/rendering.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Rule } from '../../rule/rule.js';
import { digestReply } from '../digests/digest-reply.js';
import type { FileDigests } from '../digests/file-digests.js';
import type { LoadedFile } from '../load/loaded-file.js';
import type { ComposeOutcome, LoadedReply } from '../load/loaded-reply.js';
import type { Applied } from '../result/applied.js';
import type { Fingerprints } from '../result/fingerprints.js';
import { locationOf, severityNumber, uncheckedMessage } from '../result/lint-result.js';
import { faultInWords, type RuleFault } from '../result/rule-fault.js';
import { textHashOf } from '../result/text-hash.js';
import type { Edit } from './edit.js';
import { type PlacedFinding, type RulesRun, runRules } from './run-rules.js';
import { isOfSnippet } from './snippet-findings.js';
import { saysTheSame, settleTwin } from './twin.js';

/** A message before directives are applied. */
export interface Draft {
  readonly message: LintMessage;
  /** The offset of the message's start in the file. */
  readonly offset: number;
  readonly edit?: Edit;
  /** The reason in words why its fix cannot be written. */
  readonly refused?: string;
  /** True if the configuration names the rule of the message. Absent if only a preset enables it. */
  readonly isNamed?: true;
}

/** A reply with the result of composing it. */
export type ComposedReply = LoadedReply & ComposeOutcome;

/** What judging the replies of one file shares. */
export interface JudgeContext {
  readonly config: ResolvedConfig;
  /** The date of the run, in the form `2026-12-31`. */
  readonly today: string;
  readonly fingerprints: Fingerprints;
  /** For each rule with a convention, the replies that it has applied to so far. */
  readonly applied: Map<Rule, Applied>;
  readonly digests: FileDigests;
  /** True if the run has no other reply. */
  readonly isAlone: boolean;
}

/** The result of judging a reply. */
export interface JudgedReply {
  readonly drafts: readonly Draft[];
  /** The rules that applied to the reply. */
  readonly applied: readonly Rule[];
}

/**
 * Runs the rules that apply to internal notes on a note. Notes are not used for anything else, because customers never
 * receive them.
 */
export function judgeNote(
  loaded: LoadedFile,
  note: LoadedReply,
  { config, today, fingerprints }: JudgeContext,
): Draft[] {
  const { file, absolute } = loaded;
  const settings = config.settingsFor(absolute, { reply: note.reply, form: 'internal' });
  if (!settings.rules.some(({ rule }) => rule.appliesTo.forms?.includes('internal'))) return [];
  const { findings } = runRules(note.compose().composition?.renderings ?? [], () => settings, today);
  return findings.map((finding) => ({ offset: finding.span.start, message: messageOf(file, finding, fingerprints) }));
}

/** Runs the rules on a reply. */
export function judgeReply(loaded: LoadedFile, reply: ComposedReply, context: JudgeContext): JudgedReply {
  const { file, absolute } = loaded;
  const { composition, notChecked } = reply;
  if (!composition) {
    const span = reply.reply.map.spanOf({ start: 0, end: 0 });
    const message = { ...uncheckedMessage(`${notChecked}`), ...locationOf(file, span) };
    return { drafts: [{ offset: span.start, message }], applied: [] };
  }
  const { config, today, fingerprints, applied, isAlone } = context;
  const drafts = [...templateProblems(loaded, reply, context)];
  const settingsOf = ({ form, intent, locale }: Rendering) =>
    config.settingsFor(absolute, { reply: reply.reply, form, intent, locale });
  const ran = runRules(composition.renderings, settingsOf, today, loaded.context.stats);
  const { findings: own, applied: rules } = ran;
  const digesting = { file, summaryOf, isAlone, stats: loaded.context.stats };
  const faults = digestReply(ran.forLibrary, digesting, context.digests);
  for (const fault of [...ran.faults, ...faults]) drafts.push(faultDraft(file, fault));
  countConventions(applied, ran, reply.reply.id);
  for (const finding of withTwin(own, reply, (twin) => runRules(twin, settingsOf, today).findings)) {
    if (isOfSnippet(finding, reply.included, today)) continue;
    drafts.push({
      offset: finding.span.start,
      message: messageOf(file, finding, fingerprints),
      ...(finding.edit && { edit: finding.edit }),
      ...(finding.refused !== undefined && { refused: finding.refused }),
      ...(finding.isNamed && { isNamed: true as const }),
    });
  }
  return { drafts, applied: rules };
}

function countConventions(
  applied: Map<Rule, Applied>,
  { applied: rules, unsaid, unjudged, findings }: RulesRun,
  id: string,
) {
  for (const rule of rules) {
    if (rule.convention === undefined || unjudged.has(rule)) continue;
    const before = applied.get(rule);
    const own = findings.find((finding) => finding.rule === rule)?.commonFrom;
    const commonFrom = before?.commonFrom ?? own;
    const others = own === commonFrom || own === undefined ? before?.others : { ...before?.others, [id]: own };
    const replies = (before?.replies ?? 0) + 1;
    const count = { replies, unsaid: (before?.unsaid ?? 0) + (unsaid.has(rule) ? 1 : 0) };
    // If there are other percentages, the first one is known.
    if (commonFrom === undefined) applied.set(rule, count);
    else applied.set(rule, others ? { ...count, commonFrom, others } : { ...count, commonFrom });
  }
}

/** Returns a message that says what a failed rule leaves unchecked. */
function faultDraft(file: SourceFile, fault: RuleFault): Draft {
  const { rendering } = fault;
  const span = rendering.reply.map.spanOf({ start: 0, end: 0 });
  const message = { ...uncheckedMessage(faultInWords(fault)), ...locationOf(file, span), reply: summaryOf(rendering) };
  return { offset: span.start, message };
}

/**
 * Combines the findings of a reply with those of its plain-text copy, which is judged if it differs or if it must be
 * fixed, too.
 */
function withTwin(
  findings: readonly PlacedFinding[],
  { twin, composition }: ComposedReply,
  judge: (renderings: readonly Rendering[]) => readonly PlacedFinding[],
): readonly PlacedFinding[] {
  const renderings = composition?.renderings ?? [];
  const isFixed = findings.some(({ edit }) => edit !== undefined);
  if (!twin || (!isFixed && saysTheSame(twin.reply.body, renderings))) return findings;
  return settleTwin(findings, judge(twin.compose().composition?.renderings ?? []), renderings);
}

/** Yields the faults in the template tags of a reply. */
function* templateProblems(
  { file, absolute }: LoadedFile,
  { reply, composition }: ComposedReply,
  { config, fingerprints }: JudgeContext,
): Generator<Draft> {
  const [first] = composition?.renderings ?? [];
  if (!composition || !first || composition.problems.length === 0) return;
  const { form, intent, locale } = first;
  const level = config.settingsFor(absolute, { reply, form, intent, locale }).ownFindings['template-syntax'];
  if (!level || level === 'off') return;
  for (const { span, message } of composition.problems)
    yield {
      offset: span.start,
      message: {
        ruleId: 'template-syntax',
        severity: severityNumber(level),
        message,
        ...locationOf(file, span),
        segment: 'hygiene',
        reply: summaryOf(first),
        words: file.slice(span),
        fingerprint: fingerprints.of('template-syntax', reply.id, file.slice(span)),
      },
    };
}

function messageOf(file: SourceFile, finding: PlacedFinding, fingerprints: Fingerprints): LintMessage {
  const { rule, severity, span, words, message, suggestions, edit, when, rendering } = finding;
  return {
    ruleId: rule.id,
    severity: severityNumber(severity),
    message,
    ...locationOf(file, span),
    ...(edit && { fix: { range: [edit.inFile.span.start, edit.inFile.span.end], text: edit.inFile.text } }),
    ...(suggestions.length > 0 && { suggestions: suggestions.map((desc) => ({ desc })) }),
    reply: summaryOf(rendering),
    segment: rule.segment,
    ...(when !== undefined && { when }),
    words,
    fingerprint: fingerprints.of(rule.id, rendering.reply.id, words),
  };
}

/** Returns the summary of a reply that messages contain. */
export function summaryOf({ reply, form, intent, locale }: Rendering): ReplySummary {
  const { id, title, pointer } = reply;
  return { id, ...(title !== undefined && { title }), pointer, form, intent, locale, textHash: textHashOf(reply) };
}
