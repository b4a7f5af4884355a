import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { kill, pid } from 'node:process';
import type { FileWritten } from '../model/file-system.js';

/** Of the process that writes it, so that the next one knows whether it is left over. */
const TEMPORARY = /^\.replylint-(\d{1,10})-[\da-f-]{36}\.tmp$/;

/** Folders that were looked through for what a killed run left behind. */
const CLEANED = new Set<string>();

/**
 * Writes beside the file, flushes, and renames. Mode and owner of the file stay. Nothing is left beside it on failure, and
 * what a killed run has left beside it is removed.
 */
export function writeWhole(path: string, content: FileWritten): void {
  const folder = dirname(path);
  removeLeftOver(folder);
  const beside = join(folder, `.replylint-${pid}-${randomUUID()}.tmp`);
  const before = statSync(path, { throwIfNoEntry: false });
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  try {
    const file = openSync(beside, 'wx', 0o644);
    try {
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      }
      if (before) keepOwner(file, before);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** @throws if another user owns the file, and it cannot be given to them */
function keepOwner(file: number, { uid, gid, mode }: Stats): void {
  const now = fstatSync(file);
  if (now.uid !== uid) fchownSync(file, uid, gid);
  else if (now.gid !== gid) {
    try {
      fchownSync(file, uid, gid);
    } catch {
      // One who is not in the group cannot give the file to it.
    }
  }
  // After the owner: a new owner takes the bits for running as somebody else away.
  fchmodSync(file, mode & 0o7777);
}

function removeLeftOver(folder: string): void {
  if (CLEANED.has(folder)) return;
  CLEANED.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      const [, writer] = TEMPORARY.exec(name) ?? [];
      if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // What cannot be cleaned up does not keep anybody from writing.
  }
}

function isRunning(process: number): boolean {
  try {
    return kill(process, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
