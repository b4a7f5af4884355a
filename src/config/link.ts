import { dirname, isAbsolute, join, relative } from 'node:path';
import { repositoryOf } from '../read/index.js';
import { disk } from './disk.js';
import { quoted } from './words.js';

/**
 * The text that replaces an error message if the message would reveal the contents of a file behind a symbolic link.
 */
export const NOT_SHOWN = 'is not valid; details are hidden because this file is reached through a symbolic link';

/**
 * Returns true if a file in a repository is a symbolic link or is reached through one. An error about it must not
 * reveal the contents of the target.
 */
export function isLinked(file: string): boolean {
  if (!isAbsolute(file)) return false;
  const folder = dirname(file);
  const root = repositoryOf(folder, disk) ?? folder;
  try {
    return disk.realPath(file) !== join(disk.realPath(root), relative(root, file));
  } catch {
    return false;
  }
}

/**
 * Returns a word from a file, quoted for a message. Empty if the file is a link, because its content must stay private.
 */
export function named(path: string, word: string, before = ''): string {
  return isLinked(path) ? '' : ` ${before}${quoted(word)}`;
}
