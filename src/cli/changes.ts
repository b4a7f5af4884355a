import type { Changes } from '../lint/index.js';
import type { LintOptions } from './options.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/**
 * Returns the changes that `--since` or `--staged` selects. Undefined without these options.
 * @throws UsageError for options that exclude each other, ConfigError if Git fails
 */
export async function changesFrom(
  { since, staged, stdin, fix }: LintOptions,
  world: CommandWorld,
): Promise<Changes | undefined> {
  if (since === undefined && !staged) return undefined;
  if (since !== undefined && staged) throw new UsageError('--since and --staged cannot be used together');
  if (stdin) throw new UsageError('--stdin cannot be used with --since or --staged');
  if (staged && fix) throw new UsageError('--fix cannot change staged content; fix the files, then stage them again');
  const { Changes } = await import('../lint/changes/changes.js');
  return Changes.read(since === undefined ? { staged: true } : { since }, world);
}
