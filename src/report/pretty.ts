import type { LintMessage, LintResult } from '../model/finding.js';
import { excerptOf } from './excerpt.js';
import { type Colors, chalkOf, linked } from './paint.js';
import { type ReportContext, showingLines } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { SourceLines } from './source-lines.js';
import { plural, totalsOf } from './totals.js';
import { widthOf } from './width.js';
import { insteadOf, ruleIdOf } from './words.js';

/**
 * A report for people, grouped by reply. Each finding is shown with its words in their line, its condition and its
 * suggestions.
 */
export const pretty = showingLines((results, context) => {
  const { color, cwd, hyperlinks } = context;
  const chalk = chalkOf(color);
  const files = results
    .filter(({ messages }) => messages.length > 0)
    .map((result) => {
      const name = chalk.underline(safe(shownPath(result.filePath, cwd)));
      return `${linked(name, result.filePath, hyperlinks)}\n${repliesOf(result, chalk, context)}\n`;
    });
  return `${files.length > 0 ? '\n' : ''}${files.join('')}${ending(results, chalk)}\n`;
});

/** Groups messages by reply. Messages about the file form their own group. */
function byReply(messages: readonly LintMessage[]): Map<string, LintMessage[]> {
  const groups = new Map<string, LintMessage[]>();
  for (const message of messages) {
    const key = message.reply?.id ?? '';
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return groups;
}

function repliesOf(result: LintResult, chalk: Colors, context: ReportContext): string {
  const lines = SourceLines.of(result, context);
  let text = '';
  for (const messages of byReply(result.messages).values()) {
    const reply = messages[0]?.reply;
    if (reply) {
      const title = reply.title ?? (reply.pointer === '' ? undefined : reply.id);
      const taken = chalk.dim(`${reply.form}, ${reply.intent}, ${safe(reply.locale)}`);
      // A title is never printed at the start of a line because it could be a log command.
      text += `\n  ▸ ${title === undefined ? '' : `${chalk.bold(safe(title))}  `}${taken}\n`;
    } else text += '\n';
    for (const message of messages) text += findingOf(message, result.filePath, lines, chalk);
  }
  return text;
}

function findingOf(message: LintMessage, filePath: string, lines: SourceLines | undefined, chalk: Colors): string {
  const { line, column, severity, when } = message;
  const paint = severity === 2 ? chalk.red : chalk.yellow;
  const sign = paint(severity === 2 ? '✖' : '⚠');
  const place = chalk.dim(`${line}:${column}`);
  const rows = [`  ${sign} ${safe(message.message)}  ${place}  ${chalk.dim(safe(ruleIdOf(message)))}`];
  const aside = (text: string) => rows.push(`      ${text}`);
  if (lines && lines.line(line).trim() !== '') {
    const { before, marked, after } = excerptOf(message, lines, filePath);
    aside(`${chalk.dim('│')} ${before}${paint.underline(marked)}${after}`);
    // Marking the entire line, as for something missing, would tell the reader nothing.
    if (marked !== '' && before + after !== '')
      aside(`${chalk.dim('│')} ${' '.repeat(widthOf(before))}${paint('^'.repeat(widthOf(marked)))}`);
  }
  if (when !== undefined) aside(`only when ${safe(when)}`);
  for (const [nth, text] of insteadOf(message).entries())
    aside(`${chalk.green('→')} ${nth > 0 ? 'or: ' : ''}${safe(text)}`);
  return `${rows.join('\n')}\n`;
}

function ending(results: readonly LintResult[], chalk: Colors): string {
  const { errors, warnings } = totalsOf(results);
  const unread = results.filter(({ fatalErrorCount }) => fatalErrorCount > 0).length;
  const checked = `${plural(results.length - unread, 'file')} checked${unread > 0 ? `, ${unread} not` : ''}`;
  if (results.length === 0) return 'Nothing was checked.';
  if (errors + warnings === 0) return chalk.green(`✔ All good: ${checked}, nothing to report.`);
  const messages = results.flatMap((result) => result.messages);
  const replies = new Set(
    results.flatMap(({ filePath, messages }) => messages.map(({ reply }) => reply && `${filePath}\n${reply.id}`)),
  );
  replies.delete(undefined);
  const counted = [
    errors > 0 ? chalk.red.bold(plural(errors, 'error')) : '',
    warnings > 0 ? chalk.yellow.bold(plural(warnings, 'warning')) : '',
  ].filter((text) => text !== '');
  const where = replies.size > 0 ? ` in ${plural(replies.size, 'reply', 'replies')}` : '';
  return `${counted.join(' and ')}${where}; ${checked}.${mostOften(messages)}`;
}

/** Names the rule to look at first. Empty if no rule stands out. */
function mostOften(messages: readonly LintMessage[]): string {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(ruleIdOf(message), (counts.get(ruleIdOf(message)) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || !second || first[1] === second[1]) return '';
  return ` Most often: ${safe(first[0])} (${first[1]} of ${messages.length}).`;
}
