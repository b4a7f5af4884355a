import type { LintMessage } from '../../model/finding.js';

/** Sorts the messages of a file by position, and those at the same position by rule. */
export function inOrder<M extends LintMessage>(messages: readonly M[]): M[] {
  return [...messages].sort(
    (a, b) =>
      a.line - b.line ||
      a.column - b.column ||
      (a.ruleId ?? '').localeCompare(b.ruleId ?? '', 'en') ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
