import { resolve } from 'node:path';
import { composeText, type RunOptions, type Step, SUPPRESSIONS_FILE, Suppressions, walk } from '../lint/index.js';
import type { LintResult } from '../model/finding.js';
import { shownPath } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { Look, type Seen } from './look.js';
import { printConfig } from './print-config.js';
import type { LintOptions } from './program.js';
import { reportContext, wantedReports, writeReports } from './reports.js';
import { pathsFrom, runOptions, stdinPath } from './run.js';
import { EXIT, UsageError } from './usage.js';
import type { World } from './world.js';

/** `replylint [paths…]` */
export async function lint(
  paths: readonly string[],
  options: LintOptions & { readonly color?: boolean },
  rules: readonly Rule[],
  world: World,
): Promise<number> {
  checkTogether(paths, options);
  const run = await runOptions(options, rules, world);
  if (options.printConfig !== undefined) return printConfig(options.printConfig, run, world);
  const reports = await wantedReports(options, world);
  const wanted = options.stdin ? [] : pathsFrom(paths);
  const steps = options.stdin ? fromStdin(options, run, world) : walk(wanted, run);
  const seen = await new Look(wanted, options, run, world).through(steps);
  const { results: all, notices } = suppressed(seen, options, world);
  const results = options.quiet ? all.map(errorsOnly) : all;
  const warnings = all.reduce((sum, { warningCount }) => sum + warningCount, 0);
  const tooMany = options.maxWarnings >= 0 && warnings > options.maxWarnings;
  const context = {
    ...reportContext(rules, options, world),
    ...(tooMany && { maxWarningsExceeded: { maxWarnings: options.maxWarnings, foundWarnings: warnings } }),
  };
  if (options.fixDryRun && options.format === 'stylish') for (const diff of seen.diffs) world.stdout.write(`${diff}\n`);
  const unwritten = await writeReports(reports, results, seen.linted, context, world);
  const tooManyLine = `replylint: ${warnings} warnings, more than the ${options.maxWarnings} that --max-warnings allows`;
  for (const line of [...seen.notices, ...notices, ...unwritten, ...(tooMany ? [tooManyLine] : [])])
    world.stderr.write(`${line}\n`);
  if (seen.failed || unwritten.length > 0) return EXIT.failed;
  return tooMany || results.some(({ errorCount }) => errorCount > 0) ? EXIT.findings : EXIT.clean;
}

/** @throws UsageError for options that do not go together */
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

/** The results without what the suppressions file lists; writes that file where it is asked to. */
function suppressed(
  { results, replies }: Seen,
  { suppressAll, suppressRule, pruneSuppressions, suppressionsLocation = SUPPRESSIONS_FILE, stdin }: LintOptions,
  world: World,
): { results: readonly LintResult[]; notices: readonly string[] } {
  const path = resolve(world.cwd, suppressionsLocation);
  const suppressions = Suppressions.read(path);
  const first = results.map((result) => suppressions.applyTo(result));
  const shown = shownPath(path, world.cwd);
  if (suppressAll || suppressRule.length > 0) {
    suppressions.add(first, suppressAll ? undefined : suppressRule);
    suppressions.write();
    const again = Suppressions.read(path);
    return { results: results.map((result) => again.applyTo(result)), notices: [`replylint: ${shown} written`] };
  }
  if (pruneSuppressions) {
    suppressions.prune(replies);
    suppressions.write();
    return { results: first, notices: [`replylint: ${shown} written`] };
  }
  const unused = stdin ? 0 : suppressions.unusedOf(replies);
  const line = `replylint: ${shown}: ${unused} ${unused === 1 ? 'entry is' : 'entries are'} no longer needed; --prune-suppressions takes ${unused === 1 ? 'it' : 'them'} out`;
  return { results: first, notices: unused > 0 ? [line] : [] };
}

async function* fromStdin(options: LintOptions, run: RunOptions, world: World): AsyncGenerator<Step> {
  yield await composeText(await world.stdin(), stdinPath(options, world), run);
}

function errorsOnly(result: LintResult): LintResult {
  const messages = result.messages.filter(({ severity }) => severity === 2);
  return { ...result, messages, warningCount: 0, fixableWarningCount: 0 };
}
