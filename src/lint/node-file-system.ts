import {
  appendFileSync,
  closeSync,
  type Dirent,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { FileKind, FileStatus, FileSystem, OpenFile } from '../model/file-system.js';
import { writeWhole } from './write-whole.js';

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
