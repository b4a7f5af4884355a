import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileStatus, FileSystem } from '../../model/file-system.js';
import { contentsOf } from './changes.js';
import { type Environment, Git } from './git.js';
import { ownEnvironment } from './own-environment.js';
import { entriesIn, openContent, realPathOf } from './staged-file-system.js';

/** What is read from the disk for every commit: where the repository is, and what is ignored in it. */
const OF_MACHINE = new Set(['.git', '.gitignore', '.replylintignore']);
/** The first character of a pattern. */
const MAGIC = /[*?{[!(]/;

/**
 * The files of a commit below some paths, as a file system that contains nothing else.
 * @param ref a commit, branch or tag
 * @param option the command-line option that needs it, for messages
 * @throws ConfigError if Git is missing, or there is no repository or no such commit
 */
export async function fileSystemAt(
  ref: string,
  paths: readonly string[],
  option: string,
  { cwd, env, fs }: { readonly cwd: string; readonly env: Environment; readonly fs: FileSystem },
): Promise<FileSystem> {
  const here = new Git(cwd, option, await ownEnvironment(cwd, env, fs));
  const top = await here.run(['rev-parse', '--show-toplevel']);
  const root = fs.realPath(top.toString('utf8').replace(/\r?\n$/, ''));
  const git = here.in(root);
  const known = ref.startsWith('-')
    ? undefined
    : await git.ask(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (!known)
    throw git.error('no such file, and no such commit in this clone; in CI, fetch the full history (fetch-depth: 0)');
  const folders = paths.map((path) => folderOf(realPathOf(resolve(cwd, staticPart(path)), fs), fs));
  const inside = folders.filter((folder) => isIn(folder, root));
  if (inside.length === 0) return fs;
  const names = inside.map((folder) => relative(root, folder).split(sep).join('/'));
  // A path to a folder stands for its contents; `ls-tree` does not support patterns.
  const within = names.includes('') ? [] : names;
  const tree = await git.run(['ls-tree', '-r', '-z', '--full-tree', known, '--', ...within]);
  return committed(fs, inside, await contentsOf(blobsIn(tree), root, git));
}

/** A path up to its first pattern. */
function staticPart(path: string): string {
  const parts = path.split('/');
  const first = parts.findIndex((part) => MAGIC.test(part));
  return first < 0 ? path : parts.slice(0, first).join('/') || (path.startsWith('/') ? '/' : '.');
}

/** The neighbors of a file show what the replies of its folder have in common. */
function folderOf(path: string, fs: FileSystem): string {
  return fs.status(path)?.kind === 'folder' ? path : dirname(path);
}

function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** The output of `git ls-tree -z`: path → id, for files only. */
function blobsIn(tree: Buffer): ReadonlyMap<string, string> {
  const blobs = new Map<string, string>();
  for (const [, id = '', path = ''] of tree.toString('utf8').matchAll(/100\d{3} blob ([\da-f]+)\t([^\0]+)\0/g))
    blobs.set(path, id);
  return blobs;
}

/** A file system in which some folders hold these files and no others. */
function committed(fs: FileSystem, folders: readonly string[], contents: ReadonlyMap<string, Buffer>): FileSystem {
  const real = (path: string) => realPathOf(path, fs);
  const isOurs = (path: string) =>
    !OF_MACHINE.has(basename(path)) && folders.some((folder) => isIn(real(path), folder));
  const statusOf = (path: string): FileStatus | undefined => {
    const id = real(path);
    const content = contents.get(id);
    if (content) return { kind: 'file', size: content.length, names: 1, id };
    const isFolder = folders.includes(id) || entriesIn(id, contents.keys()).size > 0;
    return isFolder ? { kind: 'folder', size: 0, names: 1, id } : undefined;
  };
  return {
    ...writesOf(fs),
    exists: (path) => (isOurs(path) ? statusOf(path) !== undefined : fs.exists(path)),
    status: (path) => (isOurs(path) ? statusOf(path) : fs.status(path)),
    linkStatus: (path) => (isOurs(path) ? statusOf(path) : fs.linkStatus(path)),
    list: (folder) =>
      isOurs(folder)
        ? [...entriesIn(real(folder), contents.keys())].map(([name, kind]) => ({ name, kind }))
        : fs.list(folder),
    read: (path) => (isOurs(path) ? contentOf(contents, real(path)) : fs.read(path)),
    open: (path) => (isOurs(path) ? openContent(contentOf(contents, real(path))) : fs.open(path)),
    realPath: (path) => (isOurs(path) ? real(path) : fs.realPath(path)),
  };
}

function writesOf(fs: FileSystem): Pick<FileSystem, 'write' | 'create' | 'append' | 'makeFolder'> {
  return {
    write: (path, content) => fs.write(path, content),
    create: (path, text) => fs.create(path, text),
    append: (path, text) => fs.append(path, text),
    makeFolder: (path) => fs.makeFolder(path),
  };
}

/** @throws as a file system does */
function contentOf(contents: ReadonlyMap<string, Buffer>, path: string): Buffer {
  const content = contents.get(path);
  if (!content) throw Object.assign(new Error(`${path}: no such file`), { code: 'ENOENT' });
  return content;
}
