import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { FileSystem } from '../model/file-system.js';
import { type Beginning, SourceFile } from '../model/source-file.js';
import type { Span } from '../model/span.js';
import { LONGEST_LINE } from './container/value.js';
import { GUESSED, guessed, type Mark, markOf, NotText } from './decode.js';
import { begunCharacter, checkPieces } from './decode-pieces.js';
import { UnreadBytes } from './unread-bytes.js';

/** The file that a long text is read from. */
export interface LongSource {
  readonly fs: FileSystem;
  /** The path relative to the configuration's root, with `/` as the separator. */
  readonly path: string;
  readonly absolute: string;
  /** True to read only whole lines, because the reports show lines. */
  readonly wholeLines?: boolean | undefined;
}

/**
 * Maximum size of a passage in bytes. It is small because the replies of a passage take many times as much memory as
 * its text.
 */
const LARGEST_PASSAGE = 64 * 1024;

/** A file with many lines that is read one passage at a time, so that memory use does not grow with the file. */
export class LongText {
  /** The path relative to the configuration's root, with `/` as the separator. */
  readonly path: string;
  readonly #absolute: string;
  readonly #fs: FileSystem;
  /** The size of the file in bytes. */
  readonly size: number;
  /** True if every passage consists of whole lines. */
  readonly wholeLines: boolean;
  /** The approximate size of a passage in bytes. */
  readonly passage: number;
  readonly #mark: Mark;
  readonly #places = new WeakMap<SourceFile, Span>();

  private constructor({ path, absolute, fs, wholeLines = false }: LongSource, size: number, passage: number) {
    this.path = path;
    this.#absolute = absolute;
    this.#fs = fs;
    this.wholeLines = wholeLines;
    this.size = size;
    this.passage = passage;
    const [head = Buffer.alloc(0)] = this.#pieces(0);
    this.#mark = markOf(head);
  }

