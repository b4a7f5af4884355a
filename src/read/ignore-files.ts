import { dirname, join, sep } from 'node:path';
import { bufferOf } from '../model/bytes.js';
import type { FileSystem } from '../model/file-system.js';
import { refusalOf } from './regular-file.js';
import { repositoryOf } from './repository.js';

/** The linter's own, which has the last word, and Git's. */
const NAMES = ['.replylintignore', '.gitignore'] as const;

/** One ignore file, ready to be asked. */
interface Scope {
  readonly path: string;
  readonly name: (typeof NAMES)[number];
  /** True: ignored. False: expressly not. Undefined: nothing is said of it. */
  readonly says: (absolute: string, isFolder: boolean) => boolean | undefined;
}

/** What ignore files say of one folder and of what is directly in it. */
export interface FolderIgnores {
  /** The ignore file that leaves the whole folder out. */
  readonly by: string | undefined;
  /** In the order in which they are asked: the first that says anything counts. */
  readonly scopes: readonly Scope[];
}

const NOTHING: FolderIgnores = { by: undefined, scopes: [] };

/**
 * The `.replylintignore` and `.gitignore` files of a run, with Git's syntax and Git's order: a nearer file comes before
 * one further up, up to the repository's root. Read where they exist, nothing is loaded otherwise.
 */
export class IgnoreFiles {
  readonly #cwd: string;
  readonly #fs: FileSystem;
  readonly #folders = new Map<string, Promise<FolderIgnores>>();
  /** Ignore files that could not be read, with the reason. */
  readonly unread: { argument: string; reason: string }[] = [];

  /** @param cwd outside of a repository, ignore files hold from here downward */
  constructor(cwd: string, fs: FileSystem) {
    this.#cwd = cwd;
    this.#fs = fs;
  }

  /** What holds in a folder, as the files above it and its own have it. */
  in(folder: string): Promise<FolderIgnores> {
    let known = this.#folders.get(folder);
    if (!known) {
      const top = topOf(folder, this.#cwd, this.#fs);
      known = this.#from(top, folder);
      this.#folders.set(folder, known);
    }
    return known;
  }

  async #from(top: string, folder: string): Promise<FolderIgnores> {
    const above = folder === top ? NOTHING : await this.#from(top, dirname(folder));
    return this.below(above, folder, presentIn(folder, this.#fs));
  }

  /**
   * What holds in a folder that is met while walking.
   * @param above what holds in the folder that it is in
   * @param entries what the folder holds
   */
  async below(
    above: FolderIgnores,
    folder: string,
    entries: readonly { readonly name: string }[],
  ): Promise<FolderIgnores> {
    if (above.by !== undefined) return above;
    const names = entries.flatMap(({ name }) => (name === '.git' || isIgnoreFile(name) ? [name] : []));
    if (above.scopes.length === 0 && !names.some(isIgnoreFile)) return NOTHING;
    const by = ignoredBy(above, folder, true);
    if (by !== undefined) return { by, scopes: [] };
    // A repository in a repository has Git's rules of its own. A file that was overruled on a folder, as in
    // “build, but not this build”, has no say on what is in it.
    const isRepository = names.includes('.git');
    const scopes = above.scopes.filter(
      ({ name, says }) => !(isRepository && name === '.gitignore') && says(folder, true) !== true,
    );
    return this.#with(folder, { by: undefined, scopes }, names);
  }

  async #with(folder: string, above: FolderIgnores, names: readonly string[]): Promise<FolderIgnores> {
    const own: Scope[] = [];
    for (const name of NAMES) {
      const scope = names.includes(name) ? await this.#scopeOf(folder, name) : undefined;
      if (scope) own.push(scope);
    }
    if (own.length === 0) return above;
    const all = [...own, ...above.scopes];
    return { by: undefined, scopes: NAMES.flatMap((name) => all.filter((scope) => scope.name === name)) };
  }

  async #scopeOf(folder: string, name: Scope['name']): Promise<Scope | undefined> {
    const path = join(folder, name);
    try {
      // As Git has it, a link is no ignore file.
      const status = this.#fs.linkStatus(path);
      if (status?.kind !== 'file') return undefined;
      const reason = refusalOf(status, 'ignore file');
      if (reason !== undefined) {
        this.unread.push({ argument: path, reason });
        return undefined;
      }
      const { ignore } = await import('./gitignore.js');
      const patterns = ignore({ ignorecase: false, allowRelativePaths: true });
      const lines = bufferOf(this.#fs.read(path))
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .split(/\r?\n/);
      const wild = lines.findIndex((line) => !line.startsWith('#') && !isBounded(line));
      if (wild >= 0) {
        this.unread.push({ argument: path, reason: `too many wildcards in line ${wild + 1}` });
        return undefined;
      }
      patterns.add(lines);
      const start = folder.endsWith(sep) ? folder.length : folder.length + 1;
      const says = (absolute: string, isFolder: boolean) => {
        const { ignored, unignored } = patterns.test(
          `${absolute.slice(start).split(sep).join('/')}${isFolder ? '/' : ''}`,
        );
        return ignored ? true : unignored ? false : undefined;
      };
      return { path, name, says };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      this.unread.push({ argument: path, reason: `cannot be read (${code ?? message})` });
      return undefined;
    }
  }
}

/** The stars that a segment of a pattern may have: each more multiplies the time to match a name. */
const MOST_STARS = 4;
const MOST_FOLDERS = 4;

function isBounded(pattern: string): boolean {
  const segments = pattern.split('/');
  const stars = segments.map((segment) => segment.match(/\*+/g)?.length ?? 0);
  return stars.every((count) => count <= MOST_STARS) && segments.filter((one) => one === '**').length <= MOST_FOLDERS;
}

function isIgnoreFile(name: string): boolean {
  return name === '.gitignore' || name === '.replylintignore';
}

/** The nearest repository upward; else where the run starts, for what is below it; else the folder itself. */
function topOf(folder: string, cwd: string, fs: FileSystem): string {
  const root = repositoryOf(folder, fs);
  if (root !== undefined) return root;
  return folder === cwd || folder.startsWith(cwd.endsWith(sep) ? cwd : cwd + sep) ? cwd : folder;
}

function presentIn(folder: string, fs: FileSystem): { name: string }[] {
  return [...NAMES, '.git'].filter((name) => fs.exists(join(folder, name))).map((name) => ({ name }));
}

/** The ignore file that leaves something out that is directly in a folder; undefined where none does. */
export function ignoredBy({ by, scopes }: FolderIgnores, absolute: string, isFolder: boolean): string | undefined {
  if (by !== undefined) return by;
  for (const { says, path } of scopes) {
    const said = says(absolute, isFolder);
    if (said !== undefined) return said ? path : undefined;
  }
  return undefined;
}
