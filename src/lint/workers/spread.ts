import { availableParallelism } from 'node:os';
import { isLong, type LoadState, loadFile } from '../load/load-file.js';
import { filesToLoad, loaded, loadFiles, type ScanOptions } from '../load/load-files.js';
import { sizeOf } from '../load/read-source.js';
import type { LoadStep } from '../load/step.js';
import type { SessionOptions, ThreadOptions } from '../options.js';
import type { FileToLoad, PathStep } from '../walk/walk.js';
import type { WorkerOptions } from './pool.js';

/** Size in bytes from which a file counts as more than one. */
const SIZE = 8192;
/** Maximum number of threads for `auto`. With more, the main thread cannot keep up. */
const MOST_THREADS = 4;

/** Yields the files that paths lead to, in order. If there are enough of them, worker threads lint them. */
export async function* loadInThreads(
  paths: readonly string[],
  options: ScanOptions,
  {
    state,
    session,
  }: { readonly state: LoadState; readonly session: SessionOptions & { readonly threads: ThreadOptions } },
): AsyncGenerator<LoadStep> {
  const { threads } = session;
  if (typeof threads.count === 'number' && threads.count < 2) {
    yield* loadFiles(paths, options, state);
    return;
  }
  const coming = filesToLoad(paths, options);
  const first: (FileToLoad | PathStep)[] = [];
  let count = 0;
  while (count < threads.fewest) {
    const { done, value } = await coming.next();
    if (done) break;
    first.push(value);
    if ('item' in value) count += filesWorth(value, options);
  }
  const steps = joined(first, coming);
  // The processors are counted only now, because small runs are not worth the time that it takes.
  const number = count < threads.fewest ? 1 : numberOf(threads);
  if (number < 2) {
    yield* loaded(steps, options, state);
    return;
  }
  const { Pool } = await import('./pool.js');
  const pool = new Pool({ module: threads.module, count: number }, { paths, options: workerOptions(session) });
  yield* pool.lint(withLongFiles());

  /** The main thread loads long files, because a worker thread cannot send their passages. */
  async function* withLongFiles(): AsyncGenerator<LoadStep | FileToLoad> {
    for await (const step of steps)
      yield 'item' in step && isLong(step.item.absolute, step.config, options)
        ? await loadFile(step, options, state)
        : step;
  }
}

/** Returns how many small files a file counts as. A long file counts as one, because threads do not lint it. */
function filesWorth({ item: { absolute }, config }: FileToLoad, options: ScanOptions): number {
  return isLong(absolute, config, options) ? 1 : 1 + Math.floor(sizeOf(absolute, options.fs) / SIZE);
}

function numberOf({ count }: ThreadOptions): number {
  return count === 'auto' ? Math.min(MOST_THREADS, availableParallelism()) : count;
}

async function* joined<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

function workerOptions(session: SessionOptions): WorkerOptions {
  const { cwd, config, today, override, ignorePatterns, ignore, ignoreFiles, within } = session;
  const { includeInactive, inlineConfig, reportUnused, keepsReplies } = session;
  return {
    ...{ cwd, config, today, override, ignorePatterns, ignore, ignoreFiles, within },
    ...{ includeInactive, inlineConfig, reportUnused, keepsReplies },
  };
}
