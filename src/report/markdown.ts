import type { LintMessage, LintResult } from '../model/finding.js';
import { markdownCode, markdownText } from './markdown-text.js';
import type { ReportContext, Reporter } from './reporter.js';
import { shownPath } from './safe.js';
import { plural, totalsOf } from './totals.js';
import { insteadOf, ruleIdOf, withCondition } from './words.js';

/** A comment on a pull request has at most 65 536 characters. */
const COMMENT_BYTES = 60_000;

/** For a comment on a pull request: a table of the findings, errors first. Cut to what a comment can hold. */
export const markdown: Reporter = (results, context) => markdownReport(results, context, COMMENT_BYTES);

/** The findings as a heading and a Markdown table of at most so many bytes of UTF-8, or little more. */
export function markdownReport(results: readonly LintResult[], { cwd }: ReportContext, bytes: number): string {
  const { errors, warnings } = totalsOf(results);
  // The comment lets a program find its earlier comment and replace it.
  const head = '<!-- replylint -->\n### replylint: ';
  if (errors + warnings === 0)
    return `${head}all good\n\n${plural(results.length, 'file')} checked, nothing to report.\n`;
  const rows = results.flatMap(({ filePath, messages }) => messages.map((message) => ({ message, filePath })));
  const sorted = [...rows].sort((a, b) => b.message.severity - a.message.severity);
  let text = `${head}${plural(errors, 'error')}, ${plural(warnings, 'warning')}\n\n`;
  text += '| | Where | Reply | What | Instead | Rule |\n| - | - | - | - | - | - |\n';
  let left = bytes - Buffer.byteLength(text);
  for (const [index, { message, filePath }] of sorted.entries()) {
    const row = rowOf(message, shownPath(filePath, cwd));
    left -= Buffer.byteLength(row);
    if (left < 0) return `${text}\n… and ${sorted.length - index} more.\n`;
    text += row;
  }
  return text;
}

function rowOf(message: LintMessage, path: string): string {
  const cells = [
    message.severity === 2 ? '❌' : '⚠️',
    markdownCode(`${path}:${message.line}`),
    markdownText(message.reply?.title ?? ''),
    markdownText(withCondition(message)),
    insteadOf(message).map(markdownText).join('<br>'),
    markdownCode(ruleIdOf(message)),
  ];
  return `| ${cells.join(' | ')} |\n`;
}
