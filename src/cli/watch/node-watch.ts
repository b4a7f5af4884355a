import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Time without changes before a run starts, in milliseconds. Programs write a file in several steps, and often several
 * files at once.
 */
const SETTLED_AFTER = 60;

/**
 * Watches folders one by one, because watching a whole tree on Linux needs a watcher per file and descends into
 * `node_modules`.
 * @param folders called again after each change
 * @returns yields the paths that were changed, created or removed; never ends
 */
export async function* watchFolders(folders: () => readonly string[]): AsyncGenerator<readonly string[]> {
  const watchers = new Map<string, FSWatcher>();
  const pending = new Set<string>();
  let wake = () => {};
  let timer: NodeJS.Timeout | undefined;
  const touched = (path: string) => {
    pending.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), SETTLED_AFTER);
  };
  try {
    for (;;) {
      watchThese(folders(), watchers, touched);
      await new Promise<void>((resolve) => {
        wake = resolve;
        // Handles changes that occurred during the previous run.
        if (pending.size > 0) timer = setTimeout(resolve, SETTLED_AFTER);
      });
      const paths = [...pending].sort();
      pending.clear();
      yield paths;
    }
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  }
}

/**
 * Starts watching new folders and stops watching removed ones.
 * @throws if the system allows no more watchers
 */
function watchThese(
  folders: readonly string[],
  watchers: Map<string, FSWatcher>,
  touched: (path: string) => void,
): void {
  const wanted = new Set(folders);
  const stop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  for (const folder of watchers.keys()) if (!wanted.has(folder)) stop(folder);
  for (const folder of wanted) {
    if (watchers.has(folder)) continue;
    try {
      const watcher = watch(folder, (_, name) => touched(name === null ? folder : join(folder, name)));
      watcher.on('error', () => {
        stop(folder);
        touched(folder);
      });
      watchers.set(folder, watcher);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
