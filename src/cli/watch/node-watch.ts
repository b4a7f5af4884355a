import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Time without changes before a run starts, in milliseconds. Programs write a file in several steps, and often several
 * files at once.
 */
const SETTLED_AFTER = 60;
/** By how much the time of a change can lag behind the clock, in milliseconds. Kernels update it once per tick. */
const TICK = 10;

/**
 * Watches folders one by one, because watching a whole tree on Linux needs a watcher per file and descends into
 * `node_modules`.
 * Changes to files since the start of a run count even if their folder was not watched at that time.
 * @param folders called again after each change
 * @param start the start of the first run
 * @param now returns the current time
 * @returns yields the paths that were changed, created or removed; never ends
 */
export async function* watchFolders(
  folders: () => readonly string[],
  start: Date,
  now: () => Date,
): AsyncGenerator<readonly string[]> {
  const watchers = new Map<string, FSWatcher>();
  const pending = new Set<string>();
  let wake = () => {};
  let timer: NodeJS.Timeout | undefined;
  let since = start.getTime() - TICK;
  const touched = (path: string) => {
    pending.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), SETTLED_AFTER);
  };
  try {
    for (;;) {
      for (const folder of watchThese(folders(), watchers, touched))
        for (const path of changedIn(folder, since)) pending.add(path);
      await new Promise<void>((resolve) => {
        wake = resolve;
        // Handles changes that occurred during the previous run, or before their folder was watched.
        if (pending.size > 0) timer = setTimeout(resolve, SETTLED_AFTER);
      });
      const paths = [...pending].sort();
      pending.clear();
      since = now().getTime() - TICK;
      yield paths;
    }
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  }
}

/**
 * Starts watching new folders and stops watching removed ones.
 * @returns the new folders
 * @throws if the system allows no more watchers
 */
function watchThese(
  folders: readonly string[],
  watchers: Map<string, FSWatcher>,
  touched: (path: string) => void,
): readonly string[] {
  const added: string[] = [];
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
      added.push(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return added;
}

/** Returns the files of a folder that were created or changed after a time. */
function changedIn(folder: string, since: number): readonly string[] {
  try {
    return readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => {
        const status = lstatSync(path, { throwIfNoEntry: false });
        return status?.isFile() && status.ctimeMs >= since;
      });
  } catch {
    // Errors are ignored here because the run itself reports what it cannot read.
    return [];
  }
}
