import { addCounts, type Counts } from '../lint/result/long-result.js';
import type { LintMessage, LintResult } from '../model/finding.js';
import { jsonText } from './json-text.js';
import { inPieces } from './reporter.js';

/** ESLint's JSON: one array of results, on one line; one a file, also where they come in several. */
export const json = inPieces(function* (results) {
  const files = filesIn(results);
  let left = 0;
  let suppressed: string[] = [];
  let before = '[';
  for (const result of results) {
    const { filePath, messages, suppressedMessages } = result;
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
    suppressed.push(itemsOf(suppressedMessages));
    left -= 1;
    if (left > 0) continue;
    const others = suppressed.filter((text) => text !== '').join(',');
    yield `],"suppressedMessages":[${others}],${jsonText(counts).slice(1)}`;
    suppressed = [];
    before = ',';
  }
  yield `${before === '[' ? '[' : ''}]\n`;
});

/** For each file, in how many results it comes, and what they say in sum. */
function filesIn(results: Iterable<LintResult>): Map<string, { readonly count: number; readonly counts: Counts }> {
  const files = new Map<string, { readonly count: number; readonly counts: Counts }>();
  for (const { filePath, messages: _, suppressedMessages: __, ...counts } of results) {
    const { count, counts: sum } = files.get(filePath) ?? { count: 0, counts: undefined };
    files.set(filePath, { count: count + 1, counts: sum ? addCounts(sum, counts) : counts });
  }
  return files;
}

/** A list's items, without its brackets. */
function itemsOf(messages: readonly LintMessage[]): string {
  return jsonText(messages).slice(1, -1);
}
