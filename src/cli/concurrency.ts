import { availableParallelism } from 'node:os';
import type { SessionOptions } from '../lint/index.js';
import type { LintOptions } from './options.js';
import type { CommandWorld } from './world.js';

/**
 * Minimum number of files for which `auto` uses threads. A large file counts once per 8 KiB. Below this, starting and
 * warming up a thread would take longer than what it saves.
 */
const MANY = 1000;

/** Returns the number of threads that `--concurrency` asks for. Undefined if one thread is enough. */
export function threadsFrom(options: Omit<LintOptions, 'format'>, { worker }: CommandWorld): SessionOptions['threads'] {
  const { concurrency, stdin, fix, fixDryRun, cache, stats } = options;
  const isAuto = concurrency === 'auto';
  const count = isAuto ? Math.min(4, availableParallelism()) : concurrency;
  if (!worker || count < 2 || fix || fixDryRun || cache || stats || stdin) return undefined;
  return { module: worker, count, fewest: isAuto ? MANY : 1 };
}
