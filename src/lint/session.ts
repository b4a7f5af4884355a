import { SourceFile } from '../model/source-file.js';
import type { Cache } from './cache/cache.js';
import { lintSteps } from './lint-steps.js';
import { loadBeside, loadFiles, loadState, loadText } from './load/load-files.js';
import { readSource } from './load/read-source.js';
import type { LoadStep } from './load/step.js';
import { nodeFileSystem } from './node-file-system.js';
import { type RunOptions, runOptions, type SessionOptions } from './options.js';
import type { LintOutcome } from './outcome.js';
import { loadInThreads } from './workers/spread.js';

/** Lints files and texts with the same rules and options. Configurations stay loaded between calls. */
export interface Session {
  /**
   * Lints the files that paths lead to: files, folders and patterns.
   * @throws ConfigError if a configuration is invalid
   */
  lint(paths: readonly string[]): Promise<LintOutcome>;
  /**
   * Lints a text, or its bytes, as if it were the content of a file.
   * @throws ConfigError if its configuration is invalid
   */
  lintText(absolute: string, text: string | Buffer): Promise<LintOutcome>;
  /**
   * Loads the files without linting them.
   * @throws ConfigError if a configuration is invalid
   */
  load(paths: readonly string[]): AsyncGenerator<LoadStep>;
}

export function createSession(given: SessionOptions): Session {
  // Reply records are always kept with a cache, because later runs share the cached data and may need them.
  const options = given.cache ? { ...given, keepsReplies: true } : given;
  const run = runOptions(options);
  return {
    load: (paths) => loadFiles(paths, run),
    lint: async (paths) => {
      const past = options.cache && (await import('./cache/past-run.js')).PastRuns.of(paths, given);
      const known = await past?.outcome((absolute) => sourceOf(absolute, run));
      if (known) return known;
      const cached = { ...run, cache: await openCache(options, run), ...(past && { fs: past.fs }) };
      const state = loadState(paths, cached);
      // Worker threads can only read from disk, not from a commit, from memory or from a cache.
      const threads = cached.fs === nodeFileSystem ? options.threads : undefined;
      const steps = threads
        ? loadInThreads(paths, cached, { state, session: { ...options, threads } })
        : loadFiles(paths, cached, state);
      const outcome = await lintSteps(steps, paths, cached, (folders, linted) =>
        loadBeside(folders, linted, cached, state),
      );
      await past?.keep(outcome, cached);
      return outcome;
    },
    lintText: (absolute, text) => lintSteps(loadedText(absolute, text, run), [], run),
  };
}

async function* loadedText(absolute: string, text: string | Buffer, run: RunOptions): AsyncGenerator<LoadStep> {
  yield await loadText(text, absolute, run);
}

function sourceOf(absolute: string, { fs }: RunOptions): string | undefined {
  const { file } = readSource(absolute, absolute, fs);
  return file instanceof SourceFile ? file.text : undefined;
}

async function openCache({ cache }: SessionOptions, run: RunOptions): Promise<Cache | undefined> {
  if (!cache) return undefined;
  const { Cache } = await import('./cache/cache.js');
  return new Cache(cache.path, { ...run, version: cache.version });
}
