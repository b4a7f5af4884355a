import type { LintResult } from '../../model/finding.js';
import { comparePlaces, type Place } from '../../model/source-file.js';
import { resultOf } from './lint-result.js';
import { Packed } from './packed.js';
import type { Spool } from './spool.js';

/** The result of a file that was linted passage by passage. */
export class LongResult {
  readonly #passages: Packed<LintResult>;
  /** The counts of all passages, without their messages. */
  readonly sum: LintResult;

  constructor(passages: Packed<LintResult>, sum: LintResult) {
    this.#passages = passages;
    this.sum = sum;
  }

  /** Yields the results of the passages in order. There is at least one, so that the file is listed. */
  *passages(): Generator<LintResult> {
    let isEmpty = true;
    for (const passage of this.#passages) {
      yield passage;
      isEmpty = false;
    }
    if (isEmpty) yield this.sum;
  }

  map(change: (result: LintResult) => LintResult): LongResult {
    let sum = change(this.sum);
    sum = { ...sum, ...resultOf(sum.filePath, []) };
    const passages = this.#passages.map((passage) => {
      const changed = change(passage);
      sum = addCounts(sum, changed);
      return changed;
    });
    return new LongResult(passages, sum);
  }

  /**
   * Returns the result with the items added to their passages. Items between passages are added as a passage of their
   * own.
   * @param items in the order of their places
   */
  merge<T extends { readonly message: Place }>(
    items: readonly T[],
    change: (passage: LintResult, items: readonly T[]) => LintResult,
  ): LongResult {
    const passages = this.#passages.empty();
    const { filePath, replies } = this.sum;
    const empty = { ...resultOf(filePath, []), ...(replies && { replies: [] }) };
    let sum: LintResult = { ...this.sum, ...resultOf(filePath, []) };
    let at = 0;
    const add = (passage: LintResult, before: (place: Place) => boolean) => {
      const from = at;
      while (at < items.length && before((items[at] as T).message)) at += 1;
      const changed = at > from ? change(passage, items.slice(from, at)) : passage;
      if (changed === empty) return;
      passages.add(changed);
      sum = addCounts(sum, changed);
    };
    for (const passage of this.#passages) {
      const { first, last } = extentOf(passage);
      add(empty, (place) => comparePlaces(place, first) < 0);
      add(passage, (place) => comparePlaces(place, last) <= 0);
    }
    add(empty, () => true);
    return new LongResult(passages, sum);
  }

  whole(): LintResult {
    const passages = [...this.passages()];
    return {
      ...this.sum,
      messages: passages.flatMap(({ messages }) => messages),
      suppressedMessages: passages.flatMap(({ suppressedMessages }) => suppressedMessages),
      ...(this.sum.replies && { replies: passages.flatMap(({ replies = [] }) => replies) }),
    };
  }
}

/** Returns the start of the first message or reply of a passage and the end of the last one. */
function extentOf({ messages, suppressedMessages, replies = [] }: LintResult): { first: Place; last: Place } {
  let first: Place = { line: Number.POSITIVE_INFINITY, column: 0 };
  let last: Place = { line: 0, column: 0 };
  for (const item of [...messages, ...suppressedMessages, ...replies]) {
    const end = { line: item.endLine, column: item.endColumn };
    if (comparePlaces(item, first) < 0) first = item;
    if (comparePlaces(end, last) > 0) last = end;
  }
  return { first, last };
}

/** Collects the result of a file that is linted passage by passage. */
export class LongResultBuilder {
  readonly #passages: Packed<LintResult>;
  #sum: LintResult;

  /**
   * @param filePath absolute
   * @param keepsReplies true if the passages include the records of their replies
   * @param spool stores the passages
   */
  constructor(filePath: string, keepsReplies: boolean, spool: Spool) {
    this.#passages = new Packed(spool);
    this.#sum = { ...resultOf(filePath, []), ...(keepsReplies && { replies: [] }) };
  }

  /** Adds the findings of a passage, without its text. */
  add({ source: _, output: __, ...passage }: LintResult): void {
    const { messages, suppressedMessages, replies = [] } = passage;
    if (messages.length + suppressedMessages.length + replies.length > 0) this.#passages.add(passage);
    this.#sum = addCounts(this.#sum, passage);
  }

  get result(): LongResult {
    return new LongResult(this.#passages, this.#sum);
  }
}

/** The number of findings of each kind in a result. */
export type Counts = Omit<LintResult, 'filePath' | 'messages' | 'suppressedMessages' | 'replies'>;

/** Returns `sum` with the counts of `part` added to it. */
export function addCounts<T extends Counts>(sum: T, part: Counts): T {
  return {
    ...sum,
    errorCount: sum.errorCount + part.errorCount,
    fatalErrorCount: sum.fatalErrorCount + part.fatalErrorCount,
    warningCount: sum.warningCount + part.warningCount,
    fixableErrorCount: sum.fixableErrorCount + part.fixableErrorCount,
    fixableWarningCount: sum.fixableWarningCount + part.fixableWarningCount,
  };
}
