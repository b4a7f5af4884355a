import { bufferOf } from '../../model/bytes.js';
import type { FileSystem } from '../../model/file-system.js';
import { type CacheHead, cacheFile, checksumOf, FEED, headOf, LONGEST_HEAD } from './layout.js';

/** Size in bytes up to which the outcomes of several runs are kept. */
const ROOM = 1 << 20;

/**
 * The outcomes of runs, stored after the records of a cache. Each line is one outcome, and the last line is the newest.
 */
export class CacheTail {
  readonly #fs: FileSystem;
  /** The absolute path of the cache. */
  readonly path: string;

  /** @param location of the cache, or of its folder */
  constructor(location: string, fs: FileSystem) {
    this.path = cacheFile(location, fs);
    this.#fs = fs;
  }

  /** The outcome with a key. Undefined if there is none, or the cache cannot be read. */
  find(key: string): string | undefined {
    let tail: string | undefined;
    try {
      tail = this.#read()?.tail.toString('utf8');
    } catch {
      // Opening its records says why.
    }
    if (tail === undefined) return undefined;
    for (let end = tail.length - 1; end > 0; ) {
      const start = tail.lastIndexOf('\n', end - 1) + 1;
      const line = lineFrom(tail.slice(start, end));
      if (line?.key === key) return line.checksum === checksumOf(line.text) ? line.text : undefined;
      end = start - 1;
    }
    return undefined;
  }

  /** Adds an outcome. A cache that was not written is not created; a failure only costs time in the next run. */
  add(key: string, text: string): void {
    const line = `${key} ${checksumOf(text)} ${text}\n`;
    try {
      const read = this.#read();
      if (!read) return;
      const { head, tail } = read;
      if (tail.length + line.length <= Math.max(ROOM, 4 * line.length)) this.#fs.append(this.path, line);
      else {
        const records = bufferOf(this.#fs.read(this.path)).subarray(0, head.end);
        this.#fs.write(this.path, [records, line]);
      }
    } catch {}
  }

  /** Undefined if there is no whole cache of this version. */
  #read(): { readonly head: CacheHead; readonly tail: Buffer } | undefined {
    const size = this.#fs.status(this.path)?.size ?? 0;
    if (size === 0) return undefined;
    const file = this.#fs.open(this.path);
    try {
      const start = Buffer.alloc(LONGEST_HEAD);
      const head = headOf(start.toString('latin1', 0, file.read(start, LONGEST_HEAD, 0)));
      if (!head || head.end > size) return undefined;
      // From the end of the records on, which must be the end of a line, to the end of the last line.
      const rest = Buffer.alloc(size - head.end + 1);
      const count = file.read(rest, rest.length, head.end - 1);
      if (count < rest.length || rest[0] !== FEED || rest.at(-1) !== FEED) return undefined;
      return { head, tail: rest.subarray(1) };
    } finally {
      file.close();
    }
  }
}

function lineFrom(
  line: string,
): { readonly key: string; readonly checksum: string; readonly text: string } | undefined {
  const [first, second] = [line.indexOf(' '), line.indexOf(' ', line.indexOf(' ') + 1)];
  if (first < 0 || second < 0) return undefined;
  return { key: line.slice(0, first), checksum: line.slice(first + 1, second), text: line.slice(second + 1) };
}
