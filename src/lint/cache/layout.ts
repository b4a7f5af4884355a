import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FileSystem } from '../../model/file-system.js';

/** The default file name. */
export const CACHE_FILE = '.replylintcache';

/** The start of the first line of every cache. */
export const MARK = 'replylint cache ';
/** The first line also has the version of the format, and the digest and the length of the second line. */
const HEAD = `${MARK}5 `;
/** Maximum length of the first line in bytes. */
export const LONGEST_HEAD = 200;
/** The byte at the end of each line. */
export const FEED = 10;

/** What the first line says about the second, which has the records of all files. The outcomes of runs follow it. */
export interface CacheHead {
  readonly digest: string;
  /** Where the records start and end, in bytes. */
  readonly start: number;
  readonly end: number;
}

/**
 * The first line for records.
 * @param length in bytes
 */
export function headLine(digest: string, length: number): string {
  return `${HEAD}${digest} ${length}\n`;
}

/**
 * Undefined for another version of the format, and for a file that is not a cache.
 * @param start of its text
 */
export function headOf(start: string): CacheHead | undefined {
  const feed = start.indexOf('\n');
  const [digest = '', length = ''] = start.slice(HEAD.length, feed).split(' ');
  if (feed < 0 || !start.startsWith(HEAD) || !/^\d+$/.test(length)) return undefined;
  return { digest, start: feed + 1, end: feed + 1 + Number(length) };
}

/** Returns the digest of a part of a cache, which shows whether the part is damaged. */
export function digestOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url');
}

/**
 * Returns the checksum of the outcome of a run. Unlike `digestOf`, it does not load `node:crypto`, which takes longer
 * than everything else that a run with a stored outcome does.
 */
export function checksumOf(text: string): string {
  return crc32(text).toString(36);
}

/** Returns a key for a text, which tells apart the few runs that a cache has outcomes of. */
export function keyFor(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995) ^ (other >>> 15);
  }
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}-${text.length}`;
}

/**
 * The absolute path of a cache.
 * @param location its path, or the path of its folder
 */
export function cacheFile(location: string, fs: FileSystem): string {
  return resolve(/[\\/]$/.test(location) || isFolder(location, fs) ? join(location, CACHE_FILE) : location);
}

function isFolder(path: string, fs: FileSystem): boolean {
  try {
    return fs.status(path)?.kind === 'folder';
  } catch {
    return false;
  }
}
