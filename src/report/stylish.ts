import type { LintMessage } from '../model/finding.js';
import { type Colors, chalkOf, linked } from './paint.js';
import type { Reporter } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { plural, problemsInWords, type Totals, totalsOf } from './totals.js';
import { levelOf, wordsOf } from './words.js';

/**
 * ESLint's layout, to the blank: problem matchers of GitHub and of editors know it, so no other line may stand between
 * a file's name and its findings. In a file of many replies the title ends the message.
 */
export const stylish: Reporter = (results, { color, cwd, hyperlinks }) => {
  const chalk = chalkOf(color);
  const withMessages = results.filter(({ messages }) => messages.length > 0);
  if (withMessages.length === 0) return '';
  const files = withMessages.map(({ filePath, messages }) => {
    const name = linked(chalk.underline(safe(shownPath(filePath, cwd))), filePath, hyperlinks);
    return `${name}\n${table(messages, chalk)}\n`;
  });
  return `\n${files.join('\n')}\n${summary(totalsOf(results), chalk)}\n`;
};

function table(messages: readonly LintMessage[], chalk: Colors): string {
  const rows = messages.map((message) => ({
    line: String(message.line),
    column: String(message.column),
    severity: levelOf(message),
    text: safe(wordsOf(message)).replace(/([^ ])\.$/, '$1'),
    rule: safe(message.ruleId ?? ''),
  }));
  const widest = (of: (row: (typeof rows)[number]) => string) =>
    rows.reduce((width, row) => Math.max(width, of(row).length), 0);
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

function summary(totals: Totals, chalk: Colors): string {
  const { errors, fixableErrors, fixableWarnings } = totals;
  const paint = errors > 0 ? chalk.red.bold : chalk.yellow.bold;
  const lines = [paint(`✖ ${problemsInWords(totals)}`)];
  if (fixableErrors + fixableWarnings > 0)
    lines.push(
      paint(
        `  ${plural(fixableErrors, 'error')} and ${plural(fixableWarnings, 'warning')} potentially fixable with the \`--fix\` option.`,
      ),
    );
  return `${lines.join('\n')}\n`;
}
