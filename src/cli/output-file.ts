import { randomUUID } from 'node:crypto';
import {
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

/** A path that may be written, links followed, and what is there now. */
export interface Place {
  readonly path: string;
  readonly now: Stats | undefined;
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
  return { path: now ? realpathSync(path) : path, now };
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
export function writeWhole({ path, now }: Place, text: string): void {
  if (now && !now.isFile()) {
    writeFileSync(path, text);
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
    if (now) chmodSync(beside, now.mode & 0o7777);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
