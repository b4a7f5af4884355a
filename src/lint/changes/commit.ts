import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { FileStatus, FileSystem } from '../../model/file-system.js';
import { isIn } from '../../model/is-in.js';
import { passedOn } from '../../model/passed-on.js';
import { contentsOf } from './changes.js';
import { repositoryAt, type Surroundings } from './repository.js';
import { entriesOf, foldersOf, openContent, realPathOf } from './staged-file-system.js';

/** Names that are always read from disk, even for a commit: the repository itself and the ignore files. */
const OF_MACHINE = new Set(['.git', '.gitignore', '.replylintignore']);
/** Matches the first special character of a pattern. */
const MAGIC = /[*?{[!(]/;

/**
 * Returns a file system that contains only the files of a commit below some paths.
 * @param ref a commit, branch or tag
 * @param option the command-line option that needs the commit, for use in messages
 * @throws ConfigError if Git is missing, or if the repository or the commit does not exist
 */
export async function fileSystemAt(
  ref: string,
  paths: readonly string[],
  option: string,
  surroundings: Surroundings,
): Promise<FileSystem> {
  const { cwd, fs } = surroundings;
  const { root, git } = await repositoryAt(surroundings, option);
  const known = await git.commitOf(ref);
  if (!known)
    throw git.error('no such file, and no such commit in this clone; in CI, fetch the full history (fetch-depth: 0)');
  const folders = paths.map((path) => folderOf(realPathOf(resolve(cwd, staticPart(path)), fs), fs));
  const inside = folders.filter((folder) => isIn(folder, root));
  if (inside.length === 0) return fs;
  const names = inside.map((folder) => relative(root, folder).split(sep).join('/'));
  // A path to a folder selects its contents. `ls-tree` does not support patterns.
  const within = names.includes('') ? [] : names;
  const tree = await git.run(['ls-tree', '-r', '-z', '--full-tree', known, '--', ...within]);
  return committed(fs, inside, await contentsOf(blobsIn(tree), root, git));
}

/** Returns the part of a path before its first pattern. */
function staticPart(path: string): string {
  const parts = path.split('/');
  const first = parts.findIndex((part) => MAGIC.test(part));
  return first < 0 ? path : parts.slice(0, first).join('/') || (path.startsWith('/') ? '/' : '.');
}

/**
 * The folder of a file is included, because the neighbors of the file show what the replies of its folder have in
 * common.
 */
function folderOf(path: string, fs: FileSystem): string {
  return fs.status(path)?.kind === 'folder' ? path : dirname(path);
}

/** Parses the output of `git ls-tree -z`, and returns the ids of files by path. */
function blobsIn(tree: Buffer): ReadonlyMap<string, string> {
  const blobs = new Map<string, string>();
  for (const entry of tree.toString('utf8').split('\0')) {
    const [, id, path] = /^100\d{3} blob ([\da-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
    if (id !== undefined && path !== undefined) blobs.set(path, id);
  }
  return blobs;
}

/** Returns a file system in which some folders contain only these files. */
function committed(fs: FileSystem, folders: readonly string[], contents: ReadonlyMap<string, Buffer>): FileSystem {
  const disk = passedOn(fs);
  const entries = foldersOf(contents.keys());
  /** Returns the real path of a file or folder in the commit. Undefined for other paths. */
  const ours = (path: string): string | undefined => {
    if (OF_MACHINE.has(basename(path))) return undefined;
    const id = realPathOf(path, fs);
    return folders.some((folder) => isIn(id, folder)) ? id : undefined;
  };
  const asked =
    <T>(here: (id: string) => T, elsewhere: (path: string) => T) =>
    (path: string): T => {
      const id = ours(path);
      return id === undefined ? elsewhere(path) : here(id);
    };
  const statusOf = (id: string): FileStatus | undefined => {
    const content = contents.get(id);
    if (content) return { kind: 'file', size: content.length, names: 1, id };
    const isFolder = folders.includes(id) || entries.has(id);
    return isFolder ? { kind: 'folder', size: 0, names: 1, id } : undefined;
  };
  const contentOf = (id: string): Buffer => contents.get(id) ?? missing(id);
  return {
    ...disk,
    exists: asked((id) => statusOf(id) !== undefined, disk.exists),
    status: asked(statusOf, disk.status),
    linkStatus: asked(statusOf, disk.linkStatus),
    list: asked((id) => entriesOf(entries.get(id)), disk.list),
    read: asked(contentOf, disk.read),
    open: asked((id) => openContent(contentOf(id)), disk.open),
    realPath: asked((id) => id, disk.realPath),
  };
}

/** @throws the error of a file system for a missing file */
function missing(path: string): never {
  throw Object.assign(new Error(`${path}: no such file`), { code: 'ENOENT' });
}
