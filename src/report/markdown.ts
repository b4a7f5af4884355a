import type { LintMessage, LintResult } from '../model/finding.js';
import { markdownCode, markdownText } from './markdown-text.js';
import type { ReportContext, Reporter } from './reporter.js';
import { shownPath } from './safe.js';
import { plural, totalsOf } from './totals.js';
import { insteadOf, ruleIdOf, withCondition } from './words.js';

/** Maximum size of the report, because GitHub limits a comment to 65,536 characters. */
const COMMENT_BYTES = 60_000;

/** A report for a comment on a pull request: a table of the findings, errors first, shortened to fit the limit. */
export const markdown: Reporter = (results, context) => markdownReport(results, context, COMMENT_BYTES);

/** Renders the findings as a heading and a Markdown table of approximately this many UTF-8 bytes. */
export function markdownReport(
  results: readonly LintResult[],
  { cwd, failures }: ReportContext,
  bytes: number,
): string {
  const { errors, warnings } = totalsOf(results);
  // The marker lets a script find its earlier comment and replace it.
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

/** Lists failures that no result covers. Empty if there are none. */
function failedText(failures: readonly string[]): string {
  return failures.length === 0 ? '' : `\n${failures.map((line) => `- ❌ ${markdownText(line)}\n`).join('')}`;
}

/** Maximum number of skipped files to list by name. If there are more, only their number is shown. */
const MOST_SKIPPED = 10;

/** Lists the files that were not checked. Empty if every file was checked. */
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
