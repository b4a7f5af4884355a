import type { Digest } from './library-steps.js';

/**
 * Returns the path that a reply shares with its neighbors: its file, or the folder of a file that contains only this
 * reply.
 */
export function homeOf({ pointer, file }: Pick<Digest<unknown>['reply'], 'pointer' | 'file'>): string {
  return pointer === '' ? folderOf(file) : file;
}

/** Returns the folder of a path, with a slash at the end. Empty for a file name. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
