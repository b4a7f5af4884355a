import type { LintMessage, LintResult, Severity } from '../../model/finding.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';

/** Returns the result of a file, with the counts of its messages. */
export function resultOf(filePath: string, messages: readonly LintMessage[], source?: string): LintResult {
  const count = (test: (message: LintMessage) => boolean) => messages.filter(test).length;
  return {
    filePath,
    messages,
    suppressedMessages: [],
    errorCount: count(({ severity }) => severity === 2),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    warningCount: count(({ severity }) => severity === 1),
    fixableErrorCount: count(({ severity, fix }) => severity === 2 && fix !== undefined),
    fixableWarningCount: count(({ severity, fix }) => severity === 1 && fix !== undefined),
    ...(messages.length > 0 && source !== undefined && { source }),
  };
}

/** Returns the result of a file that could not be checked. */
export function uncheckedResult(absolute: string, reason: string): LintResult {
  const location = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return resultOf(absolute, [{ ...uncheckedMessage(reason), ...location }]);
}

/** Returns the message for a file or reply that could not be checked, without its location. */
export function uncheckedMessage(reason: string) {
  return { ruleId: null, severity: 2, fatal: true, message: `Not checked: ${reason}` } as const;
}

/** Returns the location of a message, with its span as lines and columns. */
export function locationOf(
  file: SourceFile,
  { start, end }: Span,
): Pick<LintMessage, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const from = file.placeOf(start);
  const to = file.placeOf(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** Returns a severity as a number, like ESLint. */
export function severityNumber(level: Severity): 1 | 2 {
  return level === 'error' ? 2 : 1;
}
