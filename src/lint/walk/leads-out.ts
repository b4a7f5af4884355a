import { sep } from 'node:path';
import type { FileSystem } from '../../model/file-system.js';

/**
 * Returns true if a path resolves, through links, to a target outside the folder. False if the target doesn’t exist.
 */
export function leadsOut(absolute: string, folder: string, fs: FileSystem): boolean {
  let real: string;
  try {
    real = fs.realPath(absolute);
  } catch {
    return false;
  }
  const root = fs.realPath(folder);
  return real !== root && !isBelow(real, root);
}

/** Returns true if the text of a path shows that it is below a folder. Links are not resolved. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
