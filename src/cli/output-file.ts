import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage.js';

/** A path that may be written. */
export interface Place {
  /** Links followed. */
  readonly path: string;
  /** True for a pipe, a device, an open stream: nothing is put in its place. */
  readonly isStream: boolean;
  /** The permissions of the file that is there now. */
  readonly mode: number | undefined;
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
  return { path: now && !isStream ? realpathSync(path) : path, isStream, mode: now && now.mode & 0o7777 };
}

/** Links and spellings that lead to one file are one file. */
function isSame(file: string, path: string, { dev, ino }: Stats): boolean {
  if (file === path) return true;
  const other = statSync(file, { throwIfNoEntry: false });
  return other !== undefined && other.dev === dev && other.ino === ino;
}

/**
 * Writes a text whole or not at all: beside the place, then under its name. Folders that are missing are made. What is
 * no regular file, such as a pipe, is written to as it is.
 * @throws what the file system throws
 */
export function writeWhole({ path, isStream, mode }: Place, text: string): void {
  if (isStream) {
    appendFileSync(path, text);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID().slice(0, 8)}.tmp`);
  const file = openSync(beside, 'wx');
  try {
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
