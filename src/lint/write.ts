import { randomUUID } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts new content in place of a file, whole or not at all: written beside it, flushed, renamed. The mode stays.
 * @param content one piece, or one after the other
 * @throws the file system's error, and what `content` throws; the file is then as it was, and nothing is left beside it
 */
export function writeWhole(path: string, content: string | Buffer | Iterable<string | Buffer>): void {
  const beside = join(dirname(path), `.replylint-${randomUUID()}.tmp`);
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  const pieces = typeof content === 'string' || Buffer.isBuffer(content) ? [content] : content;
  try {
    const file = openSync(beside, 'wx', 0o644);
    try {
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      }
      if (mode !== undefined) fchmodSync(file, mode & 0o7777);
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
