import type { LintMessage, LintResult } from '../model/finding.js';
import { filesIn, type Reported } from './files.js';
import { markdownReport } from './markdown.js';
import { leadsOut, pathFrom } from './path.js';
import { inPieces, type ReportContext } from './reporter.js';
import { safe } from './safe.js';
import { SourceLines, shortRegion } from './source-lines.js';
import { plural } from './totals.js';
import { insteadOf, levelOf, ruleIdOf, wordsOf } from './words.js';

/** Number of annotations of each level that GitHub shows per step. */
const SHOWN = 10;
/**
 * Maximum size of the step summary. GitHub accepts 1 MiB per step, and the remainder is left for other tools that write
 * to it.
 */
const SUMMARY_BYTES = 900_000;

/**
 * Workflow commands for GitHub Actions, plus a Markdown table in the step summary if there is one. Unchecked files come
 * first, then errors, then warnings, because GitHub shows only the first ten annotations of each level.
 */
export const github = inPieces(function* (results, context) {
  const { env, failures } = context;
  if (env.GITHUB_STEP_SUMMARY) context.append(env.GITHUB_STEP_SUMMARY, markdownReport(results, context, SUMMARY_BYTES));
  for (const line of failures) yield `::error title=replylint::${escapedData(safe(line))}\n`;
  const counts = { error: failures.length, warning: 0 };
  for (const level of ['error', 'warning'] as const)
    for (const command of commandsOf(level, results, context)) {
      yield command;
      counts[level] += 1;
    }
  const hidden = Math.max(0, counts.error - SHOWN) + Math.max(0, counts.warning - SHOWN);
  if (hidden === 0) return;
  const where = env.GITHUB_STEP_SUMMARY
    ? 'see the log or the step summary for all of them'
    : 'see the log for all of them';
  yield `replylint: ${plural(hidden, 'more finding')} than GitHub shows as annotations (${SHOWN} errors and ${SHOWN} warnings per step); ${where}\n`;
});

function* commandsOf(level: 'error' | 'warning', results: Reported, context: ReportContext): Generator<string> {
  for (const file of filesIn(results))
    for (const part of file.parts()) {
      const messages = part.messages.filter((message) => levelOf(message) === level);
      if (messages.length === 0) continue;
      const lines = SourceLines.of(part, context);
      for (const message of messages) yield `${commandOf(message, part, lines, context.root)}\n`;
    }
}

function commandOf(
  message: LintMessage,
  { filePath }: LintResult,
  lines: SourceLines | undefined,
  root: string,
): string {
  const fromRoot = pathFrom(root, filePath);
  // A file name that could be harmful in the log is escaped, even though GitHub then cannot match the annotation to the
  // file.
  const file = safe(leadsOut(fromRoot) ? filePath : fromRoot);
  const rule = ruleIdOf(message);
  const { line, column, endLine, endColumn } = shortRegion(message, lines);
  const properties = { title: safe(`replylint (${rule})`), file, line, endLine, col: column, endColumn };
  const given = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  const instead = insteadOf(message).map((text) => `\n  instead: ${safe(text)}`);
  return `::${levelOf(message)} ${given.join(',')}::${escapedData(`${safe(wordsOf(message))}${instead.join('')}`)}`;
}

/** Escapes the data of a workflow command like `escapeData` in GitHub's toolkit: the percent sign comes first. */
export function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes a property of a workflow command like `escapeProperty` in GitHub's toolkit. */
export function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
