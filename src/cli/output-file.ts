import { appendFileSync, mkdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../lint/index.js';
import { UsageError } from './usage.js';

/** A path that may be written. */
export interface Place {
  /** Links followed. */
  readonly path: string;
  /** True for a pipe, a device, an open stream: nothing is put in its place. */
  readonly isStream: boolean;
}

/**
 * Where a report is to be written.
 * @param linted the files that were looked at; none of them is overwritten
 * @throws UsageError where the path is one of these, or a folder
 */
export function placeToWrite(path: string, linted: readonly string[]): Place {
  const now = statSync(path, { throwIfNoEntry: false });
  if (now?.isDirectory()) throw new UsageError('the report could not be written: this is a folder');
  if (now?.isFile() && linted.some((file) => isSame(file, path, now)))
    throw new UsageError('this file was linted, so no report is written over it; name another, or ignore this one');
  // `/dev/stdout` is a link to a file where the shell sends it to one, and to no path at all where it is a pipe.
  const isStream = now !== undefined && (!now.isFile() || path.startsWith('/dev/'));
  return { path: now && !isStream ? realpathSync(path) : path, isStream };
}

/** Links and spellings that lead to one file are one file. */
function isSame(file: string, path: string, { dev, ino }: Stats): boolean {
  if (file === path) return true;
  const other = statSync(file, { throwIfNoEntry: false });
  return other !== undefined && other.dev === dev && other.ino === ino;
}

/**
 * Writes a report, whole or not at all but for what is no regular file. Folders that are missing are made.
 * @throws what the file system throws
 */
export function writeReport({ path, isStream }: Place, pieces: Iterable<string>): void {
  if (isStream) for (const piece of pieces) appendFileSync(path, piece);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, pieces);
  }
}
