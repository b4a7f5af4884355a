import { createSession, Stats } from '../lint/index.js';
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
  options: LintOptions & { readonly color?: boolean },
  rules: readonly Rule[],
  world: CommandWorld,
): Promise<number> {
  checkOptions(options, rules);
  checkPaths(paths, options, world);
  const stats = options.stats ? new Stats(world.clock) : undefined;
  const scan = await scanOptions(options, rules, world);
  if (options.printConfig !== undefined) return printConfig(options.printConfig, scan, world);
  const reports = await reportsFrom(options, world, { code: !options.untrusted });
  if (scan.within !== undefined) checkReportPaths(reports, scan.within, world);
  const lintOnly = await lintOptions(options, world);
  const suppressions = suppressionLists(options, world);
  const showsLines = reports.some(({ reporter }) => reporter.showsLines);
  const progress = progressOf(options, world);
  const session = createSession({ ...scan, ...lintOnly, stats, showsLines, suppressions, progress: progress?.add });
  const input = options.stdin ? await world.stdin() : undefined;
  const outcome = input
    ? await session.lintText(stdinPath(options, world), input)
    : await session.lint(pathsFrom(paths)).finally(progress?.end);
  const run = { outcome, reports, suppressions, stats };
  if (!input || !options.fix) return finish(run, options, rules, world);
  // Standard output takes the text, so that it can stand in a pipe.
  writeFixedInput(input, outcome, world);
  return finish(run, options, rules, { ...world, stdout: world.stderr });
}
