import { resolve } from 'node:path';
import type { LintOutcome } from '../lint/index.js';
import { encode } from '../read/index.js';
import { extensionFor } from './input-format.js';
import type { LintOptions } from './options.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/**
 * Returns the paths to lint.
 * @throws UsageError for an empty path, which usually comes from an unset shell variable
 */
export function pathsFrom(paths: readonly string[]): readonly string[] {
  if (paths.includes('')) throw new UsageError('a path is empty; check for an unset shell variable');
  return paths.length === 0 ? ['.'] : paths;
}

/**
 * Returns the path that standard input is treated as having. Without `--stdin-filename`, the format is inferred from
 * the text.
 */
export function stdinPath({ stdinFilename }: LintOptions, input: Buffer, { cwd }: CommandWorld): string {
  return resolve(cwd, stdinFilename ?? `stdin.${extensionFor(input)}`);
}

/**
 * Writes the fixed text from standard input to standard output, in its original encoding. If nothing was fixed, the
 * text is written unchanged.
 */
export function writeFixedInput(bytes: Buffer, { fixed: [first] }: LintOutcome, { stdout }: CommandWorld): void {
  stdout.write(first ? encode(first.file, first.output) : bytes);
}
