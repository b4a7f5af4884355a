/**
 * A container file stores several arrays and texts: a magic number, the length of the table of contents, the table as
 * JSON, and the parts, each at a multiple of four bytes. Nothing is copied when it is read, because the arrays are
 * views of the file's bytes.
 */

const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const;
type Type = keyof typeof TYPES;
export type Part = Uint8Array | Uint16Array | Uint32Array | string;

interface Entry {
  readonly type: Type | 'text';
  readonly offset: number;
  /** The number of elements of an array, or the number of bytes of a text. */
  readonly length: number;
}

/** “RLP1” in little-endian order. Big-endian machines read a different number and reject the file. */
const MARK = 0x31504c52;
const HEAD = 8;

/** Returns the bytes of a file with these parts. */
export function pack(parts: Readonly<Record<string, Part>>): Uint8Array {
  const contents: Record<string, Entry> = {};
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const bytes =
      typeof part === 'string'
        ? new TextEncoder().encode(part)
        : new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    const type = typeof part === 'string' ? 'text' : typeOf(part);
    contents[name] = { type, offset, length: typeof part === 'string' ? bytes.length : part.length };
    pieces.push(bytes);
    offset = aligned(offset + bytes.length);
  }
  const list = new TextEncoder().encode(JSON.stringify(contents));
  const start = aligned(HEAD + list.length);
  const whole = new Uint8Array(start + offset);
  new Uint32Array(whole.buffer, 0, 2).set([MARK, list.length]);
  whole.set(list, HEAD);
  let at = start;
  for (const piece of pieces) {
    whole.set(piece, at);
    at = aligned(at + piece.length);
  }
  return whole;
}

/** Reads a file written by `pack`. */
export class Parts {
  readonly #bytes: Uint8Array;
  readonly #contents: Readonly<Record<string, Entry>>;
  readonly #start: number;

  /** @throws Error if the bytes are not such a file */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const [mark, length = 0] = new Uint32Array(this.#bytes.buffer, this.#bytes.byteOffset, 2);
    if (mark !== MARK) throw new Error('not a language pack of this version and this kind of machine');
    this.#contents = JSON.parse(new TextDecoder().decode(this.#bytes.subarray(HEAD, HEAD + length)));
    this.#start = aligned(HEAD + length);
  }

  text(name: string): string {
    const { offset, length } = this.#entry(name, 'text');
    return new TextDecoder().decode(this.#bytes.subarray(this.#start + offset, this.#start + offset + length));
  }

  u8(name: string): Uint8Array {
    const { offset, length } = this.#entry(name, 'u8');
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + this.#start + offset, length);
  }

  u16(name: string): Uint16Array {
    const { offset, length } = this.#entry(name, 'u16');
    return new Uint16Array(this.#bytes.buffer, this.#bytes.byteOffset + this.#start + offset, length);
  }

  u32(name: string): Uint32Array {
    const { offset, length } = this.#entry(name, 'u32');
    return new Uint32Array(this.#bytes.buffer, this.#bytes.byteOffset + this.#start + offset, length);
  }

  #entry(name: string, type: Entry['type']): Entry {
    const entry = this.#contents[name];
    if (entry?.type !== type) throw new Error(`a language pack without “${name}”`);
    return entry;
  }
}

function typeOf(part: Exclude<Part, string>): Type {
  return part instanceof Uint32Array ? 'u32' : part instanceof Uint16Array ? 'u16' : 'u8';
}

function aligned(offset: number): number {
  return (offset + 3) & ~3;
}
