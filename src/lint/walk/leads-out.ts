import { sep } from 'node:path';
import type { FileSystem } from '../../model/file-system.js';

/** True if a path resolves, through links, to a target outside the folder. False if the target doesn’t exist. */
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

/** True for a path below a folder, by its spelling. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
