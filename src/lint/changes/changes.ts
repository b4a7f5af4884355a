import { dirname, join } from 'node:path';
import type { FileSystem } from '../../model/file-system.js';
import { repositoryOf } from '../../read/index.js';
import type { Git } from './git.js';
import { type Hunk, hunksIn } from './patch.js';
import { repositoryAt, type Surroundings } from './repository.js';
import { realPathOf } from './staged-file-system.js';

/** The changed lines of a file: all of them, or these hunks; no hunks if only its name or mode changed. */
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

/** The files of a repository that have changed. */
export class Changes {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #files: ReadonlyMap<string, FileChange>;
  /** What would be committed, by absolute path with links followed. Undefined if all changes since a commit are selected. */
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

  /** Asks Git. @throws ConfigError if Git is missing, or there is no repository or no such commit */
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

  /** What has changed in a file. Undefined if nothing has. All lines of a file outside the repository count as changed. */
  of(absolute: string): FileChange | undefined {
    const path = realPathOf(absolute, this.#fs);
    return this.#isOwn(dirname(path)) ? this.#files.get(path) : 'all';
  }

  /**
   * True if a file or a neighboring file has changed: together they show what the replies of a folder have in common.
   */
  concern(absolute: string): boolean {
    const folder = dirname(realPathOf(absolute, this.#fs));
    return this.#folders.has(folder) || !this.#isOwn(folder);
  }

  /** The content of the files that would be committed, by absolute path with links followed. Undefined with `since`. */
  get staged(): ReadonlyMap<string, Buffer> | undefined {
    return this.#staged;
  }

  /** True for a file that would be committed. False for all files with `since`. */
  isStaged(absolute: string): boolean {
    return this.#staged?.has(realPathOf(absolute, this.#fs)) ?? false;
  }

  /** False for a repository inside the repository: its changes are its own. */
  #isOwn(folder: string): boolean {
    let own = this.#own.get(folder);
    if (own === undefined) {
      own = repositoryOf(folder, this.#fs) === this.#root;
      this.#own.set(folder, own);
    }
    return own;
  }
}

/** The nearest common ancestor of HEAD and `ref`. */
async function baseOf(ref: string, git: Git): Promise<string> {
  const commit = await git.commitOf(ref);
  if (!commit) throw git.error('no such commit in this clone; in CI, fetch the full history (fetch-depth: 0)');
  const base = await git.ask(['merge-base', commit, 'HEAD']);
  if (!base) throw git.error('no common ancestor with HEAD; in CI, fetch the full history (fetch-depth: 0)');
  return base;
}

const LINK = '120000';
const SUBMODULE = '160000';

/** The output of `git diff --raw --numstat -z`: the files after the change, and the ids of their contents. */
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
      // Of a renamed file both names follow.
      let path = name || next();
      if (!name) path = next();
      // Git does not treat a file without line counts, such as UTF-16, as text.
      if (added === '-' && files.has(path)) files.set(path, 'all');
      else if (added === '0' && token.startsWith('0\t0\t')) files.delete(path);
    }
  }
  return { files, blobs };
}

/**
 * The contents of files in Git, by absolute path.
 * @param blobs path from the root of the repository → id
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
