import { dirname, join } from 'node:path';
import type { FileSystem } from '../model/file-system.js';

/** Returns the folder itself or the nearest folder above it that contains a `.git`. Undefined if there is none. */
export function repositoryOf(folder: string, fs: Pick<FileSystem, 'exists'>): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (fs.exists(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}
