import { basename, dirname, join } from 'node:path';
import type { FileKind, FileStatus, FileSystem, FolderEntry, OpenFile } from '../../model/file-system.js';
import { passedOn } from '../../model/passed-on.js';

/** The entries of folders: absolute path → name → kind. */
type Folders = ReadonlyMap<string, ReadonlyMap<string, FileKind>>;

/**
 * A file system in which some files have other content, and are there even if they are gone: what would be committed.
 * @param staged absolute path, links followed → content
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

/** A path with links followed. A file or folder that is gone is in the real place of the folder above. */
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

/** The folders above these files, each with its contents. */
export function foldersOf(paths: Iterable<string>): Folders {
  const folders = new Map<string, Map<string, FileKind>>();
  for (const path of paths) {
    let kind: FileKind = 'file';
    for (let at = path, above = dirname(at); above !== at; at = above, above = dirname(at)) {
      const entries = folders.get(above);
      if (entries) entries.set(basename(at), kind);
      else folders.set(above, new Map([[basename(at), kind]]));
      // The folders above it have it already.
      if (entries) break;
      kind = 'folder';
    }
  }
  return folders;
}

export function entriesOf(entries: ReadonlyMap<string, FileKind> = new Map()): readonly FolderEntry[] {
  return [...entries].map(([name, kind]) => ({ name, kind }));
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
