import { createSession, type LintOutcome, Stats } from '../lint/index.js';
import type { Reporter } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { checkOptions, checkPaths } from './check-options.js';
import { finish } from './finish.js';
import { pathsFrom, stdinPath, writeFixedInput } from './input.js';
import type { LintOptions } from './options.js';
import { printConfig } from './print-config.js';
import { progressOf } from './progress.js';
import { reportsFrom } from './reports.js';
import { lintOptions, scanOptions } from './session-options.js';
import { suppressionLists } from './suppressions.js';
import { checkReportPaths } from './untrusted.js';
import type { CommandWorld } from './world.js';

/** `replylint [paths…]` */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  rules: readonly Rule[],
  world: CommandWorld,
): Promise<number> {
  checkOptions(options, rules);
  checkPaths(paths, options, world);
  if (options.printConfig !== undefined && !options.watch)
    return printConfig(options.printConfig, await scanOptions(options, rules, world), world);
  if (!options.watch) return (await lintOnce({ paths, rules }, options, world)).code;
  const { watch } = await import('./watch/watch.js');
  return watch((...run) => lintOnce({ paths, rules }, ...run), { paths, options }, world);
}

interface Linted {
  readonly code: number;
  readonly outcome: LintOutcome;
}

/** @param reporterFrom creates the reporter to use instead of the default one */
async function lintOnce(
  { paths, rules }: { readonly paths: readonly string[]; readonly rules: readonly Rule[] },
  options: LintOptions,
  world: CommandWorld,
  reporterFrom = (reporter: Reporter) => reporter,
): Promise<Linted> {
  const stats = options.stats ? new Stats(world.clock) : undefined;
  const scan = await scanOptions(options, rules, world);
  const targets = await reportsFrom(options, world, { code: !options.untrusted });
  const reports = targets.map((target) => ({ ...target, reporter: reporterFrom(target.reporter) }));
  if (scan.within !== undefined) checkReportPaths(reports, scan.within, world);
  const lintOnly = await lintOptions(options, world);
  const suppressions = suppressionLists(options, world);
  const showsLines = reports.some(({ reporter }) => reporter.showsLines);
  const keepsReplies = reports.some(({ reporter }) => reporter.showsReplies);
  const progress = progressOf(options, world);
  const shown = { showsLines, keepsReplies, progress: progress?.add };
  const session = createSession({ ...scan, ...lintOnly, stats, ...shown, suppressions });
  const input = options.stdin ? await world.stdin() : undefined;
  const outcome = input
    ? await session.lintText(stdinPath(options, input, world), input)
    : await session.lint(pathsFrom(paths)).finally(progress?.end);
  const run = { outcome, reports, suppressions, stats };
  if (!input || !options.fix) return { code: await finish(run, options, rules, world), outcome };
  // The text goes to standard output so that the command can be used in a pipe.
  writeFixedInput(input, outcome, world);
  return { code: await finish(run, options, rules, { ...world, stdout: world.stderr }), outcome };
}
