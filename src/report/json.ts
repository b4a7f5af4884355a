import { addCounts, type Counts } from '../lint/result/long-result.js';
import type { LintMessage, LintResult } from '../model/finding.js';
import type { ReplyRecord } from '../model/reply-record.js';
import { jsonText } from './json-text.js';
import { inPieces, showingReplies } from './reporter.js';

// ESLint's JSON format: an array of results on one line. Each file has a single result, even if its findings arrive in
// parts.
const inJson = inPieces(function* (results) {
  const files = filesIn(results);
  let left = 0;
  let before = '[';
  for (const result of results) {
    const { filePath, messages } = result;
    const { count, counts } = files.get(filePath) ?? { count: 1, counts: {} };
    if (count === 1) {
      yield `${before}${jsonText(result)}`;
      before = ',';
      continue;
    }
    if (left === 0) {
      yield `${before}{"filePath":${jsonText(filePath)},"messages":[`;
      left = count;
      before = '';
    }
    const items = itemsOf(messages);
    if (items !== '') {
      yield `${before}${items}`;
      before = ',';
    }
    left -= 1;
    if (left > 0) continue;
    yield '],"suppressedMessages":[';
    yield* itemsIn(results, filePath, ({ suppressedMessages }) => suppressedMessages);
    yield `],${jsonText(counts).slice(1, -1)}`;
    if (result.replies) {
      yield ',"replies":[';
      yield* itemsIn(results, filePath, ({ replies = [] }) => replies);
      yield ']';
    }
    yield '}';
    before = ',';
  }
  yield `${before === '[' ? '[' : ''}]\n`;
});

/** Results as JSON, including the records of all replies. */
export const json = showingReplies(inJson);

/**
 * Yields the items of one list of a file whose results arrive in several parts. The results are read again for each
 * list, because there are too many items to keep in memory.
 */
function* itemsIn(
  results: Iterable<LintResult>,
  filePath: string,
  listOf: (result: LintResult) => readonly (LintMessage | ReplyRecord)[],
): Generator<string> {
  let before = '';
  for (const result of results) {
    const items = result.filePath === filePath ? itemsOf(listOf(result)) : '';
    if (items === '') continue;
    yield `${before}${items}`;
    before = ',';
  }
}

/** For each file, counts its results and sums up their numbers. */
function filesIn(results: Iterable<LintResult>): Map<string, { readonly count: number; readonly counts: Counts }> {
  const files = new Map<string, { readonly count: number; readonly counts: Counts }>();
  for (const { filePath, messages: _, suppressedMessages: __, replies: ___, ...counts } of results) {
    const { count, counts: sum } = files.get(filePath) ?? { count: 0, counts: undefined };
    files.set(filePath, { count: count + 1, counts: sum ? addCounts(sum, counts) : counts });
  }
  return files;
}

/** Serializes the items of a list, without the brackets. */
function itemsOf(list: readonly (LintMessage | ReplyRecord)[]): string {
  return jsonText(list).slice(1, -1);
}
