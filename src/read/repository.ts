import { dirname, join } from 'node:path';
import type { FileSystem } from '../model/file-system.js';

/** The nearest folder, upward, that contains a `.git`. Undefined if none does. */
export function repositoryOf(folder: string, fs: Pick<FileSystem, 'exists'>): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (fs.exists(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}
