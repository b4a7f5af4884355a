import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { FileSystem } from '../model/file-system.js';
import { FORMATTED_EXTENSIONS } from './container/open.js';
import { globTest } from './glob.js';
import { isHidden, mayHideReplies } from './hidden.js';
import { type FolderIgnores, type IgnoreFiles, ignoredBy } from './ignore-files.js';
import { GlobError } from './linear-glob.js';
import { officeKindOf } from './office.js';
import { isTextName } from './text-kind.js';

/** A file to examine. */
export interface Found {
  readonly absolute: string;
  /** True if an argument names the file, false if it was found inside a folder. */
  readonly named: boolean;
  /** The argument that led to the file. */
  readonly argument: string;
}

/** An argument that leads to no file. */
export interface Missing {
  readonly argument: string;
  readonly reason: string;
}

/** An argument that leads to a file of an earlier argument. It is reported once per argument. */
export interface Again {
  readonly argument: string;
  readonly again: true;
}

/** Names of folders that are never searched. */
const SKIPPED = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  'vendor',
  'dist',
  'bower_components',
  '.venv',
  '__pycache__',
]);

/** Extensions of files that can contain replies. */
const EXTENSIONS = new Set([...FORMATTED_EXTENSIONS, 'email', 'eml', 'emltpl', 'oft', 'properties']);

/** Returns true for the name of a folder that is searched. */
export function isWalked(name: string): boolean {
  return !isHidden(name) && !SKIPPED.has(name);
}

/** A file or folder that an ignore file excludes. */
export interface LeftOut extends Found {
  /** The absolute path of the ignore file that excludes it. */
  readonly by: string;
}

/** A file that was found inside a folder but not opened. */
export interface Unopened extends Found {
  /** Says in words what kind of file it is. */
  readonly unopened: string;
  /** True if the file or folder is hidden. */
  readonly isHidden?: boolean;
}

/** Says which files and folders to skip. */
export interface Filter {
  readonly fs: FileSystem;
  /** True to skip the folders inside a folder. */
  readonly isShallow?: boolean;
  /** Called for each file and folder found inside a folder. */
  readonly isIgnored: (absolute: string) => boolean;
  /** The ignore files of the run. Undefined if ignore files are disabled. */
  readonly files: IgnoreFiles | undefined;
  /** Returns true for a folder whose files are skipped. The folder itself is returned instead. */
  readonly isOut: (absolute: string) => boolean;
  /** Returns true for a file that the configuration declares to contain replies, no matter what its name is. */
  readonly isDeclared: (absolute: string) => Promise<boolean>;
}

/**
 * Yields the files that arguments lead to. Arguments can be files, folders and patterns. Each file is yielded once, in
 * order, with folders sorted by name. A file that any argument names counts as named, even if it is found inside a
 * folder first. Ignored files are yielded, too.
 */
export async function* find(
  args: readonly string[],
  cwd: string,
  filter: Filter,
): AsyncGenerator<Found | LeftOut | Unopened | Missing | Again> {
  const seen = new Set<string>();
  const named = namedFiles(args, cwd, filter.fs);
  for (const argument of args) {
    let again = false;
    for await (const found of foundBy(argument, cwd, filter)) {
      const by = 'absolute' in found ? named.get(found.absolute) : undefined;
      if (!('absolute' in found)) yield found;
      else if (seen.has(found.absolute)) again = true;
      else {
        seen.add(found.absolute);
        again ||= by !== undefined && by !== argument;
        yield by === undefined ? found : { ...found, named: true, argument: by };
      }
    }
    if (again) yield { argument, again };
  }
  yield* filter.files?.unread ?? [];
}

/** Returns the arguments that are files, by their absolute path. */
function namedFiles(args: readonly string[], cwd: string, fs: FileSystem): ReadonlyMap<string, string> {
  const files = args.filter((argument) => kindOf(resolve(cwd, argument), fs) === 'file');
  return new Map(files.map((argument) => [resolve(cwd, argument), argument]));
}

async function* foundBy(
  argument: string,
  cwd: string,
  filter: Filter,
): AsyncGenerator<Found | LeftOut | Unopened | Missing> {
  const absolute = resolve(cwd, argument);
  const kind = kindOf(absolute, filter.fs);
  const pattern = kind === 'missing' ? patternOf(argument, cwd, filter.fs) : undefined;
  if (typeof pattern === 'string') {
    yield { argument, reason: pattern };
    return;
  }
  if (kind === 'file') {
    const by = filter.files && ignoredBy(await filter.files.in(dirname(absolute)), absolute, false);
    yield { absolute, named: true, argument, ...(by !== undefined && { by }) };
  } else if (kind === 'folder' || pattern) {
    for await (const met of pattern ? matching(pattern, filter) : walkFrom(absolute, filter))
      yield { absolute: met.path, named: false, argument, ...withoutPath(met) };
  } else yield { argument, reason: kind === 'missing' ? 'no such file or folder' : kind };
}

