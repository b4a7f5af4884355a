import { Chalk } from 'chalk';
import type { LintMessage, LintResult } from '../model/finding.js';
import type { Reporter } from './reporter.js';
import { safe, shownPath } from './safe.js';

/**
 * ESLint's layout, to the blank: problem matchers of GitHub and of editors know it, so no other line may stand between
 * a file's name and its findings. In a file of many replies the title ends the message.
 */
export const stylish: Reporter = (results, { color, cwd }) => {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const withMessages = results.filter(({ messages }) => messages.length > 0);
  if (withMessages.length === 0) return '';
  const files = withMessages.map(({ filePath, messages }) => {
    const rows = table(messages, chalk);
    return `${chalk.underline(safe(shownPath(filePath, cwd)))}\n${rows}\n`;
  });
  return `\n${files.join('\n')}\n${summary(results, chalk)}\n`;
};

type Colors = InstanceType<typeof Chalk>;

function table(messages: readonly LintMessage[], chalk: Colors): string {
  const rows = messages.map((message) => ({
    line: String(message.line),
    column: String(message.column),
    severity: message.severity === 2 ? 'error' : 'warning',
    text: textOf(message),
    rule: message.ruleId ?? '',
  }));
  const widest = (of: (row: (typeof rows)[number]) => string) => Math.max(...rows.map((row) => of(row).length));
  const lineWidth = widest(({ line }) => line);
  const columnWidth = widest(({ column }) => column);
  const severityWidth = widest(({ severity }) => severity);
  const textWidth = Math.min(
    110,
    widest(({ text }) => text),
  );
  return rows
    .map(({ line, column, severity, text, rule }) => {
      const place = chalk.dim(`${line.padStart(lineWidth)}:${column.padEnd(columnWidth)}`);
      const level = (severity === 'error' ? chalk.red : chalk.yellow)(severity.padEnd(severityWidth));
      return `  ${place}  ${level}  ${text.padEnd(textWidth)}  ${chalk.dim(rule)}`.trimEnd();
    })
    .join('\n');
}

function textOf({ message, when, reply }: LintMessage): string {
  const condition = when === undefined ? '' : ` when ${when}`;
  const title = reply?.title !== undefined && reply.pointer !== '' ? ` (${reply.title})` : '';
  return safe(`${message}${condition}${title}`);
}

function summary(results: readonly LintResult[], chalk: Colors): string {
  const total = (of: (result: LintResult) => number) => results.reduce((sum, result) => sum + of(result), 0);
  const errors = total(({ errorCount }) => errorCount);
  const warnings = total(({ warningCount }) => warningCount);
  const fixableErrors = total(({ fixableErrorCount }) => fixableErrorCount);
  const fixableWarnings = total(({ fixableWarningCount }) => fixableWarningCount);
  const paint = errors > 0 ? chalk.red.bold : chalk.yellow.bold;
  const lines = [
    paint(`✖ ${plural(errors + warnings, 'problem')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')})`),
  ];
  if (fixableErrors + fixableWarnings > 0)
    lines.push(
      paint(
        `  ${plural(fixableErrors, 'error')} and ${plural(fixableWarnings, 'warning')} potentially fixable with the \`--fix\` option.`,
      ),
    );
  return `${lines.join('\n')}\n`;
}

/** `1 error`, `2 errors`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
