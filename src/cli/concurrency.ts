import { availableParallelism } from 'node:os';
import type { LintRun } from '../lint/index.js';
import type { LintOptions } from './program.js';
import type { World } from './world.js';

/** The threads that `--concurrency` asks for; undefined where one is enough. */
export async function poolFrom(
  { concurrency, config, configLookup, untrusted, stdin }: LintOptions,
  { cwd, override, includeInactive, directives, fix, changes, cache, stats }: LintRun,
  { worker }: World,
): Promise<LintRun['pool']> {
  const size = concurrency === 'auto' ? Math.min(4, availableParallelism()) : concurrency;
  if (!worker || size < 2 || fix !== 'no' || changes || cache || stats || stdin) return undefined;
  const { Pool } = await import('../lint/workers/pool.js');
  return new Pool(worker, size, {
    cwd,
    config: { explicit: config, lookup: configLookup && !untrusted, trusted: !untrusted },
    ...(override && { override }),
    includeInactive,
    directives,
  });
}
