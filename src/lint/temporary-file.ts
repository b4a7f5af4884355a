import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TemporaryFile } from '../model/file-system.js';

/** Opens a file that only this process can read, and that loses its name at once: a killed run leaves nothing behind. */
export function openTemporary(): TemporaryFile | undefined {
  const path = join(tmpdir(), `replylint-${randomUUID()}.tmp`);
  const file = openSync(path, 'wx+', 0o600);
  try {
    rmSync(path);
  } catch {
    // A system that cannot remove an open file would keep the texts of customers.
    closeSync(file);
    rmSync(path, { force: true });
    return undefined;
  }
  return {
    read: (into, length, position) => readSync(file, into, 0, length, position),
    write: (bytes, position) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, position + at);
    },
    close: () => closeSync(file),
  };
}
