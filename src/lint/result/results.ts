import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { LintResult } from '../../model/finding.js';

/** Plain data that is too much to be held as objects: each is packed until it is looked at. */
export class Packed<T> implements Iterable<T> {
  readonly #pages: Buffer[] = [];

  add(value: T): void {
    this.#pages.push(deflateRawSync(JSON.stringify(value)));
  }

  *[Symbol.iterator](): Generator<T> {
    for (const page of this.#pages) yield unpacked(page);
  }

  /** Each changed; what is returned as it came is not packed again. */
  map(change: (value: T) => T): Packed<T> {
    const changed = new Packed<T>();
    for (const page of this.#pages) {
      const before = unpacked<T>(page);
      const after = change(before);
      if (after === before) changed.#pages.push(page);
      else changed.add(after);
    }
    return changed;
  }
}

function unpacked<T>(page: Buffer): T {
  return JSON.parse(inflateRawSync(page).toString('utf8')) as T;
}

/** The result of a file that was linted in parts. */
export class LongResult {
  readonly #parts: Packed<LintResult>;
  /** The sums of the parts, without their messages. */
  readonly sum: LintResult;

  constructor(parts: Packed<LintResult>, sum: LintResult) {
    this.#parts = parts;
    this.sum = sum;
  }

  /** The parts in order; at least one, which says that the file was looked at. */
  *parts(): Generator<LintResult> {
    let isEmpty = true;
    for (const part of this.#parts) {
      yield part;
      isEmpty = false;
    }
    if (isEmpty) yield this.sum;
  }

  map(change: (result: LintResult) => LintResult): LongResult {
    let sum = change(this.sum);
    sum = { ...sum, ...NOTHING };
    const parts = this.#parts.map((part) => {
      const changed = change(part);
      sum = added(sum, changed);
      return changed;
    });
    return new LongResult(parts, sum);
  }

  whole(): LintResult {
    const parts = [...this.parts()];
    return {
      ...this.sum,
      messages: parts.flatMap(({ messages }) => messages),
      suppressedMessages: parts.flatMap(({ suppressedMessages }) => suppressedMessages),
    };
  }
}

const NOTHING = {
  messages: [],
  suppressedMessages: [],
  errorCount: 0,
  fatalErrorCount: 0,
  warningCount: 0,
  fixableErrorCount: 0,
  fixableWarningCount: 0,
};

/** How many findings a result has, of each kind. */
export type Counts = Omit<LintResult, 'filePath' | 'messages' | 'suppressedMessages'>;

/** A result, or its counts, with those of another part of the file counted in. */
export function added<T extends Counts>(sum: T, part: Counts): T {
  return {
    ...sum,
    errorCount: sum.errorCount + part.errorCount,
    fatalErrorCount: sum.fatalErrorCount + part.fatalErrorCount,
    warningCount: sum.warningCount + part.warningCount,
    fixableErrorCount: sum.fixableErrorCount + part.fixableErrorCount,
    fixableWarningCount: sum.fixableWarningCount + part.fixableWarningCount,
  };
}

/** Collects the result of a file that is linted in parts. */
export class Parts {
  readonly #parts = new Packed<LintResult>();
  #sum: LintResult;

  /** @param filePath absolute */
  constructor(filePath: string) {
    this.#sum = { filePath, ...NOTHING };
  }

  /** Takes a part's findings; nothing is kept of its text. */
  add({ source: _, output: __, ...part }: LintResult): void {
    if (part.messages.length + part.suppressedMessages.length > 0) this.#parts.add(part);
    this.#sum = added(this.#sum, part);
  }

  get result(): LongResult {
    return new LongResult(this.#parts, this.#sum);
  }
}

/** The results of a run, in order. */
export class Results implements Iterable<LintResult> {
  readonly #results: readonly (LintResult | LongResult)[];

  constructor(results: readonly (LintResult | LongResult)[]) {
    this.#results = results;
  }

  /** Those of a file that was linted in parts come in these: several about one file, one after the other. */
  *[Symbol.iterator](): Generator<LintResult> {
    for (const result of this.#results) {
      if (result instanceof LongResult) yield* result.parts();
      else yield result;
    }
  }

  /** One a file, without the messages of those that were linted in parts: for sums. */
  get sums(): readonly LintResult[] {
    return this.#results.map((result) => (result instanceof LongResult ? result.sum : result));
  }

  /** True where there is more than should be held at once. */
  get isLong(): boolean {
    return this.#results.some((result) => result instanceof LongResult);
  }

  /**
   * Each changed, in order.
   * @param changeFor what is to be done with the results about a file; undefined where they stay
   */
  map(changeFor: (filePath: string) => ((result: LintResult) => LintResult) | undefined): Results {
    return new Results(
      this.#results.map((result) => {
        const change = changeFor(result instanceof LongResult ? result.sum.filePath : result.filePath);
        if (!change) return result;
        return result instanceof LongResult ? result.map(change) : change(result);
      }),
    );
  }

  /** One a file, all in memory. */
  whole(): readonly LintResult[] {
    return this.#results.map((result) => (result instanceof LongResult ? result.whole() : result));
  }
}
