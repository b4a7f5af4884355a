import { resolve } from 'node:path';
import type { LintOptions } from './program.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** The paths to lint. @throws UsageError for an empty path, which an unset shell variable gives */
export function pathsFrom(paths: readonly string[]): readonly string[] {
  if (paths.includes('')) throw new UsageError('an empty path was given: is a shell variable not set?');
  return paths.length === 0 ? ['.'] : paths;
}

/** The file that a text from standard input is treated as. */
export function stdinPath({ stdinFilename = 'stdin.md' }: LintOptions, { cwd }: CommandWorld): string {
  return resolve(cwd, stdinFilename);
}

/** @throws UsageError for a text that is longer than a string can be */
export async function stdinText({ stdin }: CommandWorld): Promise<string> {
  try {
    return await stdin();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STRING_TOO_LONG') throw error;
    throw new UsageError('--stdin: the text is too long to be read at once; name its file');
  }
}