function kindOf(path: string, fs: FileSystem): 'file' | 'folder' | 'missing' | string {
  try {
    const kind = fs.status(path)?.kind ?? 'missing';
    return kind === 'file' || kind === 'folder' || kind === 'missing' ? kind : 'not a regular file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOTDIR' ? 'missing' : `cannot be read (${code})`;
  }
}

/** A file, an ignored path, or a file that was not opened. */
interface Met {
  readonly path: string;
  readonly by?: string;
  readonly unopened?: string;
  readonly isHidden?: boolean;
}

function withoutPath({ path: _, ...more }: Met): Omit<Met, 'path'> {
  return more;
}

interface Entry {
  readonly name: string;
  readonly folder: boolean;
  readonly unopened?: string;
}

async function* walkFrom(folder: string, filter: Filter): AsyncGenerator<Met> {
  const ignores = await filter.files?.in(folder);
  if (filter.isOut(folder)) yield { path: folder };
  else if (ignores?.by !== undefined) yield { path: folder, by: ignores.by };
  else yield* walk(folder, filter, ignores);
}

/**
 * @param own the ignore rules inside the folder; undefined if they still have to be derived from `above`, the rules for
 * the folder itself
 */
async function* walk(folder: string, filter: Filter, own?: FolderIgnores, above?: FolderIgnores): AsyncGenerator<Met> {
  let entries: Entry[];
  try {
    entries = entriesOf(folder, filter.fs);
  } catch {
    yield { path: folder };
    return;
  }
  const ignores = own ?? (above && (await filter.files?.below(above, folder, entries)));
  for (const { name, folder: isFolder, unopened } of entries) {
    if (isFolder && filter.isShallow) continue;
    const path = folder.endsWith(sep) ? folder + name : folder + sep + name;
    if (isHidden(name)) {
      if (unopened !== undefined || filter.isIgnored(path)) continue;
      if (ignores && ignoredBy(ignores, path, isFolder) !== undefined) continue;
      if (mayHideReplies(path, { name, kind: isFolder ? 'folder' : 'file' }, filter.fs))
        yield {
          path,
          unopened: `a hidden ${isFolder ? 'folder' : 'file'} that seems to contain replies`,
          isHidden: true,
        };
      continue;
    }
    if (isFolder && !isWalked(name)) continue;
    if (!isFolder && !mayHoldReplies(name) && !(await filter.isDeclared(path))) continue;
    if (filter.isIgnored(path)) continue;
    const by = ignores && ignoredBy(ignores, path, isFolder);
    if (by !== undefined) yield { path, by };
    else if (unopened !== undefined) yield { path, unopened };
    else if (isFolder) yield* walk(path, filter, undefined, ignores);
    else yield { path };
  }
}

function entriesOf(folder: string, fs: FileSystem): Entry[] {
  return fs
    .list(folder)
    .map(({ name, kind }): Entry => {
      if (kind === 'file' || kind === 'folder') return { name, folder: kind === 'folder' };
      const isFolder = kind === 'link' && kindOf(join(folder, name), fs) === 'folder';
      return { name, folder: isFolder, unopened: kind === 'link' ? 'a symbolic link' : 'not a regular file' };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns true for the name of a file that may contain replies. */
function mayHoldReplies(name: string): boolean {
  return EXTENSIONS.has(extensionOf(name)) || isTextName(name) || officeKindOf(name) !== undefined;
}

/**
 * Returns the text after the last dot. For a name without a dot, such as Mibew's `properties`, it is the whole name.
 */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name.toLowerCase() : name.slice(dot + 1).toLowerCase();
}

/** A pattern and the folder that it is relative to. */
interface Pattern {
  readonly folder: string;
  /** Tests a path relative to that folder. */
  readonly matches: (path: string) => boolean;
}

/**
 * Parses an argument as a pattern. Undefined for a path without wildcards; a string says why the pattern is invalid. An
 * existing folder is never a pattern, no matter what its name is.
 */
function patternOf(argument: string, cwd: string, fs: FileSystem): Pattern | string | undefined {
  const parts = argument.split('/');
  let count = 0;
  let folder = isAbsolute(argument) ? sep : cwd;
  while (count < parts.length - 1 && kindOf(resolve(folder, parts[count] ?? ''), fs) === 'folder') {
    folder = resolve(folder, parts[count] ?? '');
    count += 1;
  }
  const rest = parts.slice(count).join('/');
  const { base, glob, isGlob } = picomatch.scan(rest);
  if (!isGlob) return undefined;
  try {
    // Parentheses are ordinary characters in patterns, as in a shell.
    return { folder: resolve(folder, base), matches: globTest(glob.replace(/(?<!\\)[()]/g, '\\$&')) };
  } catch (error) {
    if (error instanceof GlobError) return error.message;
    throw error;
  }
}

async function* matching({ folder, matches }: Pattern, filter: Filter): AsyncGenerator<Met> {
  if (kindOf(folder, filter.fs) !== 'folder') return;
  for await (const met of walkFrom(folder, filter))
    if ('by' in met || met.path === folder || matches(relative(folder, met.path).split(sep).join('/'))) yield met;
}
