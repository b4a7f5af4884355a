import { resolve } from 'node:path';
import type { ResolvedConfig } from '../config/index.js';
import { ArgumentTally } from './argument-tally.js';
import { configNotices } from './config-notices.js';
import { lintLoaded } from './lint-loaded.js';
import { lintLong } from './lint-long.js';
import type { KnownStep, LoadStep } from './load/step.js';
import { OfficeFiles } from './office-files.js';
import type { RunOptions } from './options.js';
import { type LintOutcome, OutcomeBuilder } from './outcome.js';
import { Unconfigured } from './unconfigured.js';
import type { PathStep } from './walk/walk.js';

/** Lints the files of a run as they are loaded, and collects the outcome. @param paths the arguments that led to them */
export async function lintSteps(
  steps: AsyncIterable<LoadStep>,
  paths: readonly string[],
  run: RunOptions,
): Promise<LintOutcome> {
  const outcome = new OutcomeBuilder(run);
  const tally = new ArgumentTally(paths);
  const configs = new Set<ResolvedConfig>();
  const office = new OfficeFiles();
  const unconfigured = new Unconfigured();
  for await (const step of steps) {
    if ('config' in step) {
      configs.add(step.config);
      await run.suppressions?.open(pathOf(step), step.config);
    }
    if (step.kind === 'file') tally.add(step, await lintLoaded(step, run, outcome));
    else if (step.kind === 'long') tally.add(step, await lintLong(step, run, outcome));
    else if (step.kind === 'known') tally.add(step, addKnown(step, outcome));
    else if (step.kind === 'office') office.add(step.path);
    else if (step.kind === 'unconfigured') {
      unconfigured.add(step.error);
      tally.drop(step.argument);
    } else reportPath(step, { run, outcome, tally });
  }
  for await (const line of unconfigured.lines(run.shown, configs.size > 0)) outcome.fail(line);
  const folders = tally.replies === 0 ? undefined : outcome.folders;
  for (const line of run.changes ? [] : office.notices(folders, run.shown)) outcome.notice(line);
  if (!run.changes)
    for (const { argument, named } of tally.withoutReplies()) {
      if (!named && !run.errorOnUnmatchedPattern) continue;
      // `list` takes no text from standard input.
      const advice = paths.length === 0 ? '' : '; `replylint list --skipped` says why';
      const line = `${argument}: no reply found${advice}`;
      // A text from standard input is what there is; an empty export is no mistake among files with replies.
      const isExpected = paths.length === 0 || outcome.isExpectedWithout(resolve(run.cwd, argument));
      if (run.errorOnUnmatchedPattern && !isExpected) outcome.fail(line);
      else outcome.notice(line);
    }
  for (const config of configs) outcome.addConfig(config);
  outcome.addBaselineNotices();
  for (const line of configNotices(run.finder, configs, run.shown)) outcome.notice(line);
  saveCache(run, outcome);
  return outcome.finish();
}

function pathOf(step: Exclude<LoadStep, PathStep>): string {
  if (step.kind === 'known') return step.record.result.filePath;
  return step.kind === 'file' ? step.loaded.absolute : step.long.absolute;
}

function addKnown({ record, config, named }: KnownStep, outcome: OutcomeBuilder): number {
  const applied = record.baseline.flatMap(([id, count]) =>
    config.rules.filter((rule) => rule.id === id).map((rule) => [rule, count] as const),
  );
  outcome.addToBaseline(record.result, new Map(applied));
  return outcome.addFile(record, named);
}

/** Says what happened to a path that leads to no file to lint. */
function reportPath(
  step: Exclude<LoadStep, { readonly kind: 'file' | 'long' | 'known' | 'office' | 'unconfigured' }>,
  {
    run,
    outcome,
    tally,
  }: { readonly run: RunOptions; readonly outcome: OutcomeBuilder; readonly tally: ArgumentTally },
): void {
  if (step.kind === 'ignored') {
    const line = `${run.shown(step.path)}: ignored by ${step.by}`;
    if (!step.named) {
      run.debug(line);
      return;
    }
    tally.drop(step.argument);
    if (run.warnIgnored) outcome.notice(step.by === '--ignore-pattern' ? line : `${line}; --no-ignore lints it`);
    return;
  }
  tally.drop(step.argument);
  if (step.kind === 'again') return;
  if (step.kind === 'unread') {
    if (!run.changes || run.changes.of(step.result.filePath) !== undefined) outcome.addUnread(step.result);
  } else if (run.errorOnUnmatchedPattern) {
    outcome.fail(`${step.argument}: ${step.reason}`);
  }
}

function saveCache({ cache, shown }: RunOptions, outcome: OutcomeBuilder): void {
  if (!cache) return;
  cache.save();
  for (const problem of cache.notices) outcome.notice(`${shown(cache.path)}: ${problem}`);
}
