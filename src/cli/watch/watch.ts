import { resolve } from 'node:path';
import type { LintOutcome } from '../../lint/index.js';
import { plural, type Reporter, shownPath } from '../../report/index.js';
import { failed } from '../failed.js';
import { notice } from '../notice.js';
import type { LintOptions } from '../options.js';
import { UsageError } from '../usage.js';
import type { CommandWorld } from '../world.js';
import { withFileInMemory } from './file-in-memory.js';
import { ResultChanges } from './result-changes.js';
import { SaidBefore } from './said-before.js';
import { isWatched, watchedFolders } from './watched-folders.js';

/** Lints all files once. */
export type LintRun = (
  options: LintOptions,
  world: CommandWorld,
  reporterFrom: (reporter: Reporter) => Reporter,
) => Promise<{ readonly code: number; readonly outcome: LintOutcome }>;

/** Reports whose later runs can be printed below earlier ones. */
const FORMATS = ['stylish', 'pretty', 'compact'];

/**
 * Runs `--watch`: lints and reports once, then lints the changed files after each change to the files or a
 * configuration, and prints how the findings changed.
 * @returns the last exit code, if watching ends
 * @throws UsageError for options that end a run or write to watched files
 */
export async function watch(
  run: LintRun,
  { paths, options: given }: { readonly paths: readonly string[]; readonly options: LintOptions },
  outside: CommandWorld,
): Promise<number> {
  checkWatch(given);
  const { world, options } = withCache(outside, given);
  const changes = new ResultChanges();
  const start = world.now();
  const said = new SaidBefore(world.stderr);
  const first = await run(options, { ...world, stderr: said.output(world.stderr.isTTY) }, (reporter) =>
    changes.remembering(reporter),
  );
  let { code } = first;
  let configs = first.outcome.configs;
  const watchFolders = world.watch ?? (await import('./node-watch.js')).watchFolders;
  const atStart = watchedFolders(paths, configs, world);
  notice(`watching ${plural(atStart.length, 'folder')}; press Ctrl-C to stop`, world);
  let known: readonly string[] | undefined = atStart;
  const folders = () => {
    const found = known ?? watchedFolders(paths, configs, world);
    known = undefined;
    return found;
  };
  for await (const changed of watchFolders(folders, start, world.now)) {
    const touched = changed.filter(isWatched);
    if (touched.length === 0) continue;
    const names = touched.map((path) => shownPath(path, world.cwd));
    const quiet = { ...world, stderr: said.output(false) };
    try {
      const again = await run(options, quiet, () => changes.reporter(names));
      ({ code } = again);
      configs = again.outcome.configs;
    } catch (error) {
      code = await failed(error, quiet, options.debug ?? false);
    }
    for (const path of touched)
      if (configs.includes(path) && /\.[cm]?js$/.test(path))
        notice(`${shownPath(path, world.cwd)}: restart to load the changed code`, world);
  }
  return code;
}

function checkWatch(options: LintOptions): void {
  const excluded: readonly (readonly [unknown, string])[] = [
    [options.stdin, '--stdin'],
    [options.fix, '--fix'],
    [options.fixDryRun, '--fix-dry-run'],
    [options.staged, '--staged'],
    [options.since !== undefined, '--since'],
    [options.outputFile.length > 0, '--output-file'],
    [options.suppressAll, '--suppress-all'],
    [options.suppressRule.length > 0, '--suppress-rule'],
    [options.pruneSuppressions, '--prune-suppressions'],
    [options.printConfig !== undefined, '--print-config'],
    [!FORMATS.includes(options.format), `-f ${options.format}`],
  ];
  const found = excluded.find(([given]) => given);
  if (found) throw new UsageError(`--watch cannot be used with ${found[1]}`);
}

/** Adds a cache in memory if `--cache` is not set, so that unchanged files are not linted again. */
function withCache(world: CommandWorld, options: LintOptions): { world: CommandWorld; options: LintOptions } {
  if (options.cache || options.untrusted) return { world, options };
  const cacheLocation = resolve(world.cwd, '.replylint-watched');
  return {
    world: { ...world, fs: withFileInMemory(world.fs, cacheLocation) },
    options: { ...options, cache: true, cacheLocation },
  };
}
