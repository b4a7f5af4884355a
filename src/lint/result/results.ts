import type { LintResult } from '../../model/finding.js';
import { LongResult } from './long-result.js';

/** The results of a run, in the order of the files. */
export class Results implements Iterable<LintResult> {
  readonly #results: readonly (LintResult | LongResult)[];

  constructor(results: readonly (LintResult | LongResult)[]) {
    this.#results = results;
  }

  /** Yields all results. A file that was linted passage by passage has one result per passage, in order. */
  *[Symbol.iterator](): Generator<LintResult> {
    for (const result of this.#results) {
      if (result instanceof LongResult) yield* result.passages();
      else yield result;
    }
  }

  /** The results, one per file. */
  get all(): readonly (LintResult | LongResult)[] {
    return this.#results;
  }

  /**
   * The results with their counts, one per file. The result of a file that was linted passage by passage has no
   * messages here.
   */
  get sums(): readonly LintResult[] {
    return this.#results.map((result) => (result instanceof LongResult ? result.sum : result));
  }

  /** True if there are too many results to keep in memory at once. */
  get isLong(): boolean {
    return this.#results.some((result) => result instanceof LongResult);
  }

  /**
   * Returns the results, each of them changed.
   * @param changeFor returns the change for the results of a file; undefined leaves them unchanged
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

  /** Returns one result per file, all of them in memory. */
  whole(): readonly LintResult[] {
    return this.#results.map((result) => (result instanceof LongResult ? result.whole() : result));
  }
}
