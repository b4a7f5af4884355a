import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ConfigError } from '../../config/index.js';
import type { FileRecord } from '../result/file-record.js';
import { writeWhole } from '../write.js';

/** The file's name where none is given. */
export const CACHE_FILE = '.replylintcache';

/** The first line of a cache: what it is, and the name of the rest. */
const HEAD = 'replylint cache 1 ';

interface Entry {
  readonly key: string;
  readonly record: FileRecord;
}

/** What is known of files from earlier runs, in one file. Paths in it are from its folder, so that both can move. */
export class CacheStore {
  readonly #path: string;
  readonly #files: Map<string, Entry>;
  readonly #seen = new Set<string>();
  #changed: boolean;
  /** Why what was there is not used, in words. */
  readonly problem: string | undefined;

  private constructor(path: string, files: Map<string, Entry>, problem?: string) {
    this.#path = path;
    this.#files = files;
    this.#changed = problem !== undefined;
    this.problem = problem;
  }

  /**
   * @param path of the file, or of a folder to put it in
   * @throws ConfigError for a file that is no cache: it would be overwritten
   */
  static open(path: string): CacheStore {
    const file = resolve(/[\\/]$/.test(path) || isFolder(path) ? join(path, CACHE_FILE) : path);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isThere = code !== 'ENOENT' && code !== 'ENOTDIR';
      return new CacheStore(file, new Map(), isThere ? `the cache cannot be read (${code})` : undefined);
    }
    if (!text.startsWith(HEAD) && text !== '' && basename(file) !== CACHE_FILE)
      throw new ConfigError('this file is no cache, so no cache is written over it', file);
    const feed = text.indexOf('\n');
    const rest = text.slice(feed + 1);
    if (feed < 0 || text.slice(0, feed) !== HEAD + nameOf(rest))
      return new CacheStore(file, new Map(), 'the cache is damaged, so it is not used, and written anew');
    return new CacheStore(file, new Map(Object.entries(JSON.parse(rest) as Record<string, Entry>)));
  }

  /** Absolute. */
  get path(): string {
    return this.#path;
  }

  /** What is known of a file; undefined where anything that it depends on has changed. */
  get(absolute: string, key: string): FileRecord | undefined {
    const name = this.#nameOf(absolute);
    this.#seen.add(name);
    const entry = this.#files.get(name);
    return entry?.key === key ? { ...entry.record, result: { ...entry.record.result, filePath: absolute } } : undefined;
  }

  put(absolute: string, key: string, record: FileRecord): void {
    const { source: _, ...result } = record.result;
    this.#files.set(this.#nameOf(absolute), { key, record: { ...record, result: { ...result, filePath: '' } } });
    this.#changed = true;
  }

  /** Writes what has changed, whole or not at all, without files that are gone. @returns why it could not, in words */
  save(): string | undefined {
    for (const name of this.#files.keys())
      if (!this.#seen.has(name) && !existsSync(join(dirname(this.#path), name))) {
        this.#files.delete(name);
        this.#changed = true;
      }
    if (!this.#changed) return undefined;
    const rest = `${JSON.stringify(Object.fromEntries(this.#files))}\n`;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeWhole(this.#path, `${HEAD}${nameOf(rest)}\n${rest}`);
      return undefined;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return `the cache cannot be written (${code ?? message})`;
    }
  }

  #nameOf(absolute: string): string {
    return relative(dirname(this.#path), absolute).split(sep).join('/');
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
