import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  type Dirent,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileKind, FileStatus, FileSystem, FileWritten, OpenFile } from '../model/file-system.js';

/** The file system of the machine. */
export const nodeFileSystem: FileSystem = {
  exists: existsSync,
  status: (path) => statusFrom(statSync(path, { throwIfNoEntry: false })),
  linkStatus: (path) => statusFrom(lstatSync(path, { throwIfNoEntry: false })),
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  read: (path) => readFileSync(path),
  open: openFile,
  realPath: (path) => realpathSync(path),
  write: writeWhole,
  create: (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  },
  append: (path, text) => appendFileSync(path, text),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
};

function statusFrom(stats: Stats | undefined): FileStatus | undefined {
  if (!stats) return undefined;
  return { kind: kindOf(stats), size: stats.size, names: stats.nlink, id: `${stats.dev}:${stats.ino}` };
}

function kindOf(entry: Stats | Dirent): FileKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function openFile(path: string): OpenFile {
  const file = openSync(path, 'r');
  return {
    read: (into, length, position) => readSync(file, into, 0, length, position),
    close: () => closeSync(file),
  };
}

/** Writes beside the file, flushes, and renames. The mode of the file stays. Nothing is left beside it on failure. */
function writeWhole(path: string, content: FileWritten): void {
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
