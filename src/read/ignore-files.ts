import { dirname, join, sep } from 'node:path';
import { bufferOf } from '../model/bytes.js';
import type { FileSystem } from '../model/file-system.js';
import { refusalOf } from './regular-file.js';
import { repositoryOf } from './repository.js';

/** Names of ignore files. replylint's own file takes precedence over Git's. */
const NAMES = ['.replylintignore', '.gitignore'] as const;

/** The rules of a single ignore file. */
interface Scope {
  readonly path: string;
  readonly name: (typeof NAMES)[number];
  /**
   * Returns true if the file ignores a path, false if it explicitly includes the path, and undefined if no rule
   * matches.
   */
  readonly says: (absolute: string, isFolder: boolean) => boolean | undefined;
}

/** The ignore rules that apply to a folder and its direct contents. */
export interface FolderIgnores {
  /** The path of the ignore file that ignores the whole folder, if there is one. */
  readonly by: string | undefined;
  /** The ignore files in order of precedence. The first one with a matching rule decides. */
  readonly scopes: readonly Scope[];
}

const NOTHING: FolderIgnores = { by: undefined, scopes: [] };

/**
 * Evaluates the `.replylintignore` and `.gitignore` files of a run with Git's syntax and precedence: a file nearer to
 * the path takes precedence over one further up, up to the root of the repository. Nothing is loaded if there are no
 * such files.
 */
export class IgnoreFiles {
  readonly #cwd: string;
  readonly #fs: FileSystem;
  readonly #folders = new Map<string, Promise<FolderIgnores>>();
  /** Ignore files that could not be read, each with the reason. */
  readonly unread: { argument: string; reason: string }[] = [];

  /** @param cwd the folder from which ignore files apply outside of a repository */
  constructor(cwd: string, fs: FileSystem) {
    this.#cwd = cwd;
    this.#fs = fs;
  }

  /** Returns the rules for a folder, from ignore files in the folder itself and in its parent folders. */
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
   * Returns the rules for a folder found during a walk.
   * @param above the rules for its parent folder
   * @param entries the contents of the folder
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
    // A nested repository has its own Git rules. If another file has overridden an ignore file for a folder, as in
    // “ignore build, but not this build”, the ignore file does not apply to the contents of that folder either.
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
      // As in Git, a symbolic link is not used as an ignore file.
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

/** Maximum number of stars in one segment of a pattern. Each star multiplies the time to match a name. */
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

/**
 * Returns the folder up to which ignore files apply: the root of the nearest repository. Outside of a repository, it is
 * the current folder if that contains the path, or else the folder itself.
 */
function topOf(folder: string, cwd: string, fs: FileSystem): string {
  const root = repositoryOf(folder, fs);
  if (root !== undefined) return root;
  return folder === cwd || folder.startsWith(cwd.endsWith(sep) ? cwd : cwd + sep) ? cwd : folder;
}

function presentIn(folder: string, fs: FileSystem): { name: string }[] {
  return [...NAMES, '.git'].filter((name) => fs.exists(join(folder, name))).map((name) => ({ name }));
}

/** Returns the ignore file that ignores a direct child of a folder. Undefined if none does. */
export function ignoredBy({ by, scopes }: FolderIgnores, absolute: string, isFolder: boolean): string | undefined {
  if (by !== undefined) return by;
  for (const { says, path } of scopes) {
    const said = says(absolute, isFolder);
    if (said !== undefined) return said ? path : undefined;
  }
  return undefined;
}
