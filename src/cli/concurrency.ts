import { availableParallelism } from 'node:os';
import type { LintRun } from '../lint/index.js';
import type { LintOptions } from './program.js';
import { lookupOf } from './run.js';
import type { World } from './world.js';

/** From so many files on, `auto` takes more than one thread. */
const MANY = 1000;

/** The threads that `--concurrency` asks for; undefined where one is enough. */
export async function poolFrom(
  paths: readonly string[],
  options: LintOptions,
  run: LintRun,
  { worker }: World,
): Promise<LintRun['pool']> {
  const { cwd, override, includeInactive, directives, fix, changes, cache, stats } = run;
  const { ignorePatterns, ignore, ignoreFiles, within } = run;
  const { concurrency, stdin } = options;
  const isAuto = concurrency === 'auto';
  const size = isAuto ? Math.min(4, availableParallelism()) : concurrency;
  if (!worker || size < 2 || fix !== 'no' || changes || cache || stats || stdin) return undefined;
  const { Pool } = await import('../lint/workers/pool.js');
  return new Pool(
    worker,
    { size, fewest: isAuto ? MANY : 1 },
    {
      cwd,
      paths,
      leaveOut: {
        ignore,
        ignoreFiles,
        ...(ignorePatterns && { ignorePatterns }),
        ...(within !== undefined && { within }),
      },
      config: lookupOf(options),
      ...(override && { override }),
      includeInactive,
      directives,
    },
  );
}
