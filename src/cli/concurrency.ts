import type { SessionOptions } from '../lint/index.js';
import type { LintOptions } from './options.js';
import type { CommandWorld } from './world.js';

/**
 * Minimum number of files for which `auto` uses threads. A large file counts once per 8 KiB. On two processors, two
 * threads lint 1,000 templates in nine tenths of the time that one needs, 4,000 in three quarters, and 10,000 in two
 * thirds, with up to a third more processor time in all. Below it, threads save too little to be worth the processor
 * time.
 */
const MANY = 2000;

/** Returns the number of threads that `--concurrency` asks for. Undefined if one thread is enough. */
export function threadsFrom(options: Omit<LintOptions, 'format'>, { worker }: CommandWorld): SessionOptions['threads'] {
  const { concurrency, stdin, fix, fixDryRun, cache, stats } = options;
  if (!worker || concurrency === 1 || fix || fixDryRun || cache || stats || stdin) return undefined;
  return { module: worker, count: concurrency, fewest: concurrency === 'auto' ? MANY : 1 };
}
