import { resolve } from 'node:path';
import type { LintOutcome } from '../lint/index.js';
import { encode } from '../read/index.js';
import { extensionFor } from './input-format.js';
import type { LintOptions } from './options.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** The paths to lint. @throws UsageError for an empty path, such as an unset shell variable */
export function pathsFrom(paths: readonly string[]): readonly string[] {
  if (paths.includes('')) throw new UsageError('a path is empty; check for an unset shell variable');
  return paths.length === 0 ? ['.'] : paths;
}

/** The file that standard input is treated as. Without a name, its text shows its format. */
export function stdinPath({ stdinFilename }: LintOptions, input: Buffer, { cwd }: CommandWorld): string {
  return resolve(cwd, stdinFilename ?? `stdin.${extensionFor(input)}`);
}

/**
 * Writes the text from standard input to standard output, with its fixes, in its encoding; unchanged if nothing was
 * fixed.
 */
export function writeFixedInput(bytes: Buffer, { fixed: [first] }: LintOutcome, { stdout }: CommandWorld): void {
  stdout.write(first ? encode(first.file, first.output) : bytes);
}
