import type { LintMessage, LintResult } from '../model/finding.js';
import { markdownCode, markdownText } from './markdown-text.js';
import type { ReportContext, Reporter } from './reporter.js';
import { shownPath } from './safe.js';
import { plural, totalsOf } from './totals.js';
import { insteadOf, ruleIdOf, withCondition } from './words.js';

/** A comment on a pull request has at most 65 536 characters. */
const COMMENT_BYTES = 60_000;

/** For a comment on a pull request: a table of the findings, errors first, shortened to fit a comment. */
export const markdown: Reporter = (results, context) => markdownReport(results, context, COMMENT_BYTES);

/** The findings as a heading and a Markdown table of about this many bytes of UTF-8. */
export function markdownReport(
  results: readonly LintResult[],
  { cwd, failures }: ReportContext,
  bytes: number,
): string {
  const { errors, warnings } = totalsOf(results);
  // The marker lets a program find its earlier comment and replace it.
  const head = '<!-- replylint -->\n### replylint: ';
  const skipped = results.filter((result) => result.skipped);
  const left = `${failedText(failures)}${skippedText(skipped, cwd)}`;
  if (errors + warnings === 0) {
    const checked = results.length - skipped.length;
    if (checked === 0) return `${head}nothing was checked\n${left}`;
    const verdict = failures.length > 0 ? 'not everything was checked' : 'all good';
    return `${head}${verdict}\n\n${plural(checked, 'file')} checked, nothing to report.\n${left}`;
  }
  const rows = results.flatMap(({ filePath, messages }) => messages.map((message) => ({ message, filePath })));
  const sorted = [...rows].sort((a, b) => b.message.severity - a.message.severity);
  let text = `${head}${plural(errors, 'error')}, ${plural(warnings, 'warning')}\n\n`;
  text += '| | Where | Reply | What | Instead | Rule |\n| - | - | - | - | - | - |\n';
  let room = bytes - Buffer.byteLength(text) - Buffer.byteLength(left);
  for (const [index, { message, filePath }] of sorted.entries()) {
    const row = rowOf(message, shownPath(filePath, cwd));
    room -= Buffer.byteLength(row);
    if (room < 0) return `${text}\n… and ${sorted.length - index} more.\n${left}`;
    text += row;
  }
  return `${text}${left}`;
}

/** Other failures, as a list; empty if there are none. */
function failedText(failures: readonly string[]): string {
  return failures.length === 0 ? '' : `\n${failures.map((line) => `- ❌ ${markdownText(line)}\n`).join('')}`;
}

/** If more files than this are skipped, they are counted, not listed. */
const MOST_SKIPPED = 10;

/** What was not checked, as a list; empty if everything was. */
function skippedText(skipped: readonly LintResult[], cwd: string): string {
  if (skipped.length === 0) return '';
  const lines = skipped
    .slice(0, MOST_SKIPPED)
    .map(
      ({ filePath, skipped: why }) =>
        `- ${markdownCode(shownPath(filePath, cwd))}: ${markdownText(why?.reason ?? '')}\n`,
    );
  const more = skipped.length > MOST_SKIPPED ? `- … and ${skipped.length - MOST_SKIPPED} more\n` : '';
  return `\n${plural(skipped.length, 'file')} not checked:\n\n${lines.join('')}${more}`;
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
