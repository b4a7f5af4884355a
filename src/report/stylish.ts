import type { LintMessage, LintResult } from '../model/finding.js';
import { type Colors, chalkOf, linked } from './paint.js';
import { inPieces } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { plural, problemsInWords, type Totals, totalsOf } from './totals.js';
import { levelOf, lineTextOf } from './words.js';

/**
 * ESLint's exact layout. The problem matchers of GitHub and of editors rely on it, so no other line may come between a
 * file name and its findings. In a file with many replies, each message ends with the title of its reply.
 */
export const stylish = inPieces(function* (results, { color, cwd, hyperlinks }) {
  const chalk = chalkOf(color);
  const tables = tablesOf(results);
  if (tables.size === 0) return;
  let file: string | undefined;
  for (const { filePath, messages } of results) {
    const widths = tables.get(filePath);
    if (messages.length === 0 || !widths) continue;
    if (filePath !== file) yield `\n${linked(chalk.underline(safe(shownPath(filePath, cwd))), filePath, hyperlinks)}\n`;
    file = filePath;
    yield messages.map((message) => `${lineOf(rowOf(message), widths, chalk)}\n`).join('');
  }
  yield `\n${summary(totalsOf(results), chalk)}\n`;
});

interface Row {
  readonly line: string;
  readonly column: string;
  readonly severity: string;
  readonly text: string;
  readonly rule: string;
}

/** The column widths of the table for a file. */
type Widths = Record<Exclude<keyof Row, 'rule'>, number>;

function rowOf(message: LintMessage): Row {
  return {
    line: String(message.line),
    column: String(message.column),
    severity: levelOf(message),
    text: lineTextOf(message),
    rule: safe(message.ruleId ?? ''),
  };
}

/** Computes the column widths of the tables for all files with findings. */
function tablesOf(results: Iterable<LintResult>): Map<string, Widths> {
  const tables = new Map<string, Widths>();
  for (const { filePath, messages } of results) {
    if (messages.length === 0) continue;
    const widths = tables.get(filePath) ?? { line: 0, column: 0, severity: 0, text: 0 };
    tables.set(filePath, widths);
    for (const message of messages) {
      const { line, column, severity, text } = rowOf(message);
      widths.line = Math.max(widths.line, line.length);
      widths.column = Math.max(widths.column, column.length);
      widths.severity = Math.max(widths.severity, severity.length);
      widths.text = Math.min(WIDEST, Math.max(widths.text, text.length));
    }
  }
  return tables;
}

/**
 * Maximum width of the message column, so that one long message does not push the rule names of all others to the
 * right.
 */
const WIDEST = 110;

function lineOf({ line, column, severity, text, rule }: Row, widths: Widths, chalk: Colors): string {
  const place = chalk.dim(`${line.padStart(widths.line)}:${column.padEnd(widths.column)}`);
  const level = (severity === 'error' ? chalk.red : chalk.yellow)(severity.padEnd(widths.severity));
  return `  ${place}  ${level}  ${text.padEnd(widths.text)}  ${chalk.dim(rule)}`.trimEnd();
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
