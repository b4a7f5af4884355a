import type { LintMessage, LintResult } from '../model/finding.js';
import type { ReplyRecord } from '../model/reply-record.js';
import { filesIn, type ReportedFile } from './files.js';
import { jsonItems, jsonText } from './json-text.js';
import { inPieces, showingReplies } from './reporter.js';

// ESLint's JSON format: an array of results on one line. Each file has a single result, even if its findings arrive in
// parts.
const inJson = inPieces(function* (results) {
  let before = '';
  yield '[';
  for (const file of filesIn(results)) {
    yield before;
    yield* resultOf(file);
    before = ',';
  }
  yield ']\n';
});

/** Results as JSON, including the records of all replies. */
export const json = showingReplies(inJson);

/** Yields a file as one result. Its parts are read again for each list, because memory may not hold all their items. */
function* resultOf(file: ReportedFile): Generator<string> {
  const { filePath, messages: _, suppressedMessages: __, replies, ...counts } = file.sum;
  const [first] = file.parts();
  if (first === file.sum) {
    yield jsonText(file.sum);
    return;
  }
  yield `{"filePath":${jsonText(filePath)},"messages":[`;
  yield* itemsIn(file, ({ messages }) => messages);
  yield '],"suppressedMessages":[';
  yield* itemsIn(file, ({ suppressedMessages }) => suppressedMessages);
  yield `],${jsonText(counts).slice(1, -1)}`;
  if (replies) {
    yield ',"replies":[';
    yield* itemsIn(file, ({ replies = [] }) => replies);
    yield ']';
  }
  yield '}';
}

/** Yields the items of one list of a file, separated by commas. */
function* itemsIn(
  { parts }: ReportedFile,
  listOf: (result: LintResult) => readonly (LintMessage | ReplyRecord)[],
): Generator<string> {
  yield* jsonItems(itemsOf());

  function* itemsOf() {
    for (const part of parts()) yield* listOf(part);
  }
}
