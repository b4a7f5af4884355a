import { availableParallelism } from 'node:os';
import type { SessionOptions } from '../lint/index.js';
import type { LintOptions } from './options.js';
import type { CommandWorld } from './world.js';

/**
 * From this many files on, `auto` uses threads: each takes a third of a second of processor time to start and to warm up,
 * as long as a thousand short replies.
 */
const MANY = 1000;

/** The threads that `--concurrency` asks for. Undefined if one thread is enough. */
export function threadsFrom(options: Omit<LintOptions, 'format'>, { worker }: CommandWorld): SessionOptions['threads'] {
  const { concurrency, stdin, fix, fixDryRun, cache, stats } = options;
  const isAuto = concurrency === 'auto';
  const count = isAuto ? Math.min(4, availableParallelism()) : concurrency;
  if (!worker || count < 2 || fix || fixDryRun || cache || stats || stdin) return undefined;
  return { module: worker, count, fewest: isAuto ? MANY : 1 };
}
