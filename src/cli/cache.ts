import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { LintRun } from '../lint/index.js';
import type { LintOptions } from './program.js';
import type { World } from './world.js';

/**
 * The cache that `--cache` asks for; undefined where there is none, and where more is needed of a file than what was
 * found in it: to fix it, or to tell which of its replies have changed.
 */
export async function cacheFrom(
  { cache, cacheLocation, fix, fixDryRun, stdin }: LintOptions,
  { directives, includeInactive, changes }: LintRun,
  { cwd }: World,
): Promise<LintRun['cache']> {
  if (!cache || fix || fixDryRun || stdin || changes) return undefined;
  const { Cache, CACHE_FILE } = await import('../lint/cache/cache.js');
  const location = cacheLocation ?? CACHE_FILE;
  const isFolder = /[\\/]$/.test(location);
  const path = `${resolve(cwd, location)}${isFolder ? '/' : ''}`;
  return new Cache(path, { version: packageJson.version, includeInactive, directives });
}
