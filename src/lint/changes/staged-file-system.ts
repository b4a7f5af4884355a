import { basename, dirname, join, sep } from 'node:path';
import type { FileKind, FileStatus, FileSystem, FolderEntry, OpenFile } from '../../model/file-system.js';

/**
 * A file system in which some files have other content, and are there even if they are gone: what would be committed.
 * @param staged absolute path, links followed → content
 */
export function stagedFileSystem(fs: FileSystem, staged: ReadonlyMap<string, Buffer>): FileSystem {
  const contentOf = (path: string) => staged.get(realPathOf(path, fs));
  const isFolder = (path: string) => isAbove(realPathOf(path, fs), staged.keys());
  const statusOf = (path: string, own: () => FileStatus | undefined): FileStatus | undefined => {
    const content = contentOf(path);
    if (content) return { kind: 'file', size: content.length, names: 1, id: realPathOf(path, fs) };
    return own() ?? (isFolder(path) ? { kind: 'folder', size: 0, names: 1, id: path } : undefined);
  };
  return {
    exists: (path) => fs.exists(path) || contentOf(path) !== undefined || isFolder(path),
    status: (path) => statusOf(path, () => fs.status(path)),
    linkStatus: (path) => fs.linkStatus(path) ?? statusOf(path, () => undefined),
    list: (folder) => listed(folder, fs, staged),
    read: (path) => contentOf(path) ?? fs.read(path),
    open: (path) => {
      const content = contentOf(path);
      return content ? openContent(content) : fs.open(path);
    },
    realPath: (path) => fs.realPath(path),
    write: (path, content) => fs.write(path, content),
    create: (path, text) => fs.create(path, text),
    append: (path, text) => fs.append(path, text),
    makeFolder: (path) => fs.makeFolder(path),
  };
}

/** A path with links followed. A file or folder that is gone is in the real place of the folder above. */
export function realPathOf(absolute: string, fs: Pick<FileSystem, 'realPath'>): string {
  try {
    return fs.realPath(absolute);
  } catch {
    const above = dirname(absolute);
    return above === absolute ? absolute : join(realPathOf(above, fs), basename(absolute));
  }
}

function isAbove(folder: string, paths: Iterable<string>): boolean {
  for (const path of paths) if (path.startsWith(folder + sep)) return true;
  return false;
}

function listed(folder: string, fs: FileSystem, staged: ReadonlyMap<string, Buffer>): readonly FolderEntry[] {
  const added = entriesIn(realPathOf(folder, fs), staged.keys());
  let entries: readonly FolderEntry[] = [];
  try {
    entries = fs.list(folder);
  } catch (error) {
    if (added.size === 0 || fs.exists(folder)) throw error;
  }
  for (const { name } of entries) added.delete(name);
  return [...entries, ...[...added].map(([name, kind]) => ({ name, kind }))];
}

/** The contents of a folder, from these paths. */
export function entriesIn(folder: string, paths: Iterable<string>): Map<string, FileKind> {
  const entries = new Map<string, FileKind>();
  for (const path of paths) {
    if (!path.startsWith(folder + sep)) continue;
    const [name = '', ...below] = path.slice(folder.length + 1).split(sep);
    entries.set(name, below.length > 0 ? 'folder' : 'file');
  }
  return entries;
}

/** A content as an open file. */
export function openContent(content: Buffer): OpenFile {
  return {
    read: (into, length, position) => {
      const piece = content.subarray(position, position + length);
      into.set(piece);
      return piece.length;
    },
    close: () => undefined,
  };
}