  /**
   * Opens a file that is longer than a number of bytes, and scans it once. Undefined for a shorter file.
   * @throws NotText if the file is not text, like `decode`, and errors from the file system
   */
  static open(
    source: LongSource,
    long: number,
    passage = Math.min(LARGEST_PASSAGE, Math.ceil(long / 4)),
  ): LongText | undefined {
    const status = source.fs.status(source.absolute);
    if (status?.kind !== 'file' || status.size <= long) return undefined;
    const text = new LongText(source, status.size, Math.max(64, passage));
    const from = text.#mark.length;
    const head = () => Array.from(text.#pieces(from, Math.min(status.size, from + GUESSED)), copied);
    checkPieces(text.#pieces(from), text.#mark, () => guessed(Buffer.concat(head())));
    return text;
  }

  /**
   * Opens the file again after it was written. Undefined if it is empty.
   * @throws the same errors as `open`
   */
  reopen(): LongText | undefined {
    const { path, wholeLines } = this;
    return LongText.open({ fs: this.#fs, path, absolute: this.#absolute, wholeLines }, 0, this.passage);
  }

  /**
   * Yields passages of whole lines, starting at the top with each call. A line that is longer than a record may be is
   * cut.
   * @throws NotText if the file has changed in the meantime
   */
  *passages(): Generator<SourceFile> {
    let from: Beginning | undefined;
    let at = this.#mark.length;
    const unread = new UnreadBytes();
    let isSkipping = false;
    for (const piece of this.#pieces(this.#mark.length)) {
      const bytes = unread.add(piece);
      let start = 0;
      if (isSkipping) {
        const after = this.#afterLine(bytes);
        isSkipping = after === undefined;
        start = after ?? this.#wholeCharacters(bytes);
        from = this.#passageOf(bytes.subarray(0, start), from).end;
      }
      let end = isSkipping ? start : this.#afterLastLine(bytes);
      if (end <= start && bytes.length - start > LONGEST_BYTES) {
        end = this.#wholeCharacters(bytes);
        isSkipping = true;
      }
      if (end > start) {
        const passage = this.#passageOf(bytes.subarray(start, end), from);
        this.#places.set(passage, { start: at + start, end: at + end });
        yield passage;
        from = passage.end;
      }
      unread.drop(Math.max(start, end));
      at += Math.max(start, end);
    }
    const left = unread.all;
    if (left.length === 0 || isSkipping) return;
    const passage = this.#passageOf(left, from);
    this.#places.set(passage, { start: at, end: at + left.length });
    yield passage;
  }

  /** The number of bytes before the text. */
  get start(): number {
    return this.#mark.length;
  }

  /**
   * Yields the text from the top, in pieces of whole characters.
   * @throws NotText if the file has changed in the meantime
   */
  *pieces(): Generator<string> {
    const unread = new UnreadBytes();
    for (const piece of this.#pieces(this.#mark.length)) {
      const bytes = unread.add(piece);
      const end = this.#wholeCharacters(bytes);
      if (end > 0) yield decoded(bytes.subarray(0, end), this.encoding);
      unread.drop(end);
    }
    if (unread.all.length > 0) yield decoded(unread.all, this.encoding);
  }

  /**
   * Reads a span of the file.
   * @throws NotText if the file has changed in the meantime
   */
  passageAt(place: Span, from: Beginning): SourceFile {
    const unread = new UnreadBytes();
    for (const piece of this.#pieces(place.start, place.end)) unread.add(piece);
    const passage = this.#passageOf(unread.all, from);
    this.#places.set(passage, place);
    return passage;
  }

  get encoding(): Mark['encoding'] {
    return this.#mark.encoding;
  }

  /** Returns the number of bytes that a part of the text takes in the file. */
  sizeOf(part: string): number {
    return this.encoding === 'utf-8' ? Buffer.byteLength(part) : 2 * part.length;
  }

  /** Returns the bytes of the file that a passage was read from. */
  bytesOf(passage: SourceFile): Span {
    const place = this.#places.get(passage);
    if (!place) throw new Error('not a passage of this file');
    return place;
  }

  /** Returns a hash of the current content of the file. */
  digest(): string {
    const hash = createHash('sha256');
    for (const piece of this.#pieces(0)) hash.update(piece);
    return hash.digest('base64url');
  }

  /** Yields the bytes of a span, by default up to the end of the file. Each piece overwrites the previous one. */
  bytes(start: number, end = this.size): Iterable<Buffer> {
    return this.#pieces(start, end);
  }

  #passageOf(bytes: Buffer, from: Beginning | undefined): SourceFile {
    const { encoding, length } = this.#mark;
    return new SourceFile(this.path, decoded(bytes, encoding), { bom: length > 0, encoding, ...(from && { from }) });
  }

  /** Returns the position after the first line break. Undefined if there is none. */
  #afterLine(bytes: Buffer): number | undefined {
    const { encoding } = this.#mark;
    if (encoding === 'utf-8') return bytes.indexOf(10) + 1 || undefined;
    const [first, second] = encoding === 'utf-16le' ? [10, 0] : [0, 10];
    for (let at = 0; at + 1 < bytes.length; at += 2) if (bytes[at] === first && bytes[at + 1] === second) return at + 2;
    return undefined;
  }

  /** Returns the position after the last line break. 0 if there is none. */
  #afterLastLine(bytes: Buffer): number {
    const { encoding } = this.#mark;
    if (encoding === 'utf-8') return bytes.lastIndexOf(10) + 1;
    const [first, second] = encoding === 'utf-16le' ? [10, 0] : [0, 10];
    for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2)
      if (bytes[at] === first && bytes[at + 1] === second) return at + 2;
    return 0;
  }

  /** Returns the number of bytes without an incomplete character or line break at the end. */
  #wholeCharacters(bytes: Buffer): number {
    if (this.#mark.encoding === 'utf-8') {
      const end = bytes.length - begunCharacter(bytes);
      return bytes[end - 1] === 13 ? end - 1 : end;
    }
    const end = bytes.length - (bytes.length % 2);
    const [first, second] = [bytes[end - 2] ?? 0, bytes[end - 1] ?? 0];
    const [high, low] = this.#mark.encoding === 'utf-16le' ? [second, first] : [first, second];
    return (high & 0xfc) === 0xd8 || (high === 0 && low === 13) ? end - 2 : end;
  }

  *#pieces(from: number, end = this.size): Generator<Buffer> {
    const file = this.#fs.open(this.#absolute);
    try {
      const buffer = Buffer.allocUnsafe(this.passage);
      for (let at = from; at < end; ) {
        const count = file.read(buffer, Math.min(buffer.length, end - at), at);
        if (count === 0) throw new NotText(CHANGED);
        yield buffer.subarray(0, count);
        at += count;
      }
    } finally {
      file.close();
    }
  }
}

/** Copies the bytes, because their buffer is reused for the next piece. */
function copied(bytes: Buffer): Buffer {
  return Buffer.from(bytes);
}

const CHANGED = 'the file changed while being read';

/** Maximum length of a line in bytes. In any encoding, a longer line has more UTF-16 units than a record may have. */
const LONGEST_BYTES = 3 * LONGEST_LINE + 4;

function decoded(bytes: Buffer, encoding: Mark['encoding']): string {
  if (encoding === 'utf-8') {
    if (!isUtf8(bytes)) throw new NotText(CHANGED);
    return bytes.toString('utf8');
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotText(CHANGED);
  }
}
