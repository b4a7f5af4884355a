import type { FileSystem, TemporaryFile } from '../../model/file-system.js';
import type { Span } from '../../model/span.js';

/** Maximum number of bytes held in memory. The rest is written to a temporary file. */
const MOST_HELD = 2 * 1024 * 1024;

/** Bytes of a spool: held in memory, or their place in its file. */
export type Stored = Buffer | Span;

/** Closes the files of spools that are no longer needed. */
const FILES = new FinalizationRegistry<TemporaryFile>((file) => file.close());

/**
 * Stores data of a run that may not fit in memory. Without a temporary file, or if the disk is full, the data stays in
 * memory.
 */
export class Spool {
  readonly #open: FileSystem['openTemporary'];
  #file: TemporaryFile | undefined;
  #canWrite: boolean;
  #held = 0;
  #end = 0;

  /** @param fs where to open a temporary file; without it, everything is held in memory */
  constructor(
    fs?: Pick<FileSystem, 'openTemporary'>,
    readonly most = MOST_HELD,
  ) {
    this.#open = fs?.openTemporary?.bind(fs);
    this.#canWrite = this.#open !== undefined;
  }

  store(bytes: Buffer): Stored {
    if (this.#canWrite && this.#held + bytes.length > this.most) {
      const place = this.#write(bytes);
      if (place) return place;
    }
    this.#held += bytes.length;
    // Compressed bytes come in a larger buffer.
    return Buffer.from(bytes);
  }

  /** @throws the file system’s error */
  read(stored: Stored): Buffer {
    if (Buffer.isBuffer(stored)) return stored;
    const bytes = Buffer.allocUnsafe(stored.end - stored.start);
    for (let at = 0; at < bytes.length; ) {
      const count = this.#file?.read(bytes.subarray(at), bytes.length - at, stored.start + at) ?? 0;
      if (count === 0) throw new Error('a temporary file was cut short');
      at += count;
    }
    return bytes;
  }

  /** Undefined if there is no place to write to. */
  #write(bytes: Buffer): Span | undefined {
    try {
      if (!this.#file) {
        this.#file = this.#open?.();
        if (this.#file) FILES.register(this, this.#file);
      }
      if (!this.#file) throw new Error('no temporary file');
      const start = this.#end;
      this.#file.write(bytes, start);
      this.#end = start + bytes.length;
      return { start, end: this.#end };
    } catch {
      this.#canWrite = false;
      return undefined;
    }
  }
}
