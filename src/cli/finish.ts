import type { LintOutcome, Results, Stats, SuppressionLists } from '../lint/index.js';
import type { LintResult } from '../model/finding.js';
import { shownPath, totalsOf } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import type { FixedLines } from './diff.js';
import { notice } from './notice.js';
import type { LintOptions } from './options.js';
import { type ReportTarget, reportContext, writeReports } from './reports.js';
import { noticesOf } from './skipped.js';
import { tableOf, withStats } from './stats.js';
import { applySuppressions } from './suppressions.js';
import { EXIT } from './usage.js';
import type { CommandWorld } from './world.js';

/** A finished run, with the reports to write about it. */
export interface LintedRun {
  readonly outcome: LintOutcome;
  readonly reports: readonly ReportTarget[];
  readonly suppressions: SuppressionLists | undefined;
  readonly stats: Stats | undefined;
}

/** Writes the reports and notices of a run. Resolves to the exit code. */
export async function finish(
  { outcome, reports, suppressions, stats }: LintedRun,
  options: LintOptions,
  rules: readonly Rule[],
  world: CommandWorld,
): Promise<number> {
  const { results: all, notices } = applySuppressions(outcome, suppressions, options, world);
  const excess = excessWarnings(all, options.maxWarnings);
  const context = {
    ...reportContext(rules, options, world),
    lines: outcome.lines,
    rulesUrl: outcome.rulesUrl === undefined ? undefined : urlsBelow(outcome.rulesUrl),
    failures: outcome.failures,
    ...excess,
  };
  if (options.fixDryRun && options.format === 'stylish') await writeDiffs(outcome, world);
  const lists = (suppressions?.all ?? []).map(({ path }) => path);
  const files = { linted: outcome.linted, read: [...outcome.configs, ...lists] };
  const reporting = world.clock();
  const results = reportedResults(all, options.quiet ?? false, stats);
  const unwritten = await writeReports(reports, results, { files, context }, world);
  stats?.add('report', world.clock() - reporting);
  for (const line of options.quiet ? outcome.notices : noticesOf(outcome)) notice(line, world);
  for (const line of notices) world.stderr.write(`${line}\n`);
  for (const line of unwritten) notice(line, world);
  if (excess) notice(excessLine(excess), world);
  if (stats) world.stderr.write(tableOf(stats));
  if (outcome.failed || unwritten.length > 0) return EXIT.failed;
  return excess || results.sums.some(({ errorCount }) => errorCount > 0) ? EXIT.findings : EXIT.clean;
}

/**
 * Returns a function that builds the URL of a rule page. `{rule}` in the base URL stands for the rule id; without it,
 * the id is appended.
 */
function urlsBelow(base: string): (ruleId: string) => string {
  const pattern = base.includes('{rule}') ? base : `${base.replace(/\/$/, '')}/{rule}`;
  return (ruleId) => pattern.replaceAll('{rule}', encodeURIComponent(ruleId).replaceAll('%2F', '/'));
}

/** Returns the results as reports show them. */
function reportedResults(results: Results, quiet: boolean, stats: Stats | undefined): Results {
  const shown = quiet ? results.map(() => errorsOnly) : results;
  return stats ? withStats(shown, stats) : shown;
}

function errorsOnly(result: LintResult): LintResult {
  const messages = result.messages.filter(({ severity }) => severity === 2);
  return { ...result, messages, warningCount: 0, fixableWarningCount: 0 };
}

interface ExcessWarnings {
  readonly maxWarningsExceeded: { readonly maxWarnings: number; readonly foundWarnings: number };
}

/**
 * Counts the warnings if there are more than `--max-warnings` allows. Undefined if there are not; a negative limit
 * allows any number.
 */
function excessWarnings(results: Results, maxWarnings: number): ExcessWarnings | undefined {
  const foundWarnings = totalsOf(results.sums).warnings;
  if (maxWarnings < 0 || foundWarnings <= maxWarnings) return undefined;
  return { maxWarningsExceeded: { maxWarnings, foundWarnings } };
}

function excessLine({ maxWarningsExceeded: { maxWarnings, foundWarnings } }: ExcessWarnings): string {
  return `too many warnings: ${foundWarnings} (--max-warnings allows ${maxWarnings})`;
}

async function writeDiffs({ fixed }: LintOutcome, world: CommandWorld): Promise<void> {
  if (fixed.length === 0) return;
  const { diffOf } = await import('./diff.js');
  const files = new Map<string, FixedLines[]>();
  for (const { file, absolute, output } of fixed) {
    const pieces = files.get(absolute) ?? [];
    files.set(absolute, pieces);
    pieces.push({ before: file.text, after: output, line: file.from.line });
  }
  for (const [absolute, pieces] of files) world.stdout.write(`${diffOf(shownPath(absolute, world.cwd), pieces)}\n`);
}
