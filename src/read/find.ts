import { readdirSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';

/** A file to look at. */
export interface Found {
  readonly absolute: string;
  /** True where it was named, not met while walking a folder. */
  readonly named: boolean;
  /** The argument that led here. */
  readonly argument: string;
}

/** An argument that leads nowhere. */
export interface Missing {
  readonly argument: string;
  readonly reason: string;
}

/** Never walked into. */
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

const EXTENSIONS = new Set([
  'md',
  'markdown',
  'mdx',
  'txt',
  'text',
  'html',
  'htm',
  'email',
  'eml',
  'emltpl',
  'oft',
  'properties',
  'json',
  'yaml',
  'yml',
  'csv',
  'tsv',
  'ndjson',
  'jsonl',
]);

/** Hidden files and folders are other tools' own, but for what a repository shares with its hosting service. */
function isHidden(name: string): boolean {
  return name.startsWith('.') && name !== '.github';
}

/**
 * The files that arguments name: files, folders, patterns. In order, each once; folders by name.
 * @param isIgnored asked for each file and folder met while walking
 */
export function* find(
  args: readonly string[],
  cwd: string,
  isIgnored: (absolute: string, isFolder: boolean) => boolean,
): Generator<Found | Missing> {
  const seen = new Set<string>();
  for (const argument of args) {
    const absolute = resolve(cwd, argument);
    const kind = kindOf(absolute);
    const found =
      kind === 'folder'
        ? walk(absolute, isIgnored)
        : kind === 'file'
          ? [absolute]
          : kind === 'missing' && picomatch.scan(argument).isGlob
            ? matching(argument, cwd, isIgnored)
            : undefined;
    if (!found) {
      yield { argument, reason: kind === 'missing' ? 'no such file or folder' : kind };
      continue;
    }
    for (const path of found) {
      if (seen.has(path)) continue;
      seen.add(path);
      yield { absolute: path, named: kind === 'file', argument };
    }
  }
}

function kindOf(path: string): 'file' | 'folder' | 'missing' | string {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'not a regular file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : `cannot be read (${code})`;
  }
}

function* walk(folder: string, isIgnored: (absolute: string, isFolder: boolean) => boolean): Generator<string> {
  let entries: ReturnType<typeof entriesOf>;
  try {
    entries = entriesOf(folder);
  } catch {
    yield folder;
    return;
  }
  for (const { name, folder: isFolder } of entries) {
    if (isHidden(name)) continue;
    const absolute = folder.endsWith(sep) ? folder + name : folder + sep + name;
    if (isFolder ? SKIPPED.has(name) : !EXTENSIONS.has(extensionOf(name))) continue;
    if (isIgnored(absolute, isFolder)) continue;
    if (isFolder) yield* walk(absolute, isIgnored);
    else yield absolute;
  }
}

function entriesOf(folder: string): { name: string; folder: boolean }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isFile())
    .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What follows the last dot; the whole name where there is none, as in Mibew's `properties`. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name.toLowerCase() : name.slice(dot + 1).toLowerCase();
}

function* matching(
  pattern: string,
  cwd: string,
  isIgnored: (absolute: string, isFolder: boolean) => boolean,
): Generator<string> {
  const { base, glob } = picomatch.scan(isAbsolute(pattern) ? pattern : pattern.replace(/^\.\//, ''));
  const matches = picomatch(glob, { dot: true, noextglob: true });
  const folder = resolve(cwd, base);
  if (kindOf(folder) !== 'folder') return;
  for (const path of walk(folder, isIgnored)) if (matches(relative(folder, path).split(sep).join('/'))) yield path;
}
