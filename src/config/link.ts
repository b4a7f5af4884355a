import { dirname, isAbsolute, join, relative } from 'node:path';
import { repositoryOf } from '../read/index.js';
import { disk } from './disk.js';

/** What is said in place of an error that would show what stands in a file that a link leads to. */
export const NOT_SHOWN = 'is not valid; details are hidden because a symbolic link leads to this file';

/** True if a file of a repository is, or is in, a link: what it leads to may be nothing that an error should show. */
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
