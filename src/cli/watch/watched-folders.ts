import { basename, dirname, join, resolve } from 'node:path';
import { CACHE_FILE } from '../../lint/cache/layout.js';
import { isWalked, repositoryOf } from '../../read/index.js';
import type { CommandWorld } from '../world.js';

/**
 * Returns the folders in which a change can affect the result: the folders of the linted files and the folders below
 * them, the folders of configurations, and the parent folders in which a configuration could be created. The paths are
 * absolute and sorted.
 */
export function watchedFolders(
  paths: readonly string[],
  configs: readonly string[],
  { cwd, fs }: Pick<CommandWorld, 'cwd' | 'fs'>,
): readonly string[] {
  const folders = new Set<string>();
  const isFolder = (path: string) => kindOf(path, fs) === 'folder';
  for (const path of paths.length === 0 ? ['.'] : paths) {
    let top = resolve(cwd, path);
    const isWalkedInto = isFolder(top) || kindOf(top, fs) === undefined;
    // A glob pattern is watched from the folder in which it starts.
    while (!isFolder(top) && dirname(top) !== top) top = dirname(top);
    if (isWalkedInto) addBelow(top, folders, fs);
    else folders.add(top);
    const root = repositoryOf(top, fs) ?? cwd;
    for (let at = top; at !== root && at.startsWith(root) && dirname(at) !== at; at = dirname(at)) folders.add(at);
    folders.add(root);
  }
  for (const config of configs) folders.add(dirname(config));
  return [...folders].sort();
}

function kindOf(path: string, fs: CommandWorld['fs']): string | undefined {
  try {
    return fs.status(path)?.kind;
  } catch {
    return undefined;
  }
}

function addBelow(folder: string, folders: Set<string>, fs: CommandWorld['fs']): void {
  const coming = [folder];
  for (let at = coming.pop(); at !== undefined; at = coming.pop()) {
    if (folders.has(at)) continue;
    folders.add(at);
    try {
      for (const { name, kind } of fs.list(at)) if (kind === 'folder' && isWalked(name)) coming.push(join(at, name));
    } catch {
      // Errors are ignored here because the run itself reports what it cannot read.
    }
  }
}

/** False for files that editors and replylint itself create next to other files. */
export function isWatched(path: string): boolean {
  const name = basename(path);
  if (/~$|\.tmp$|\.sw[a-z]$/.test(name) || name === CACHE_FILE) return false;
  return !name.startsWith('.') || /^\.(?:replylint|gitignore)/.test(name);
}
