import fc from 'fast-check';

/**
 * For tests of properties that hold for any input. `npm test` tries each with a few examples; `npm run test:all` then
 * runs the tagged tests again, with many more.
 */
export const PROPERTY = { tags: ['property'] };

const TIMES = Number(process.env.REPLYLINT_RUNS ?? 1);

/** The number of examples for a property in `npm test`; for fast-check's `assert`. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: count * TIMES };
}

fc.configureGlobal(runs(40));
