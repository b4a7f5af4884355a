import { dirname, resolve } from 'node:path';
import { bufferOf } from '../../model/bytes.js';
import type { FileSystem } from '../../model/file-system.js';
import type { LintResult } from '../../model/finding.js';
import { SourceFile } from '../../model/source-file.js';
import { decode, NotText, type OnDisk, officeKindOf, type Surroundings, tooLong } from '../../read/index.js';
import { uncheckedResult } from '../result/lint-result.js';
import { isBelow } from '../walk/leads-out.js';
import type { FileToLoad } from '../walk/walk.js';

/** A file that could not be read. */
export interface UnreadSource {
  readonly result: LintResult;
  /** The reason in words, without the advice to save the file as UTF-8. */
  readonly reason: string;
  /** The probable text of the file, which shows whether it would have contained replies. */
  readonly guess: SourceFile | undefined;
}

/**
 * Reads a file, or returns a result that says why it could not be read.
 * @param path the path for reports and ids
 */
export function readSource(
  absolute: string,
  path: string,
  fs: FileSystem,
): { readonly file: SourceFile | UnreadSource; readonly bytes?: Buffer } {
  const office = officeKindOf(absolute);
  if (office) {
    const reason = `replylint cannot read a ${office.name}; ${office.advice}`;
    return { file: { result: uncheckedResult(absolute, reason), reason, guess: undefined } };
  }
  return readBytes(absolute, path, () => bufferOf(fs.read(absolute)));
}

/** Reads and decodes a file, or returns a result that says why it is not text. */
export function readBytes(
  absolute: string,
  path: string,
  read: () => Buffer,
): { readonly file: SourceFile | UnreadSource; readonly bytes?: Buffer } {
  try {
    const bytes = read();
    return { file: decode(path, bytes), bytes };
  } catch (error) {
    return { file: unreadSource(absolute, path, error) };
  }
}

/** Returns the file with the reason from an error why it was not read. */
export function unreadSource(absolute: string, path: string, error: unknown): UnreadSource {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof NotText) {
    const guess = error.guess ? new SourceFile(path, error.guess) : undefined;
    return { result: uncheckedResult(absolute, message), reason: error.reason, guess };
  }
  const reason = code === 'ERR_FS_FILE_TOO_LARGE' ? tooLong() : `cannot be read (${code ?? message})`;
  return { result: uncheckedResult(absolute, reason), reason, guess: undefined };
}

/** Returns the size of a file in bytes. If it is unknown, returns 0, and reading the file then reports the fault. */
export function sizeOf(absolute: string, fs: FileSystem): number {
  try {
    return fs.status(absolute)?.size ?? 0;
  } catch {
    return 0;
  }
}

/** Returns the location of a file of the run. */
export function onDisk(item: FileToLoad['item'], surroundings: Surroundings, cwd: string): OnDisk {
  return { surroundings, absolute: item.absolute, given: isFolderGiven(item, cwd) };
}

/** Returns true if the argument is the folder of the file, or a pattern that the file matches. */
function isFolderGiven({ argument, absolute }: FileToLoad['item'], cwd: string): boolean {
  const folder = resolve(cwd, argument);
  const isPattern = !isBelow(absolute, folder);
  return argument !== '.' && (isPattern || folder === dirname(absolute));
}
