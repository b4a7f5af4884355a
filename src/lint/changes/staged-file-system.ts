import { basename, dirname, join } from 'node:path';
import type { FileKind, FileStatus, FileSystem, FolderEntry, OpenFile } from '../../model/file-system.js';
import { passedOn } from '../../model/passed-on.js';

/** The contents of folders, by absolute path. Each entry maps a name to its kind. */
type Folders = ReadonlyMap<string, ReadonlyMap<string, FileKind>>;

/**
 * Returns a file system in which staged files have their staged content, and exist even if they were deleted. It shows
 * what would be committed.
 * @param staged the staged contents, by absolute path with links followed
 */
export function stagedFileSystem(fs: FileSystem, staged: ReadonlyMap<string, Buffer>): FileSystem {
  const folders = foldersOf(staged.keys());
  const contentOf = (path: string) => staged.get(realPathOf(path, fs));
  const isFolder = (path: string) => folders.has(realPathOf(path, fs));
  const statusOf = (path: string, own: () => FileStatus | undefined): FileStatus | undefined => {
    const content = contentOf(path);
    if (content) return { kind: 'file', size: content.length, names: 1, id: realPathOf(path, fs) };
    return own() ?? (isFolder(path) ? { kind: 'folder', size: 0, names: 1, id: path } : undefined);
  };
  return {
    ...passedOn(fs),
    exists: (path) => fs.exists(path) || contentOf(path) !== undefined || isFolder(path),
    status: (path) => statusOf(path, () => fs.status(path)),
    linkStatus: (path) => fs.linkStatus(path) ?? statusOf(path, () => undefined),
    list: (folder) => listed(folder, fs, folders),
    read: (path) => contentOf(path) ?? fs.read(path),
    open: (path) => {
      const content = contentOf(path);
      return content ? openContent(content) : fs.open(path);
    },
  };
}

/** Returns a path with links followed. For a deleted file or folder, the real path of its parent folder is used. */
export function realPathOf(absolute: string, fs: Pick<FileSystem, 'realPath'>): string {
  try {
    return fs.realPath(absolute);
  } catch {
    const above = dirname(absolute);
    return above === absolute ? absolute : join(realPathOf(above, fs), basename(absolute));
  }
}

function listed(folder: string, fs: FileSystem, folders: Folders): readonly FolderEntry[] {
  const added = new Map(folders.get(realPathOf(folder, fs)));
  let entries: readonly FolderEntry[] = [];
  try {
    entries = fs.list(folder);
  } catch (error) {
    if (added.size === 0 || fs.exists(folder)) throw error;
  }
  for (const { name } of entries) added.delete(name);
  return [...entries, ...entriesOf(added)];
}

/** Returns the folders above these files, each with its contents. */
export function foldersOf(paths: Iterable<string>): Folders {
  const folders = new Map<string, Map<string, FileKind>>();
  for (const path of paths) {
    let kind: FileKind = 'file';
    for (let at = path, above = dirname(at); above !== at; at = above, above = dirname(at)) {
      const entries = folders.get(above);
      if (entries) entries.set(basename(at), kind);
      else folders.set(above, new Map([[basename(at), kind]]));
      // The folders above this one are already known.
      if (entries) break;
      kind = 'folder';
    }
  }
  return folders;
}

export function entriesOf(entries: ReadonlyMap<string, FileKind> = new Map()): readonly FolderEntry[] {
  return [...entries].map(([name, kind]) => ({ name, kind }));
}

/** Returns a content in the form of an open file. */
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
