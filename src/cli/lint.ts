import { resolve } from 'node:path';
import { ResolvedConfig } from '../config/index.js';
import { Coverage, composeText, lintComposed, type RunOptions, type Step, walk } from '../lint/index.js';
import type { LintResult } from '../model/finding.js';
import { safe, shownPath } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
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
  const run = await runOptions(options, rules, world);
  if (options.printConfig !== undefined) return printConfig(options.printConfig, run, world);
  if (options.stdin && paths.length > 0) throw new UsageError('--stdin takes no paths');
  const reports = await wantedReports(options, world);
  const steps = options.stdin ? fromStdin(options, run, world) : walk(pathsFrom(paths), run);
  const seen = await look(steps, options.stdin ? [] : pathsFrom(paths), options, world);
  const results = options.quiet ? seen.results.map(errorsOnly) : seen.results;
  const warnings = seen.results.reduce((sum, { warningCount }) => sum + warningCount, 0);
  const tooMany = options.maxWarnings >= 0 && warnings > options.maxWarnings;
  const context = {
    ...reportContext(rules, options, world),
    ...(tooMany && { maxWarningsExceeded: { maxWarnings: options.maxWarnings, foundWarnings: warnings } }),
  };
  const unwritten = await writeReports(reports, results, seen.linted, context, world);
  for (const notice of [...seen.notices, ...unwritten]) world.stderr.write(`${notice}\n`);
  if (tooMany)
    world.stderr.write(
      `replylint: ${warnings} warnings, more than the ${options.maxWarnings} that --max-warnings allows\n`,
    );
  if (seen.failed || unwritten.length > 0) return EXIT.failed;
  return tooMany || results.some(({ errorCount }) => errorCount > 0) ? EXIT.findings : EXIT.clean;
}

interface Seen {
  readonly results: readonly LintResult[];
  readonly notices: readonly string[];
  /** Absolute paths of the files that hold replies, or that could not be read. */
  readonly linted: readonly string[];
  /** Something was not checked, or there was nothing to check. */
  readonly failed: boolean;
}

async function look(
  steps: AsyncIterable<Step>,
  paths: readonly string[],
  options: LintOptions,
  world: World,
): Promise<Seen> {
  const results: LintResult[] = [];
  const notices: string[] = [];
  const linted: string[] = [];
  const coverage = new Coverage();
  const directives = {
    inline: options.inlineConfig,
    ...(options.reportUnusedDisableDirectives && { reportUnused: 'error' as const }),
    today: world.now().toISOString().slice(0, 10),
  };
  const repliesOf = new Map(paths.map((path) => [path, { replies: 0, named: false }]));
  let failed = false;
  const debug = (line: string) => {
    if (options.debug) world.stderr.write(`replylint: ${safe(line)}\n`);
  };
  for await (const step of steps) {
    if (step.kind === 'missing') {
      repliesOf.delete(step.argument);
      if (!options.errorOnUnmatchedPattern) continue;
      notices.push(`replylint: ${safe(step.argument)}: ${step.reason}`);
      failed = true;
    } else if (step.kind === 'ignored') {
      repliesOf.delete(step.argument);
      if (options.warnIgnored)
        notices.push(`replylint: ${safe(shownPath(step.path, world.cwd))}: ignored by the configuration`);
    } else if (step.kind === 'unread') {
      results.push(step.result);
      repliesOf.delete(step.argument);
      linted.push(step.result.filePath);
      failed = true;
    } else {
      const { composed, config, argument } = step;
      const result = lintComposed(composed, config, directives);
      results.push(result);
      coverage.note(composed, config);
      if (result.fatalErrorCount > 0) failed = true;
      const { adapter, leftAlone, problems } = composed.content;
      for (const { message, notice, span } of problems) {
        const { line, column } = composed.file.placeOf(span.start);
        const path = shownPath(composed.absolute, world.cwd);
        if (notice) notices.push(`replylint: ${safe(`${path}:${line}:${column}: ${message}`)}`);
      }
      debug(
        `${composed.file.path}: ${adapter ?? `left alone, ${leftAlone ?? 'not read'}`}, replies: ${composed.replies.length}`,
      );
      for (const { reply, composition } of composed.replies)
        if (composition && !composition.all)
          debug(`${reply.id}: too many renderings, a set that shows every arm was read`);
      const known = repliesOf.get(argument);
      const found = composed.content.replies.length + result.fatalErrorCount;
      if (found > 0) linted.push(composed.absolute);
      repliesOf.set(argument, { replies: (known?.replies ?? 0) + found, named: step.named });
    }
  }
  for (const [argument, { replies, named }] of repliesOf) {
    if (replies > 0 || (!named && !options.errorOnUnmatchedPattern)) continue;
    notices.push(`replylint: ${safe(argument)}: no reply found${named ? '' : '; `replylint list --debug` says why'}`);
    failed ||= !named;
  }
  const uncovered = coverage.inWords();
  if (uncovered) notices.push(`replylint: ${uncovered}`);
  return { results, notices, linted, failed };
}

async function* fromStdin(options: LintOptions, run: RunOptions, world: World): AsyncGenerator<Step> {
  yield await composeText(await world.stdin(), stdinPath(options, world), run);
}

function errorsOnly(result: LintResult): LintResult {
  const messages = result.messages.filter(({ severity }) => severity === 2);
  return { ...result, messages, warningCount: 0, fixableWarningCount: 0 };
}

async function printConfig(path: string, run: RunOptions, world: World): Promise<number> {
  const absolute = resolve(world.cwd, path);
  const found = await run.configs.for(resolve(absolute, '..'));
  const last = run.override ? [{ settings: run.override, where: '--rule', path: [] }] : [];
  const config = new ResolvedConfig(found, run.rules, last);
  const reply = { id: config.pathOf(absolute), title: undefined, declared: {} };
  const { rules, ...settings } = config.settingsFor(absolute, { reply });
  const shown = {
    file: found.file ? shownPath(found.file, world.cwd) : null,
    ...settings,
    ...config.takenFor(absolute, { reply }),
    rules: Object.fromEntries(rules.map(({ rule, severity, values }) => [rule.id, [severity, values]])),
  };
  world.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  return EXIT.clean;
}
