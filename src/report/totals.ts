import type { LintResult } from '../model/finding.js';

/** Numbers of findings, summed over all files. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  readonly fixableErrors: number;
  readonly fixableWarnings: number;
}

export function totalsOf(results: Iterable<LintResult>): Totals {
  const totals = { errors: 0, warnings: 0, fixableErrors: 0, fixableWarnings: 0 };
  for (const { errorCount, warningCount, fixableErrorCount, fixableWarningCount } of results) {
    totals.errors += errorCount;
    totals.warnings += warningCount;
    totals.fixableErrors += fixableErrorCount;
    totals.fixableWarnings += fixableWarningCount;
  }
  return totals;
}

/** Counts problems in words, such as `3 problems (2 errors, 1 warning)`. */
export function problemsInWords({ errors, warnings }: Totals): string {
  return `${plural(errors + warnings, 'problem')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')})`;
}

/** Counts things in words, such as `1 error` or `2 errors`. */
export function plural(count: number, word: string, many = `${word}s`): string {
  return `${count} ${count === 1 ? word : many}`;
}
