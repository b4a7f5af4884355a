import { createHash, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  type Dirent,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
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
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type {
  FileKind,
  FileStamp,
  FileStatus,
  FileSystem,
  FileWritten,
  OpenFile,
  TemporaryFile,
} from '../model/file-system.js';

/** Node’s file system. */
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
  stamp: stampOf,
  openTemporary,
};

function statusFrom(stats: Stats | undefined): FileStatus | undefined {
  if (!stats) return undefined;
  return { kind: kindOf(stats), size: stats.size, names: stats.nlink, id: `${stats.dev}:${stats.ino}` };
}

function stampOf(path: string): FileStamp | undefined {
  let stats: Stats | undefined;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch {
    // The path is below a file, or in a folder without access, so nothing can be read there.
    return undefined;
  }
  if (!stats) return undefined;
  if (!stats.isFile()) return { text: stats.isDirectory() ? '/' : '?', changed: 0 };
  const { size, ino, mtimeMs, ctimeMs } = stats;
  return { text: `${size} ${ino} ${mtimeMs} ${ctimeMs}`, changed: Math.max(mtimeMs, ctimeMs) };
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

/**
 * Matches the name of a temporary file that is being written, or that a killed run left behind. The name contains the
 * id of the process.
 */
const TEMPORARY = /^\.replylint-(?:([\da-f]{8})-(\d{1,10})-)?[\da-f-]{36}\.tmp$/;
/** Age in milliseconds from which a temporary file counts as left behind. Writing a file never pauses for this long. */
const LEFT_OVER_AFTER = 60_000;

/** Folders that were searched for files left behind by killed runs. */
const CLEANED = new Set<string>();

/**
 * Writes a temporary file next to the target, flushes it, and renames it. The file keeps its mode and owner. A failure
 * leaves no file behind, and files left behind by killed runs are removed.
 */
function writeWhole(path: string, content: FileWritten): void {
  const folder = dirname(path);
  const beside = join(folder, `.replylint-${machine()}-${process.pid}-${randomUUID()}.tmp`);
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
      removeLeftOver(folder, beside);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * Keeps the owner of a file.
 * @throws if another user owns the file, and it cannot be given to them
 */
function keepOwner(file: number, { uid, gid, mode }: Stats): void {
  const now = fstatSync(file);
  if (now.uid !== uid) fchownSync(file, uid, gid);
  else if (now.gid !== gid) {
    try {
      fchownSync(file, uid, gid);
    } catch {
      // The error is ignored because a user who is not in the group cannot give the file to it.
    }
  }
  // The mode is set after the owner, because a new owner clears the set-user-ID and set-group-ID bits.
  fchmodSync(file, mode & 0o7777);
}

let machineId: string | undefined;

/** Returns a value that distinguishes this machine from others that write to the same folder. */
function machine(): string {
  machineId ??= createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  return machineId;
}

/**
 * Returns true if a terminated process of this machine left the file behind. Nothing is known about processes of other
 * machines.
 */
function isLeft([, where, id]: RegExpExecArray): boolean {
  if (id === undefined || where !== machine()) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** @param beside a file that was just written, whose time shows the clock of the file system */
function removeLeftOver(folder: string, beside: string): void {
  if (CLEANED.has(folder)) return;
  CLEANED.add(folder);
  try {
    const now = statSync(beside).mtimeMs;
    for (const name of readdirSync(folder)) {
      const parts = TEMPORARY.exec(name);
      if (parts && (isLeft(parts) || statSync(join(folder, name)).mtimeMs < now - LEFT_OVER_AFTER))
        rmSync(join(folder, name), { force: true });
    }
  } catch {
    // A failure to clean up must not prevent writing.
  }
}

/**
 * Opens a temporary file that only this process can read. Its name is removed immediately, so that a killed run leaves
 * nothing behind.
 */
function openTemporary(): TemporaryFile | undefined {
  const path = join(tmpdir(), `replylint-${randomUUID()}.tmp`);
  const file = openSync(path, 'wx+', 0o600);
  try {
    rmSync(path);
  } catch {
    // Without this cleanup, a system that cannot remove an open file would keep customers’ texts on disk.
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
