import { LongResult } from '../lint/result/long-result.js';
import type { Results } from '../lint/result/results.js';
import type { LintMessage, LintResult } from '../model/finding.js';

/** The results of a run, in memory or read on demand. May be iterated more than once. */
export type Reported = readonly LintResult[] | Results;

/** A file in a report. */
export interface ReportedFile {
  /** The counts of the file. Its messages are in its parts. */
  readonly sum: LintResult;
  /** Yields the results of the file, one after the other, starting over with each call. There is at least one. */
  parts(): Iterable<LintResult>;
}

/** Yields the files of a report in order. */
export function* filesIn(results: Reported): Generator<ReportedFile> {
  for (const result of 'all' in results ? results.all : results)
    yield result instanceof LongResult
      ? { sum: result.sum, parts: () => result.passages() }
      : { sum: result, parts: () => [result] };
}

/** Returns the counts of the files of a report, in order. The messages of a long file are not included. */
export function sumsOf(results: Reported): readonly LintResult[] {
  return Array.from(filesIn(results), ({ sum }) => sum);
}

/** Yields the messages of a file, each with the part that contains it. */
export function* messagesIn(
  { parts }: ReportedFile,
  listOf = ({ messages }: LintResult): readonly LintMessage[] => messages,
): Generator<{ readonly message: LintMessage; readonly part: LintResult }> {
  for (const part of parts()) for (const message of listOf(part)) yield { message, part };
}

/** Yields the texts as they come, joined to pieces that are worth a write of their own. */
export function* joined(texts: Iterable<string>): Generator<string> {
  let held: string[] = [];
  let length = 0;
  for (const text of texts) {
    held.push(text);
    length += text.length;
    if (length < LONG) continue;
    yield held.join('');
    held = [];
    length = 0;
  }
  if (held.length > 0) yield held.join('');
}

/** Length of a piece in UTF-16 units. */
const LONG = 32 * 1024;
