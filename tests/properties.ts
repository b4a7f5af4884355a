import fc from 'fast-check';

/**
 * For tests of what must hold for anything. `npm test` tries each with a few examples; `npm run test:all` then runs those
 * with this mark again, with many more.
 */
export const PROPERTY = { tags: ['property'] };

const TIMES = Number(process.env.REPLYLINT_RUNS ?? 1);

/** With how many examples `npm test` tries a property; for fast-check's `assert`. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: count * TIMES };
}

fc.configureGlobal(runs(40));
