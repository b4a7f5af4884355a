import { basename, dirname, join } from 'node:path';
import type { FileSystem } from '../../model/file-system.js';
import { passedOn } from '../../model/passed-on.js';

/** What a run saw in a folder. */
export interface Seen {
  /** Its entries, if they were listed. */
  list?: string;
  /** The names of configurations in it, if they were searched for. */
  configs?: string;
  /** Name → the stamp of a file; `-` for a path with nothing. */
  readonly files: Record<string, string>;
}

/** What a run saw on disk, by folder. A run that would see the same has the same outcome. */
export type Trace = Readonly<Record<string, Seen>>;

/** Assumed resolution of file times in milliseconds. A file written twice within this time may keep its stamp. */
const TICK = 50;

/** A file system with stamps, without which no trace is possible. */
export type StampedFileSystem = FileSystem & Required<Pick<FileSystem, 'stamp'>>;

/** Records what a run looks at. Each stamp is taken before the file is first read. */
export class Tracer {
  readonly #trace: Record<string, Seen> = {};
  readonly #fs: StampedFileSystem;
  /** A file changed later than this may change again without a new stamp. In milliseconds since 1970. */
  readonly #latest: number;
  /** The names of the run’s own files, which come and go. */
  readonly #isOwn: (name: string) => boolean;
  /** False if the run saw something that a trace cannot hold, or that may still change unnoticed. */
  isComplete = true;

  /** @param now the start of the run, in milliseconds since 1970 */
  constructor(
    fs: StampedFileSystem,
    { now, isOwn }: { readonly now: number; readonly isOwn: (name: string) => boolean },
  ) {
    this.#fs = fs;
    this.#isOwn = isOwn;
    this.#latest = now - TICK;
  }

  get trace(): Trace {
    return this.#trace;
  }

  /** The file system of the run. */
  get fs(): FileSystem {
    const fs = this.#fs;
    const noting =
      <T>(look: (path: string) => T) =>
      (path: string): T => {
        this.note(path);
        return look(path);
      };
    return {
      ...passedOn(fs),
      exists: noting((path) => fs.exists(path)),
      status: noting((path) => fs.status(path)),
      linkStatus: noting((path) => fs.linkStatus(path)),
      read: noting((path) => fs.read(path)),
      open: noting((path) => fs.open(path)),
      realPath: (path) => {
        const real = fs.realPath(path);
        if (real !== path) this.isComplete = false;
        return real;
      },
      list: (folder) => {
        let entries: ReturnType<FileSystem['list']>;
        try {
          entries = fs.list(folder);
        } catch (error) {
          this.isComplete = false;
          throw error;
        }
        this.#seen(folder).list ??= listOf(entries, this.#isOwn);
        return entries;
      },
    };
  }

  note(path: string): void {
    const { files } = this.#seen(dirname(path));
    const name = basename(path);
    if (Object.hasOwn(files, name)) return;
    const stamp = this.#fs.stamp(path);
    files[name] = stamp?.text ?? NOTHING;
    if (stamp && stamp.changed > this.#latest) this.isComplete = false;
  }

  /**
   * Notes the configurations in a folder.
   * @param isConfig true for the name of a file that is one, or looks like one
   */
  noteConfigs(folder: string, isConfig: (name: string) => boolean): void {
    const names = namesIn(folder, this.#fs, isConfig);
    this.#seen(folder).configs = names.join('/');
    for (const name of names) this.note(join(folder, name));
  }

  #seen(folder: string): Seen {
    let seen = this.#trace[folder];
    if (!seen) {
      seen = { files: {} };
      this.#trace[folder] = seen;
    }
    return seen;
  }
}

const NOTHING = '-';

/** True if a run would see the same as the one with this trace. */
export function isSame(
  trace: Trace,
  fs: StampedFileSystem,
  { isOwn, isConfig }: { readonly isOwn: (name: string) => boolean; readonly isConfig: (name: string) => boolean },
): boolean {
  for (const folder in trace) {
    const { list, configs, files } = trace[folder] as Seen;
    if (list !== undefined && list !== listIn(folder, fs, isOwn)) return false;
    if (configs !== undefined && configs !== namesIn(folder, fs, isConfig).join('/')) return false;
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    for (const name in files) if ((fs.stamp(start + name)?.text ?? NOTHING) !== files[name]) return false;
  }
  return true;
}

function listIn(folder: string, fs: FileSystem, isOwn: (name: string) => boolean): string | undefined {
  try {
    return listOf(fs.list(folder), isOwn);
  } catch {
    return undefined;
  }
}

function listOf(entries: ReturnType<FileSystem['list']>, isOwn: (name: string) => boolean): string {
  return entries
    .flatMap(({ name, kind }) => (isOwn(name) ? [] : [`${kind.charAt(0)}${name}`]))
    .sort()
    .join('/');
}

function namesIn(folder: string, fs: FileSystem, isConfig: (name: string) => boolean): string[] {
  try {
    return fs
      .list(folder)
      .flatMap(({ name }) => (isConfig(name) ? [name] : []))
      .sort();
  } catch {
    return [];
  }
}
