import { dirname, join } from 'node:path';
import type { FileSystem } from '../../model/file-system.js';
import { repositoryOf } from '../../read/index.js';
import type { Git } from './git.js';
import { type Hunk, hunksIn } from './patch.js';
import { repositoryAt, type Surroundings } from './repository.js';
import { realPathOf } from './staged-file-system.js';

/** The changed lines of a file: all of them, or these hunks. There are no hunks if only its name or mode changed. */
export type FileChange = 'all' | readonly Hunk[];

/** Which changes to select: those since a commit, or those that would be committed now. */
export type ChangeQuery = { readonly since: string } | { readonly staged: true };

const DIFF = [
  'diff',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-relative',
  '--ignore-submodules',
  '--find-renames',
];

/** The changed files of a repository. */
export class Changes {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #files: ReadonlyMap<string, FileChange>;
  /**
   * The contents that would be committed, by absolute path with links followed. Undefined if all changes since a commit
   * are selected.
   */
  readonly #staged: ReadonlyMap<string, Buffer> | undefined;
  readonly #folders: ReadonlySet<string>;
  readonly #own = new Map<string, boolean>();

  private constructor(
    fs: FileSystem,
    root: string,
    files: ReadonlyMap<string, FileChange>,
    staged?: ReadonlyMap<string, Buffer>,
  ) {
    this.#fs = fs;
    this.#root = root;
    this.#files = files;
    this.#staged = staged;
    this.#folders = new Set([...files.keys()].map(dirname));
  }

  /**
   * Reads the changes from Git.
   * @throws ConfigError if Git is missing, or if the repository or the commit does not exist
   */
  static async read(query: ChangeQuery, surroundings: Surroundings): Promise<Changes> {
    const { fs } = surroundings;
    const since = 'since' in query ? query.since : undefined;
    const { root, git } = await repositoryAt(surroundings, since === undefined ? '--staged' : `--since ${since}`);
    const against = since === undefined ? ['--cached'] : [await baseOf(since, git)];
    const { files, blobs } = changedIn(await git.run([...DIFF, '--raw', '--numstat', '-z', '--no-abbrev', ...against]));
    const patch = await git.run([...DIFF, '-U0', '--src-prefix=a/', '--dst-prefix=b/', ...against]);
    const hunks = hunksIn(patch.toString('utf8'));
    const changes = new Map<string, FileChange>();
    // If the patch does not show the lines of a file, all of them count as changed.
    for (const [path, change] of files)
      changes.set(join(root, path), change === 'lines' ? (hunks.get(path) ?? 'all') : change);
    if (since === undefined) return new Changes(fs, root, changes, await contentsOf(blobs, root, git));
    for (const path of namesIn(await git.run(['ls-files', '--others', '--exclude-standard', '-z'])))
      changes.set(join(root, path), 'all');
    return new Changes(fs, root, changes);
  }

  /**
   * Returns the changes in a file. Undefined if there are none. In a file outside the repository, all lines count as
   * changed.
   */
  of(absolute: string): FileChange | undefined {
    const path = realPathOf(absolute, this.#fs);
    return this.#isOwn(dirname(path)) ? this.#files.get(path) : 'all';
  }

  /**
   * Returns true if a file or one of its neighbors has changed, because together they show what the replies of a folder
   * have in common.
   */
  concern(absolute: string): boolean {
    const folder = dirname(realPathOf(absolute, this.#fs));
    return this.#folders.has(folder) || !this.#isOwn(folder);
  }

  /**
   * The contents of the files that would be committed, by absolute path with links followed. Undefined with `since`.
   */
  get staged(): ReadonlyMap<string, Buffer> | undefined {
    return this.#staged;
  }

  /** Returns true for a file that would be committed. With `since`, returns false for all files. */
  isStaged(absolute: string): boolean {
    return this.#staged?.has(realPathOf(absolute, this.#fs)) ?? false;
  }

  /** Returns false for a nested repository, which has its own changes. */
  #isOwn(folder: string): boolean {
    let own = this.#own.get(folder);
    if (own === undefined) {
      own = repositoryOf(folder, this.#fs) === this.#root;
      this.#own.set(folder, own);
    }
    return own;
  }
}

/** Returns the nearest common ancestor of HEAD and `ref`. */
async function baseOf(ref: string, git: Git): Promise<string> {
  const commit = await git.commitOf(ref);
  if (!commit) throw git.error('no such commit in this clone; in CI, fetch the full history (fetch-depth: 0)');
  const base = await git.ask(['merge-base', commit, 'HEAD']);
  if (!base) throw git.error('no common ancestor with HEAD; in CI, fetch the full history (fetch-depth: 0)');
  return base;
}

const LINK = '120000';
const SUBMODULE = '160000';

/**
 * Parses the output of `git diff --raw --numstat -z`, and returns the files after the change with the ids of their
 * contents.
 */
function changedIn(output: Buffer): { files: Map<string, 'all' | 'lines'>; blobs: Map<string, string> } {
  const files = new Map<string, 'all' | 'lines'>();
  const blobs = new Map<string, string>();
  const tokens = namesIn(output)[Symbol.iterator]();
  const next = () => tokens.next().value ?? '';
  for (let token = next(); token !== ''; token = next()) {
    if (token.startsWith(':')) {
      const [, mode = '', , id = '', status = ''] = token.split(' ');
      let path = next();
      if (/^[RC]/.test(status)) path = next();
      if (status === 'D' || mode === LINK || mode === SUBMODULE) continue;
      files.set(path, /^[MRC]/.test(status) ? 'lines' : 'all');
      blobs.set(path, id);
    } else {
      const [added, , name] = token.split('\t');
      // For a renamed file, Git prints both names.
      let path = name || next();
      if (!name) path = next();
      // Git prints no line counts for a file that it does not treat as text, such as one in UTF-16.
      if (added === '-' && files.has(path)) files.set(path, 'all');
      else if (added === '0' && token.startsWith('0\t0\t')) files.delete(path);
    }
  }
  return { files, blobs };
}

/**
 * Returns the contents of files in Git, by absolute path.
 * @param blobs the ids of files, by their path from the root of the repository
 */
export async function contentsOf(
  blobs: ReadonlyMap<string, string>,
  root: string,
  git: Git,
): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  if (blobs.size === 0) return contents;
  const output = await git.run(['cat-file', '--batch'], { input: [...blobs.values(), ''].join('\n') });
  let at = 0;
  for (const path of blobs.keys()) {
    const feed = output.indexOf(10, at);
    const size = Number(/ blob (\d+)$/.exec(output.toString('latin1', at, feed))?.[1]);
    if (Number.isNaN(size)) throw git.error(`Git’s version of ${path} cannot be read`);
    contents.set(join(root, path), output.subarray(feed + 1, feed + 1 + size));
    at = feed + 1 + size + 1;
  }
  return contents;
}

function namesIn(output: Buffer): string[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');
}
