import { isAbsolute, relative, sep } from 'node:path';

/** True for a folder and for what is below it. Both absolute; on Windows, case does not matter. */
export function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
