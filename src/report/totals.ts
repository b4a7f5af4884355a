import type { LintResult } from '../model/finding.js';

/** The sums over all files. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  readonly fixableErrors: number;
  readonly fixableWarnings: number;
}

export function totalsOf(results: readonly LintResult[]): Totals {
  const total = (of: (result: LintResult) => number) => results.reduce((sum, result) => sum + of(result), 0);
  return {
    errors: total(({ errorCount }) => errorCount),
    warnings: total(({ warningCount }) => warningCount),
    fixableErrors: total(({ fixableErrorCount }) => fixableErrorCount),
    fixableWarnings: total(({ fixableWarningCount }) => fixableWarningCount),
  };
}

/** `3 problems (2 errors, 1 warning)`. */
export function problemsInWords({ errors, warnings }: Totals): string {
  return `${plural(errors + warnings, 'problem')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')})`;
}

/** `1 error`, `2 errors`. */
export function plural(count: number, word: string, many = `${word}s`): string {
  return `${count} ${count === 1 ? word : many}`;
}
