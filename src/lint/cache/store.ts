import { basename, dirname, join, relative, sep } from 'node:path';
import { ConfigError } from '../../config/index.js';
import { bufferOf } from '../../model/bytes.js';
import type { FileSystem } from '../../model/file-system.js';
import type { FileRecord } from '../result/file-record.js';
import { CACHE_FILE, cacheFile, digestOf, FEED, headLine, headOf, LONGEST_HEAD, MARK } from './layout.js';

interface Entry {
  readonly key: string;
  readonly record: FileRecord;
}

/**
 * Stores records of files from earlier runs in a single file. Paths in it are relative to its folder, so that the cache
 * and the linted files can be moved together.
 */
export class CacheStore {
  readonly #path: string;
  readonly #fs: FileSystem;
  readonly #files: Map<string, Entry>;
  readonly #asked = new Set<string>();
  #changed: boolean;
  /** Says in words why an existing cache is not used. */
  readonly problem: string | undefined;

  private constructor(path: string, fs: FileSystem, files = new Map<string, Entry>(), problem?: string) {
    this.#path = path;
    this.#fs = fs;
    this.#files = files;
    this.#changed = problem !== undefined;
    this.problem = problem;
  }

  /**
   * Opens a cache.
   * @param path the path of the cache file or of its folder
   * @throws ConfigError for a file that is not a cache, because it would be overwritten
   */
  static open(path: string, fs: FileSystem): CacheStore {
    const file = cacheFile(path, fs);
    let bytes: Buffer;
    try {
      bytes = bufferOf(fs.read(file));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isThere = code !== 'ENOENT' && code !== 'ENOTDIR';
      return new CacheStore(file, fs, undefined, isThere ? `the cache cannot be read (${code})` : undefined);
    }
    const start = bytes.toString('latin1', 0, LONGEST_HEAD);
    if (!start.startsWith(MARK) && start !== '' && basename(file) !== CACHE_FILE)
      throw new ConfigError('not a replylint cache; refusing to overwrite the file', file);
    const head = headOf(start);
    const records = bytes.subarray(head?.start, head?.end);
    if (!head || bytes.at(-1) !== FEED || digestOf(records) !== head.digest)
      return new CacheStore(file, fs, undefined, 'the cache is damaged; rebuilding it');
    return new CacheStore(
      file,
      fs,
      new Map(Object.entries(JSON.parse(records.toString('utf8')) as Record<string, Entry>)),
    );
  }

  /** The absolute path of the cache file. */
  get path(): string {
    return this.#path;
  }

  /** Returns the record of a file. Undefined if anything that its findings depend on has changed. */
  get(absolute: string, key: string): FileRecord | undefined {
    const path = this.#pathOf(absolute);
    this.#asked.add(path);
    const entry = this.#files.get(path);
    return entry?.key === key ? { ...entry.record, result: { ...entry.record.result, filePath: absolute } } : undefined;
  }

  put(absolute: string, key: string, record: FileRecord): void {
    const { source: _, ...result } = record.result;
    this.#files.set(this.#pathOf(absolute), { key, record: { ...record, result: { ...result, filePath: '' } } });
    this.#changed = true;
  }

  /**
   * Writes the records if they have changed, without those of files that no longer exist.
   * @returns the reason if this failed, in words
   */
  save(): string | undefined {
    for (const path of this.#files.keys())
      if (!this.#asked.has(path) && !this.#fs.exists(join(dirname(this.#path), path))) {
        this.#files.delete(path);
        this.#changed = true;
      }
    if (!this.#changed) return undefined;
    const records = Buffer.from(`${JSON.stringify(Object.fromEntries(this.#files))}\n`);
    try {
      this.#fs.makeFolder(dirname(this.#path));
      this.#fs.write(this.#path, [headLine(digestOf(records), records.length), records]);
      return undefined;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return `the cache cannot be written (${code ?? message})`;
    }
  }

  #pathOf(absolute: string): string {
    return relative(dirname(this.#path), absolute).split(sep).join('/');
  }
}
