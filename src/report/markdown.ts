import type { LintMessage, LintResult } from '../model/finding.js';
import { filesIn, messagesIn, type Reported, sumsOf } from './files.js';
import { markdownCode, markdownText } from './markdown-text.js';
import { inPieces, type ReportContext } from './reporter.js';
import { shownPath } from './safe.js';
import { plural, totalsOf } from './totals.js';
import { insteadOf, ruleIdOf, withCondition } from './words.js';

/** Maximum size of the report, because GitHub limits a comment to 65,536 characters. */
const COMMENT_BYTES = 60_000;

/** A report for a comment on a pull request: a table of the findings, errors first, shortened to fit the limit. */
export const markdown = inPieces((results, context) => [markdownReport(results, context, COMMENT_BYTES)]);

/** Renders the findings as a heading and a Markdown table of approximately this many UTF-8 bytes. */
export function markdownReport(results: Reported, { cwd, failures }: ReportContext, bytes: number): string {
  const files = sumsOf(results);
  const { errors, warnings } = totalsOf(files);
  // The marker lets a script find its earlier comment and replace it.
  const head = '<!-- replylint -->\n### replylint: ';
  const skipped = files.filter((result) => result.skipped);
  const remarks = `${failedText(failures)}${skippedText(skipped, cwd)}`;
  if (errors + warnings === 0) {
    const checked = files.length - skipped.length;
    if (checked === 0) return `${head}nothing was checked\n${remarks}`;
    const verdict = failures.length > 0 ? 'not everything was checked' : 'all good';
    return `${head}${verdict}\n\n${plural(checked, 'file')} checked, nothing to report.\n${remarks}`;
  }
  let text = `${head}${plural(errors, 'error')}, ${plural(warnings, 'warning')}\n\n`;
  text += '| | Where | Reply | What | Instead | Rule |\n| - | - | - | - | - | - |\n';
  let room = bytes - Buffer.byteLength(text) - Buffer.byteLength(remarks);
  let index = 0;
  for (const { message, filePath } of errorsFirst(results)) {
    const row = rowOf(message, shownPath(filePath, cwd));
    room -= Buffer.byteLength(row);
    if (room < 0) return `${text}\n… and ${errors + warnings - index} more.\n${remarks}`;
    text += row;
    index += 1;
  }
  return `${text}${remarks}`;
}

function* errorsFirst(results: Reported): Generator<{ readonly message: LintMessage; readonly filePath: string }> {
  for (const severity of [2, 1])
    for (const file of filesIn(results))
      for (const { message, part } of messagesIn(file))
        if (message.severity === severity) yield { message, filePath: part.filePath };
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
