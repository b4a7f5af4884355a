import type { Digest } from './library-steps.js';

/** Where the neighbors of a reply are: its file, or the folder of a file that holds only this reply. */
export function homeOf({ pointer, file }: Digest<unknown>['reply']): string {
  return pointer === '' ? folderOf(file) : file;
}

/** The folder of a path, with a slash. Empty for a file name. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
