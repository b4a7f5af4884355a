import { dirname, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/index.js';
import { ArgumentTally } from './argument-tally.js';
import { configNotices, unusedOverrides } from './config-notices.js';
import { lintLoaded } from './lint-loaded.js';
import { lintLong } from './lint-long.js';
import { FolderLibrary, folderPath, libraryOf } from './load/library.js';
import { withLoneReply } from './load/lone-reply.js';
import type { KnownStep, LoadedStep, LoadStep, LongStep } from './load/step.js';
import { OfficeFiles, skippedOffice } from './office-files.js';
import type { RunOptions } from './options.js';
import { type LintOutcome, OutcomeBuilder } from './outcome.js';
import { lintFile } from './settle/lint-file.js';
import { Unconfigured } from './unconfigured.js';

/**
 * Loads those files of the given folders that a run has not linted. They help to determine what the replies of a folder
 * have in common.
 * @param linted absolute paths of the linted files
 */
export type BesideLoader = (folders: Iterable<string>, linted: ReadonlySet<string>) => AsyncIterable<LoadStep>;

/**
 * Lints the files of a run as they are loaded, and collects the outcome.
 * @param paths the arguments that led to the files
 */
export async function lintSteps(
  steps: AsyncIterable<LoadStep>,
  paths: readonly string[],
  run: RunOptions,
  beside: BesideLoader = async function* () {},
): Promise<LintOutcome> {
  const outcome = new OutcomeBuilder(run);
  const tally = new ArgumentTally(paths);
  const configs = new Set<ResolvedConfig>();
  const office = new OfficeFiles();
  const unconfigured = new Unconfigured();
  const linted = new Set<string>();
  /** Maps each folder to its first file. */
  const folders = new Map<string, string>();
  const count = (step: KnownStep | LoadedStep | LongStep, replies: number | undefined) => {
    tally.add(step, replies);
    // The replies of a long file are counted separately for each passage.
    return run.progress?.({ files: 1, replies: step.kind === 'long' ? 0 : (replies ?? 0) });
  };
  for await (const step of withLoneReply(steps, run)) {
    if ('config' in step) {
      const absolute = fileOf(step);
      if (step.kind !== 'long') linted.add(absolute);
      if (isOfFolder(step) && !folders.has(dirname(absolute))) folders.set(dirname(absolute), absolute);
      configs.add(step.config);
      step.config.note(absolute);
      await run.suppressions?.open(absolute, step.config);
    }
    if (step.kind === 'file') await count(step, await lintLoaded(step, optionsFor(step, run), outcome));
    else if (step.kind === 'long') await count(step, await lintLong(step, run, outcome));
    else if (step.kind === 'known') await count(step, addKnown(step, outcome));
    else if (step.kind === 'office') {
      office.add(step.path);
      if (!run.changes || run.changes.of(step.path) !== undefined) outcome.addSkipped(skippedOffice(step.path));
    } else if (step.kind === 'unconfigured') {
      unconfigured.add(step.error);
      tally.drop(step.argument);
    } else reportPath(step, { run, outcome, tally });
  }
  for await (const line of unconfigured.lines(run.shown, configs.size > 0)) outcome.fail(line);
  // Other files are loaded only for folders in which a reply lacks something, because otherwise there is nothing that
  // could be a convention.
  const lacking = [...folders].flatMap(([folder, file]) => (outcome.isLacking(file) ? [folder] : []));
  const forConventions = onlyForConventions();
  for await (const step of beside(lacking, linted)) {
    if (isOfFolder(step)) addBeside(step, forConventions, run, outcome);
  }
  const withReplies = tally.replies === 0 ? undefined : outcome.folders;
  for (const line of run.changes ? [] : office.notices(withReplies, run.shown)) outcome.notice(line);
  if (!run.changes)
    for (const { argument, named } of tally.withoutReplies()) {
      if (!named && !run.errorOnUnmatchedPattern) continue;
      // The advice is omitted for standard input, because `list` does not read it.
      const advice = paths.length === 0 ? '' : '; run `replylint list --skipped` to see why';
      const line = `${argument}: no reply found${advice}`;
      // An argument without replies is not an error if the only text is standard input, or if the file is an empty
      // export among files with replies.
      const isExpected = paths.length === 0 || outcome.isExpectedWithout(resolve(run.cwd, argument));
      if (run.errorOnUnmatchedPattern && !isExpected) outcome.fail(line);
      else outcome.notice(line);
    }
  for (const config of configs) outcome.addConfig(config);
  const covered = run.changes ? [] : paths.map((path) => resolve(run.cwd, path));
  for (const line of configNotices(run.finder, configs, run.shown)) outcome.notice(line);
  for (const line of unusedOverrides(configs, covered, run.shown)) outcome.notice(line);
  saveCache(run, outcome);
  return outcome.finish(paths.length > 0 && !tally.hasNamed);
}

function optionsFor({ isAlone }: LoadedStep, run: RunOptions): RunOptions {
  return isAlone ? { ...run, isAlone } : run;
}

function fileOf(step: KnownStep | LoadedStep | LongStep): string {
  if (step.kind === 'file') return step.loaded.absolute;
  return step.kind === 'long' ? step.long.absolute : step.record.result.filePath;
}

/** Returns true for a file whose replies belong to the library of its folder. */
function isOfFolder(step: LoadStep): boolean {
  if (step.kind === 'file') return step.loaded.library instanceof FolderLibrary;
  return step.kind === 'known' && step.record.folder !== undefined;
}

/**
 * Returns a function that reduces a configuration to the rules that can show a convention, and to the rules that these
 * yield to.
 */
function onlyForConventions(): (config: ResolvedConfig) => ResolvedConfig {
  const reduced = new Map<ResolvedConfig, ResolvedConfig>();
  return (config) => {
    const known = reduced.get(config);
    if (known) return known;
    const rules = config.rules.filter(({ convention }) => convention !== undefined);
    const ids = new Set(rules.flatMap(({ id, yieldsTo = [] }) => [id, ...yieldsTo]));
    const made = config.withOnly(({ id }) => ids.has(id));
    reduced.set(config, made);
    return made;
  };
}

/** Adds a file that is not linted in this run, only to determine what the replies of its folder have in common. */
function addBeside(
  step: LoadStep,
  forConventions: (config: ResolvedConfig) => ResolvedConfig,
  run: RunOptions,
  outcome: OutcomeBuilder,
): void {
  if (step.kind === 'known') addToLibrary(step, outcome);
  if (step.kind !== 'file') return;
  const { result, applied } = lintFile(step.loaded, forConventions(step.config), run);
  outcome.addToLibrary(libraryOf(step.loaded, step.config), result, applied);
}

function addToLibrary({ record, config }: KnownStep, outcome: OutcomeBuilder): void {
  const applied = record.applied.flatMap(([id, count]) =>
    config.rules.filter((rule) => rule.id === id).map((rule) => [rule, count] as const),
  );
  const path = config.pathOf(record.result.filePath);
  outcome.addToLibrary(record.folder ? folderPath(path) : path, record.result, new Map(applied));
}

function addKnown(step: KnownStep, outcome: OutcomeBuilder): number {
  const { record, config } = step;
  addToLibrary(step, outcome);
  outcome.addDigests(record.library, { absolute: record.result.filePath, config, touched: 'all' });
  return outcome.addFile(record, step.named);
}

/** Reports what happened to a path that leads to no file to lint. */
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
    if (run.warnIgnored) outcome.notice(step.by === '--ignore-pattern' ? line : `${line}; use --no-ignore to lint it`);
    return;
  }
  if (step.kind === 'skipped') {
    outcome.addSkipped(step.skipped);
    run.debug(`${run.shown(step.path)}: ${step.skipped.reason}, not read`);
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
