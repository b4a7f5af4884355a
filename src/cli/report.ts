import { dirname } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { ConfigError, ConfigFinder, type ResolvedConfig } from '../config/index.js';
import { createSession, type LintOutcome, resolvedConfig, type SessionOptions } from '../lint/index.js';
import {
  compareWith,
  type Scorecard,
  type ScoredRun,
  scorecardJson,
  scorecardMarkdown,
  scoreLibrary,
} from '../report/scorecard/index.js';
import type { Rule } from '../rule/rule.js';
import { threadsFrom } from './concurrency.js';
import { pathsFrom } from './input.js';
import { notice } from './notice.js';
import type { ReportOptions } from './options.js';
import { unwrittenReason, writeOutputs } from './output-file.js';
import { earlierReport } from './report/earlier.js';
import { type ReportFile, type ReportFormat, reportFiles } from './report/targets.js';
import { rulesMetaOf } from './reports.js';
import { noticeOptions, scanOptions } from './session-options.js';
import { noticesOf } from './skipped.js';
import { checkReportPaths } from './untrusted.js';
import { EXIT } from './usage.js';
import { type CommandWorld, todayIn } from './world.js';

/** Runs `replylint report [paths…]`, which prints the state of the library as an HTML page, Markdown or JSON. */
export async function report(
  paths: readonly string[],
  options: ReportOptions,
  rules: readonly Rule[],
  world: CommandWorld,
): Promise<number> {
  const files = reportFiles(options, world);
  const scan = await scanOptions(options, rules, world);
  if (scan.within !== undefined) checkReportPaths(files, scan.within, world);
  const session: SessionOptions = {
    ...scan,
    keepsReplies: true,
    threads: threadsFrom(options, world),
    ...noticeOptions(options, world),
  };
  const among = pathsFrom(paths);
  const outcome = await createSession(session).lint(among);
  const run = await runOf(outcome, session, world);
  const now = scoreLibrary(outcome.results, run);
  const card =
    options.compare === undefined
      ? now
      : compareWith(now, await earlierReport(options.compare, among, { session, run }, world));
  const read = { linted: outcome.linted, read: outcome.configs };
  const piecesOf = ({ format }: ReportFile) => scorecardPieces(format, card, { session, paths: among }, world);
  const writing = { files: read, piecesOf, reasonOf: unwrittenReason };
  const unwritten = await writeOutputs(files, writing, world);
  for (const line of [...noticesOf(outcome), ...unwritten]) notice(line, world);
  return outcome.failed || unwritten.length > 0 ? EXIT.failed : EXIT.clean;
}

/** Returns the facts about a run that the scorecard shows in addition to the results. */
async function runOf(outcome: LintOutcome, session: SessionOptions, world: CommandWorld): Promise<ScoredRun> {
  const config = await configOf(outcome, session);
  return {
    version: packageJson.version,
    date: todayIn(world),
    cwd: world.cwd,
    rulesMeta: rulesMetaOf(config?.rules ?? session.rules),
    uncovered: outcome.uncovered.languages,
    notices: noticesOf(outcome).filter((line) => line !== outcome.uncovered.notice),
  };
}

/**
 * Loads the configuration of the first file to learn about plug-in rules. Undefined if there is no usable
 * configuration.
 */
async function configOf({ linted: [path] }: LintOutcome, session: SessionOptions): Promise<ResolvedConfig | undefined> {
  if (path === undefined) return undefined;
  try {
    return resolvedConfig(await new ConfigFinder(session.cwd, session.config).for(dirname(path)), session);
  } catch (error) {
    // The error is ignored here because the run reports it, too, and skips the files concerned.
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

async function scorecardPieces(
  format: ReportFormat,
  card: Scorecard,
  { session, paths }: { readonly session: SessionOptions; readonly paths: readonly string[] },
  { cwd }: CommandWorld,
): Promise<Iterable<string>> {
  if (format === 'json') return scorecardJson(card);
  if (format === 'markdown') return [scorecardMarkdown(card)];
  const { pagePieces } = await import('./report/page-pieces.js');
  return pagePieces(card, createSession(session), paths, cwd);
}
