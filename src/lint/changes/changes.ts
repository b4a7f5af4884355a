import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { repositoryOf } from '../../config/index.js';
import { Git } from './git.js';
import { type Hunk, hunksIn } from './patch.js';

/** What of a file is new or other than before: all of it, or these lines; none where only its name or mode is. */
export type FileChange = 'all' | readonly Hunk[];

/** Which of the changes are asked for: those since a commit, or those that would be committed now. */
export type Wanted = { readonly since: string } | { readonly staged: true };

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
  readonly #root: string;
  readonly #files: ReadonlyMap<string, FileChange>;
  readonly #staged: ReadonlyMap<string, Buffer>;
  readonly #folders: ReadonlySet<string>;
  readonly #own = new Map<string, boolean>();

  private constructor(
    root: string,
    files: ReadonlyMap<string, FileChange>,
    staged: ReadonlyMap<string, Buffer> = new Map(),
  ) {
    this.#root = root;
    this.#files = files;
    this.#staged = staged;
    this.#folders = new Set([...files.keys()].map(dirname));
  }

  /** @throws ConfigError where Git is missing, there is no repository, or no such commit */
  static async read(cwd: string, wanted: Wanted): Promise<Changes> {
    const since = 'since' in wanted ? wanted.since : undefined;
    const here = new Git(cwd, since === undefined ? '--staged' : `--since ${since}`);
    const top = await here.run(['rev-parse', '--show-toplevel']);
    const root = realpathSync(top.toString('utf8').replace(/\r?\n$/, ''));
    const git = here.in(root);
    const against = since === undefined ? ['--cached'] : [await baseOf(since, git)];
    const { files, blobs } = changedIn(await git.run([...DIFF, '--raw', '--numstat', '-z', '--no-abbrev', ...against]));
    const patch = await git.run([...DIFF, '-U0', '--src-prefix=a/', '--dst-prefix=b/', ...against]);
    const hunks = hunksIn(patch.toString('utf8'));
    const changes = new Map<string, FileChange>();
    // A file with lines that the patch does not show is taken as a whole.
    for (const [path, change] of files)
      changes.set(join(root, path), change === 'lines' ? (hunks.get(path) ?? 'all') : change);
    if (since === undefined) return new Changes(root, changes, await contentsOf(blobs, root, git));
    for (const path of namesIn(await git.run(['ls-files', '--others', '--exclude-standard', '-z'])))
      changes.set(join(root, path), 'all');
    return new Changes(root, changes);
  }

  /** What has changed in a file; undefined where nothing has. Of a file outside of the repository nothing is known: all. */
  of(absolute: string): FileChange | undefined {
    const path = real(absolute);
    return this.#isOwn(dirname(path)) ? this.#files.get(path) : 'all';
  }

  /** True where a file, or one beside it, has changed: together they tell what a folder's replies have in common. */
  concern(absolute: string): boolean {
    const folder = dirname(real(absolute));
    return this.#folders.has(folder) || !this.#isOwn(folder);
  }

  /** A file as it would be committed; undefined where that is not what was asked for, or it has not changed. */
  contentOf(absolute: string): Buffer | undefined {
    return this.#staged.size === 0 ? undefined : this.#staged.get(real(absolute));
  }

  /** Absolute paths of the files that would be committed. */
  get staged(): Iterable<string> {
    return this.#staged.keys();
  }

  /** False for a repository in the repository, whose changes are its own. */
  #isOwn(folder: string): boolean {
    let own = this.#own.get(folder);
    if (own === undefined) {
      own = repositoryOf(folder) === this.#root;
      this.#own.set(folder, own);
    }
    return own;
  }
}

/** The commit that this line of work and the other have in common. */
async function baseOf(ref: string, git: Git): Promise<string> {
  const commit = ref.startsWith('-')
    ? undefined
    : await git.ask(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (!commit) throw git.error('no such commit here; in CI, is it fetched (fetch-depth: 0)?');
  const base = await git.ask(['merge-base', commit, 'HEAD']);
  if (!base)
    throw git.error('it has no commit in common with HEAD; in CI, is the whole history fetched (fetch-depth: 0)?');
  return base;
}

const LINK = '120000';
const SUBMODULE = '160000';

/** `git diff --raw --numstat -z`: the files that are there after the change, and the ids of their contents. */
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
      // Without lines to count it is no text to Git, such as UTF-16.
      if (added === '-' && files.has(path)) files.set(path, 'all');
      else if (added === '0' && token.startsWith('0\t0\t')) files.delete(path);
    }
  }
  return { files, blobs };
}

async function contentsOf(blobs: ReadonlyMap<string, string>, root: string, git: Git): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  if (blobs.size === 0) return contents;
  const output = await git.run(['cat-file', '--batch'], { input: [...blobs.values(), ''].join('\n') });
  let at = 0;
  for (const path of blobs.keys()) {
    const feed = output.indexOf(10, at);
    const size = Number(/ blob (\d+)$/.exec(output.toString('latin1', at, feed))?.[1]);
    if (Number.isNaN(size)) throw git.error(`what is staged of ${path} cannot be read`);
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

/** Links followed; a file that is not there any more, in its folder's real place. */
function real(absolute: string): string {
  try {
    return realpathSync(absolute);
  } catch {
    try {
      return join(realpathSync(dirname(absolute)), basename(absolute));
    } catch {
      return absolute;
    }
  }
}
