import type { OffsetMap } from '../../model/offset-map.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';

/** A record that is longer than this, in UTF-16 units, is not a reply. */
export const LONGEST_LINE = 2 * 1024 * 1024;

/** The value of a string, with the map back to the file. */
export interface DecodedText {
  readonly body: string;
  readonly map: OffsetMap;
}

export type Scalar = string | number | boolean | null;

/**
 * A value in a file, the same to an adapter whether JSON, YAML, CSV or NDJSON contains it. This class is what all
 * kinds share: a value without members, items or text.
 */
export abstract class Value {
  abstract readonly kind: 'object' | 'array' | 'text' | 'number' | 'flag' | 'nothing' | 'broken';
  /** JSON Pointer from the file's root (RFC 6901). */
  readonly pointer: string;

  constructor(pointer: string) {
    this.pointer = pointer;
  }

  /** Its place in the file. */
  abstract get span(): Span;

  /** Its passage of the file; undefined if the file is read as a whole. */
  get passage(): SourceFile | undefined {
    return undefined;
  }

  /** The value of a text, number, boolean or null; undefined for anything else. */
  get scalar(): Scalar | undefined {
    return undefined;
  }

  /** The value of a key of an object. */
  member(_key: string): Value | undefined {
    return undefined;
  }

  /** Keys and values of an object; the last value of a repeated key counts. */
  members(): Iterable<readonly [string, Value]> {
    return [];
  }

  /** The items of an array, read on demand. */
  items(): Iterable<Value> {
    return [];
  }

  /** A text with its map; undefined if it is not a text, or its positions are not known exactly. */
  text(): DecodedText | undefined {
    return undefined;
  }
}

/** A record that cannot be read, among others that can. */
export class Broken extends Value {
  readonly kind = 'broken';
  readonly span: Span;
  /** What is wrong with it, in words. */
  readonly reason: string;
  readonly #passage: SourceFile | undefined;

  constructor(pointer: string, span: Span, reason: string, passage?: SourceFile) {
    super(pointer);
    this.span = span;
    this.reason = reason;
    this.#passage = passage;
  }

  override get passage(): SourceFile | undefined {
    return this.#passage;
  }
}

/** Records that are read one by one: the rows of a CSV file, the lines of NDJSON. */
export class Records extends Value {
  readonly kind = 'array';
  readonly span: Span;
  readonly #read: () => Iterable<Value>;

  constructor(length: number, read: () => Iterable<Value>) {
    super('');
    this.span = { start: 0, end: length };
    this.#read = read;
  }

  override items(): Iterable<Value> {
    return this.#read();
  }
}

/** A step of a JSON Pointer. */
export function step(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/** The text of a member, if it is one; of several keys, the first with a text. */
export function textOf(value: Value | undefined, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const scalar = value?.member(key)?.scalar;
    if (typeof scalar === 'string') return scalar;
  }
  return undefined;
}

/** A member as an id: a text or a number. */
export function idOf(value: Value | undefined, key = 'id'): string | undefined {
  const scalar = value?.member(key)?.scalar;
  return (typeof scalar === 'string' && scalar !== '') || typeof scalar === 'number' ? String(scalar) : undefined;
}

/** True if a member means no: as a boolean, as a number, or in letters, as in YAML and CSV files. */
export function saysNo(value: Value | undefined): boolean {
  return value !== undefined && /^(?:false|no|off|0|n)$/i.test(String(value.scalar ?? ''));
}

/** The texts of a list, or of a text separated by commas. */
export function listOf(value: Value | undefined): string[] {
  if (value?.kind === 'text') return String(value.scalar).split(/[,;]/).flatMap(trimmed);
  return [...(value?.items() ?? [])].flatMap(({ scalar }) => (typeof scalar === 'string' ? trimmed(scalar) : []));
}

function trimmed(text: string): string[] {
  const short = text.trim();
  return short === '' ? [] : [short];
}
