import { isAbsolute, relative, sep } from 'node:path';

/**
 * Returns true for a folder and everything inside it. Both paths must be absolute. On Windows, the comparison ignores
 * case.
 */
export function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
