import { hint, OWN_FINDINGS } from '../config/index.js';
import { type LintRun, lintFiles, lintText, type RunOptions, type Seen, Stats } from '../lint/index.js';
import type { LintResult } from '../model/finding.js';
import { safe, shownPath } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { cacheFrom } from './cache.js';
import { changesFrom } from './changes.js';
import { poolFrom } from './concurrency.js';
import type { Fixed } from './diff.js';
import { printConfig } from './print-config.js';
import type { LintOptions } from './program.js';
import { reportContext, wantedReports, writeReports } from './reports.js';
import { pathsFrom, runOptions, stdinPath, stdinText } from './run.js';
import { tableOf, withStats } from './stats.js';
import { listedIn, suppressed } from './suppressions.js';
import { checkPlaces, checkUntrusted } from './untrusted.js';
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
  checkUntrusted(options);
  checkRules(options.suppressRule, rules);
  const stats = options.stats ? new Stats() : undefined;
  const run = await runOptions(options, rules, world);
  if (options.printConfig !== undefined) return printConfig(options.printConfig, run, world);
  const reports = await wantedReports(options, world, { code: !options.untrusted });
  if (run.within !== undefined) checkPlaces(reports, run.within, world);
  const changes = await changesFrom(options, world);
  const listed = listedIn(options, world);
  const asked = {
    ...lintRun(run, options, world),
    ...(changes && { changes }),
    stats,
    showsLines: reports.some(({ reporter }) => reporter.showsLines),
    ...(listed && { askedAbout: listed.suppressions.replies }),
  };
  const kept = { ...asked, cache: await cacheFrom(options, asked, world) };
  const wanted = { ...kept, pool: await poolFrom(pathsFrom(paths), options, kept, world) };
  const seen = options.stdin
    ? await lintText(await stdinText(world), stdinPath(options, world), wanted)
    : await lintFiles(pathsFrom(paths), wanted);
  const { results: all, notices } = suppressed(seen, listed, options, world);
  const shown = options.quiet ? all.map(() => errorsOnly) : all;
  const results = stats ? withStats(shown, stats) : shown;
  const warnings = all.sums.reduce((sum, { warningCount }) => sum + warningCount, 0);
  const tooMany = options.maxWarnings >= 0 && warnings > options.maxWarnings;
  const context = {
    ...reportContext(rules, options, world),
    lines: seen.lines,
    ...(tooMany && { maxWarningsExceeded: { maxWarnings: options.maxWarnings, foundWarnings: warnings } }),
  };
  if (options.fixDryRun && options.format === 'stylish') await writeDiffs(seen, world);
  const reporting = performance.now();
  const unwritten = await writeReports(reports, results, seen.linted, context, world);
  stats?.add('report', performance.now() - reporting);
  const tooManyLine = `replylint: ${warnings} warnings, more than the ${options.maxWarnings} that --max-warnings allows`;
  const said = seen.notices.map((line) => `replylint: ${safe(line)}`);
  for (const line of [...said, ...notices, ...unwritten, ...(tooMany ? [tooManyLine] : [])])
    world.stderr.write(`${line}\n`);
  if (stats) world.stderr.write(tableOf(stats));
  if (seen.failed || unwritten.length > 0) return EXIT.failed;
  return tooMany || results.sums.some(({ errorCount }) => errorCount > 0) ? EXIT.findings : EXIT.clean;
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

/** @throws UsageError for a rule that there is none of; names with a slash are a configuration's own or a plug-in's */
function checkRules(names: readonly string[], rules: readonly Rule[]): void {
  const known = [...rules.map(({ id }) => id), ...Object.keys(OWN_FINDINGS)];
  for (const name of names)
    if (!name.includes('/') && !known.includes(name))
      throw new UsageError(`--suppress-rule: unknown rule "${name}"${hint(name, known)}`);
}

function lintRun(run: RunOptions, options: LintOptions, world: World): LintRun {
  const { fix, fixDryRun, fixType, errorOnUnmatchedPattern, warnIgnored, inlineConfig } = options;
  return {
    ...run,
    directives: {
      inline: inlineConfig,
      ...(options.reportUnusedDisableDirectives && { reportUnused: 'error' as const }),
      today: world.now().toISOString().slice(0, 10),
    },
    fix: fix ? 'apply' : fixDryRun ? 'try' : 'no',
    fixes: ({ segment }) => fixType.length === 0 || (segment !== undefined && fixType.includes(segment)),
    errorOnUnmatchedPattern,
    warnIgnored,
    shown: (path) => shownPath(path, world.cwd),
    debug: options.debug ? (line) => world.stderr.write(`replylint: ${safe(line)}\n`) : undefined,
  };
}

async function writeDiffs({ fixed }: Seen, world: World): Promise<void> {
  if (fixed.length === 0) return;
  const { diffOf } = await import('./diff.js');
  const files = new Map<string, Fixed[]>();
  for (const { file, absolute, output } of fixed) {
    const pieces = files.get(absolute) ?? [];
    files.set(absolute, pieces);
    pieces.push({ before: file.text, after: output, line: file.from.line });
  }
  for (const [absolute, pieces] of files) world.stdout.write(`${diffOf(shownPath(absolute, world.cwd), pieces)}\n`);
}

function errorsOnly(result: LintResult): LintResult {
  const messages = result.messages.filter(({ severity }) => severity === 2);
  return { ...result, messages, warningCount: 0, fixableWarningCount: 0 };
}
