import { hint, OWN_FINDINGS } from '../config/index.js';
import { createSession, type LintOutcome, type Results, Stats } from '../lint/index.js';
import type { LintResult } from '../model/finding.js';
import { safe, shownPath } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import type { FixedLines } from './diff.js';
import { pathsFrom, stdinPath, stdinText } from './input.js';
import { printConfig } from './print-config.js';
import type { LintOptions } from './program.js';
import { reportContext, reportsFrom, writeReports } from './reports.js';
import { lintOptions, scanOptions } from './session-options.js';
import { skippedNotice } from './skipped.js';
import { tableOf, withStats } from './stats.js';
import { applySuppressions, readSuppressions } from './suppressions.js';
import { checkReportPaths, checkUntrusted } from './untrusted.js';
import { EXIT, UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** `replylint [paths…]` */
export async function lint(
  paths: readonly string[],
  options: LintOptions & { readonly color?: boolean },
  rules: readonly Rule[],
  world: CommandWorld,
): Promise<number> {
  checkTogether(paths, options);
  checkUntrusted(options);
  checkRules(options.suppressRule, rules);
  const stats = options.stats ? new Stats(world.clock) : undefined;
  const scan = await scanOptions(options, rules, world);
  if (options.printConfig !== undefined) return printConfig(options.printConfig, scan, world);
  const reports = await reportsFrom(options, world, { code: !options.untrusted });
  if (scan.within !== undefined) checkReportPaths(reports, scan.within, world);
  const lintOnly = await lintOptions(options, world);
  const file = await readSuppressions(options, world);
  const showsLines = reports.some(({ reporter }) => reporter.showsLines);
  const trackedReplies = file?.suppressions.replies;
  const session = createSession({ ...scan, ...lintOnly, stats, showsLines, trackedReplies });
  const outcome = options.stdin
    ? await session.lintText(stdinPath(options, world), await stdinText(world))
    : await session.lint(pathsFrom(paths));
  const { results: all, notices } = applySuppressions(outcome, file, options, world);
  const excess = excessWarnings(all, options.maxWarnings);
  const context = { ...reportContext(rules, options, world), lines: outcome.lines, ...excess };
  if (options.fixDryRun && options.format === 'stylish') await writeDiffs(outcome, world);
  const reporting = world.clock();
  const results = reportedResults(all, options.quiet ?? false, stats);
  const unwritten = await writeReports(reports, results, { linted: outcome.linted, context }, world);
  stats?.add('report', world.clock() - reporting);
  const skipped = options.quiet ? undefined : skippedNotice(outcome.skipped);
  const said = [...outcome.notices, ...(skipped === undefined ? [] : [skipped])];
  const lines = [...said.map((line) => `replylint: ${safe(line)}`), ...notices, ...unwritten];
  for (const line of [...lines, ...(excess ? [excessLine(excess)] : [])]) world.stderr.write(`${line}\n`);
  if (stats) world.stderr.write(tableOf(stats));
  if (outcome.failed || unwritten.length > 0) return EXIT.failed;
  return excess || results.sums.some(({ errorCount }) => errorCount > 0) ? EXIT.findings : EXIT.clean;
}

/** @throws UsageError for options that exclude each other */
function checkTogether(paths: readonly string[], options: LintOptions): void {
  const { stdin, fix, fixDryRun, suppressAll, suppressRule, pruneSuppressions } = options;
  if (stdin && paths.length > 0) throw new UsageError('--stdin takes no paths');
  if (stdin && fix) throw new UsageError('--fix cannot write to standard input; --fix-dry-run says what it would do');
  if (fix && fixDryRun) throw new UsageError('--fix and --fix-dry-run do not go together');
  if (suppressAll && suppressRule.length > 0)
    throw new UsageError('--suppress-all and --suppress-rule do not go together');
  if (pruneSuppressions && (suppressAll || suppressRule.length > 0))
    throw new UsageError('--prune-suppressions does not go with --suppress-all or --suppress-rule');
}

/** @throws UsageError for an unknown rule. A name with a slash is a rule of a configuration or plug-in */
function checkRules(names: readonly string[], rules: readonly Rule[]): void {
  const known = [...rules.map(({ id }) => id), ...Object.keys(OWN_FINDINGS)];
  for (const name of names)
    if (!name.includes('/') && !known.includes(name))
      throw new UsageError(`--suppress-rule: unknown rule "${name}"${hint(name, known)}`);
}

/** The results as reports show them. */
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

/** Undefined if there are no more warnings than `--max-warnings` allows. A negative number allows any. */
function excessWarnings(results: Results, maxWarnings: number): ExcessWarnings | undefined {
  const foundWarnings = results.sums.reduce((sum, { warningCount }) => sum + warningCount, 0);
  if (maxWarnings < 0 || foundWarnings <= maxWarnings) return undefined;
  return { maxWarningsExceeded: { maxWarnings, foundWarnings } };
}

function excessLine({ maxWarningsExceeded: { maxWarnings, foundWarnings } }: ExcessWarnings): string {
  return `replylint: ${foundWarnings} warnings, more than the ${maxWarnings} that --max-warnings allows`;
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
