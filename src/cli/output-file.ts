import { appendFileSync, mkdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../lint/index.js';
import { UsageError } from './usage.js';

/** A path that a report can be written to. */
export interface OutputTarget {
  /** Links followed. */
  readonly path: string;
  /** True for a pipe, a device or an open stream, which are appended to, not replaced. */
  readonly isStream: boolean;
}

/**
 * Checks where a report goes.
 * @param linted the files that hold replies
 * @throws UsageError if the path is one of these, or a folder
 */
export function outputTarget(path: string, linted: readonly string[]): OutputTarget {
  const now = statSync(path, { throwIfNoEntry: false });
  if (now?.isDirectory()) throw new UsageError('the report could not be written: this is a folder');
  if (now?.isFile() && linted.some((file) => isSame(file, path, now)))
    throw new UsageError('this file was linted, so no report is written over it; name another, or ignore this one');
  // `/dev/stdout` is a link to a file where the shell sends it to one, and to no path at all where it is a pipe.
  const isStream = now !== undefined && (!now.isFile() || path.startsWith('/dev/'));
  return { path: now && !isStream ? realpathSync(path) : path, isStream };
}

/** True if two paths lead to the same file, through links or in another spelling. */
function isSame(file: string, path: string, { dev, ino }: Stats): boolean {
  if (file === path) return true;
  const other = statSync(file, { throwIfNoEntry: false });
  return other !== undefined && other.dev === dev && other.ino === ino;
}

/**
 * Writes a report, whole or not at all, except to a stream. Missing folders are created.
 * @throws the file system’s error
 */
export function writeReport({ path, isStream }: OutputTarget, pieces: Iterable<string>): void {
  if (isStream) for (const piece of pieces) appendFileSync(path, piece);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, pieces);
  }
}
