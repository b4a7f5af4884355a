import { detached } from '../model/detached.js';
import type { KeptLine, LintMessage, LintResult } from '../model/finding.js';
import type { Beginning, SourceFile } from '../model/source-file.js';
import { NotText } from '../read/index.js';
import { NONE_TOUCHED } from './changes/touched.js';
import { fixLong, fixPassage, shownChanges, withMovedFixes } from './fix/fix-long.js';
import type { LongStep } from './load/step.js';
import type { RunOptions } from './options.js';
import type { FixedText, OutcomeBuilder } from './outcome.js';
import type { AppliedRules } from './result/applied.js';
import type { FileRecord } from './result/file-record.js';
import { KeptLines } from './result/kept-lines.js';
import { uncheckedResult } from './result/lint-result.js';
import { LongResultBuilder } from './result/long-result.js';
import { lintFile } from './settle/lint-file.js';
import { recordOf } from './settle/record.js';

/** What is kept from a passage after it was linted. */
interface PassageOutcome {
  readonly record: FileRecord;
  readonly applied: AppliedRules;
  /** The lines with findings, if reports show them. */
  readonly lines: readonly KeptLine[];
  readonly fixed: readonly Omit<FixedText, 'absolute'>[];
}

/**
 * Lints a file passage by passage. If the run applies fixes, they are written first.
 * @returns the number of replies that its argument led to; undefined if the file hasn’t changed
 */
export async function lintLong(step: LongStep, run: RunOptions, outcome: OutcomeBuilder): Promise<number | undefined> {
  const { changes, cache, shown, debug } = run;
  const { absolute, adapter, text } = step.long;
  if (cache) outcome.notice(`${shown(absolute)}: not cached: files this large are read in parts on every run`);
  if (changes && changes.of(absolute) === undefined) {
    await lintUnchanged(step, run, outcome);
    return undefined;
  }
  const { config } = step;
  const library = config.pathOf(absolute);
  const result = new LongResultBuilder(absolute, run.keepsReplies, outcome.spool);
  const lines = new KeptLines(outcome.spool);
  const problems: string[] = [];
  const debugLines = new Set<string>();
  let replyCount = 0;
  let lintedCount = 0;
  try {
    const fixed = await applyFixes(step, run);
    if (fixed.failure !== undefined) problems.push(fixed.failure);
    for await (const passage of passagesOf(fixed.step, run)) {
      const { record, applied } = passage;
      outcome.addToLibrary(library, withoutSource(record.result), applied);
      outcome.addDigests(record.library, { absolute, config, touched: 'all' }, linesOf(fixed.step, run));
      outcome.addRecord(record);
      for (const fix of passage.fixed) outcome.addFixed({ ...fix, absolute });
      for (const line of record.debugLines.slice(1)) debugLines.add(line);
      result.add(record.result);
      replyCount += record.replyCount;
      lintedCount += record.replyIds.length;
      lines.add(passage.lines);
      await run.progress?.({ files: 0, replies: record.replyCount });
    }
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    result.add(uncheckedResult(absolute, error.message));
  }
  for (const problem of problems) outcome.fail(`${shown(absolute)}: ${problem}`);
  if (result.result.sum.fatalErrorCount > 0) outcome.fail();
  debug(`${text.path}: ${adapter}, replies: ${lintedCount}`);
  for (const line of debugLines) debug(line);
  return outcome.addLong(result.result, replyCount, lines);
}

/** Returns a function that reads the lines of messages that result from judging the whole library. */
function linesOf({ long: { text } }: LongStep, { showsLines }: RunOptions) {
  if (!showsLines) return {};
  const lines = (messages: readonly LintMessage[]) => [...linesIn(text.passages(), messages)];
  return { lines };
}

function* linesIn(passages: Iterable<SourceFile>, messages: readonly LintMessage[]): Generator<KeptLine> {
  try {
    for (const { text, from } of passages) yield* linesWith(messages, text, from);
  } catch (error) {
    // If the file has changed since it was linted, that is reported, or left to the next run.
    if (!(error instanceof NotText)) throw error;
  }
}

/** Lints an unchanged file only to determine what the replies of its folder have in common. */
async function lintUnchanged(step: LongStep, run: RunOptions, outcome: OutcomeBuilder): Promise<void> {
  const library = step.config.pathOf(step.long.absolute);
  let replyCount = 0;
  try {
    for await (const { record, applied } of passagesOf(step, {
      ...run,
      fix: 'no',
      showsLines: false,
      keepsReplies: false,
    })) {
      outcome.addToLibrary(library, withoutSource(record.result), applied);
      outcome.addDigests(
        record.library,
        { absolute: step.long.absolute, config: step.config, touched: NONE_TOUCHED },
        linesOf(step, run),
      );
      replyCount += record.replyCount;
    }
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    outcome.fail();
  }
  if (replyCount > 0) outcome.addLinted(step.long.absolute);
}

/**
 * Writes the fixes of a file.
 * @returns the resulting file, and the reason in words if the fixes could not be written
 */
async function applyFixes(
  step: LongStep,
  run: RunOptions,
): Promise<{ readonly step: LongStep; readonly failure?: string | undefined }> {
  if (run.fix !== 'apply') return { step };
  const failure = await fixLong(step.long, step.config, run);
  return { step: failure === undefined ? { ...step, long: await step.long.reopen() } : step, failure };
}

async function* passagesOf(
  { long, config }: Pick<LongStep, 'long' | 'config'>,
  run: RunOptions,
): AsyncGenerator<PassageOutcome> {
  let shift = 0;
  for await (const passage of long.passages()) {
    const settled = lintFile(passage, config, run);
    // Fixes to apply have already been written, whereas fixes to try are computed here.
    const fixed = run.fix === 'try' ? await fixPassage(passage, config, run, settled) : settled;
    const { output, ...result } = fixed.result;
    const { text, from } = passage.file;
    const start = { ...from, offset: from.offset + shift };
    yield {
      record: recordOf(passage, { ...fixed, result: withMovedFixes(result, shift) }),
      applied: settled.applied,
      lines: run.showsLines && result.source !== undefined ? linesWith(result.messages, result.source, start) : [],
      fixed: output === undefined ? [] : shownChanges(passage.file, output),
    };
    shift += (output ?? text).length - text.length;
  }
}

/** Returns the lines of a text that have messages. */
function linesWith(messages: readonly LintMessage[], text: string, { offset, line }: Beginning): KeptLine[] {
  const numbers = new Set(messages.map((message) => message.line));
  const lines: KeptLine[] = [];
  let start = 0;
  let number = line;
  if (messages.length === 0) return lines;
  for (const match of text.matchAll(/\r\n|\n|\r|$/g)) {
    if (numbers.has(number))
      lines.push({ line: number, offset: offset + start, text: detached(text.slice(start, match.index)) });
    start = match.index + match[0].length;
    number += 1;
  }
  return lines;
}

/** Returns a result without its text, in which the lines of a passage are not those of the file. */
function withoutSource({ source: _, ...result }: LintResult): LintResult {
  return result;
}
