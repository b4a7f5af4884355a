import fc from 'fast-check';

/**
 * Options for tests of properties that hold for any input. `npm test` tries each of them with a few examples; `npm run
 * test:all` then runs the tagged tests again with many more.
 */
export const PROPERTY = { tags: ['property'] };

const TIMES = Number(process.env.REPLYLINT_RUNS ?? 1);

/** Returns the options for fast-check's `assert`, with the number of examples to try in `npm test`. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: count * TIMES };
}

fc.configureGlobal(runs(40));
