import { ArgumentTally } from './argument-tally.js';
import { lintLoaded } from './lint-loaded.js';
import { lintLong } from './lint-long.js';
import type { KnownStep, LoadStep } from './load/step.js';
import { OfficeFiles } from './office-files.js';
import type { RunOptions } from './options.js';
import { type LintOutcome, OutcomeBuilder } from './outcome.js';

/** Lints the files of a run as they are loaded, and collects the outcome. @param paths the arguments that led to them */
export async function lintSteps(
  steps: AsyncIterable<LoadStep>,
  paths: readonly string[],
  run: RunOptions,
): Promise<LintOutcome> {
  const outcome = new OutcomeBuilder(run);
  const tally = new ArgumentTally(paths);
  const office = new OfficeFiles();
  for await (const step of steps) {
    if (step.kind === 'file') tally.add(step, await lintLoaded(step, run, outcome));
    else if (step.kind === 'long') tally.add(step, await lintLong(step, run, outcome));
    else if (step.kind === 'known') tally.add(step, addKnown(step, outcome));
    else if (step.kind === 'office') office.add(step.path);
    else reportPath(step, { run, outcome, tally });
  }
  const folders = tally.replies === 0 ? undefined : outcome.folders;
  for (const line of run.changes ? [] : office.notices(folders, run.shown)) outcome.notice(line);
  if (!run.changes) addWithoutReplies(tally, run, outcome);
  outcome.addBaselineNotices();
  saveCache(run, outcome);
  return outcome.finish();
}

/** A folder without replies fails the run; so does a named file, unless others hold some: something was checked then. */
function addWithoutReplies(
  tally: ArgumentTally,
  { errorOnUnmatchedPattern }: RunOptions,
  outcome: OutcomeBuilder,
): void {
  const nothingChecked = tally.replies === 0;
  for (const { argument, named } of tally.withoutReplies()) {
    if (!named && !errorOnUnmatchedPattern) continue;
    outcome.notice(`${argument}: no reply found${named ? '' : '; `replylint list --debug` says why'}`);
    if (errorOnUnmatchedPattern && (!named || nothingChecked)) outcome.fail();
  }
}

function addKnown({ record, config }: KnownStep, outcome: OutcomeBuilder): number {
  const applied = record.baseline.flatMap(([id, count]) =>
    config.rules.filter((rule) => rule.id === id).map((rule) => [rule, count] as const),
  );
  outcome.addToBaseline(record.result, new Map(applied));
  return outcome.addFile(record);
}

/** Says what happened to a path that leads to no file to lint. */
function reportPath(
  step: Exclude<LoadStep, { readonly kind: 'file' | 'long' | 'known' | 'office' }>,
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
  if (step.kind === 'unread') {
    if (!run.changes || run.changes.of(step.result.filePath) !== undefined) outcome.addUnread(step.result);
  } else if (run.errorOnUnmatchedPattern) {
    outcome.notice(`${step.argument}: ${step.reason}`);
    outcome.fail();
  }
}

function saveCache({ cache, shown }: RunOptions, outcome: OutcomeBuilder): void {
  if (!cache) return;
  cache.save();
  for (const problem of cache.notices) outcome.notice(`${shown(cache.path)}: ${problem}`);
}
