import type { OffsetMap } from '../../model/offset-map.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { RepeatedKey } from './repeated-keys.js';

/** Maximum length of a record in UTF-16 units. A longer record is not a reply. */
export const LONGEST_LINE = 2 * 1024 * 1024;

/** The value of a string, with a map to the file. */
export interface DecodedText {
  readonly body: string;
  readonly map: OffsetMap;
}

export type Scalar = string | number | boolean | null;

/**
 * A value in a file. It looks the same to an adapter whether it comes from JSON, YAML, CSV or NDJSON. This class
 * defines a value without members, items or text, which subclasses extend.
 */
export abstract class Value {
  abstract readonly kind: 'object' | 'array' | 'text' | 'number' | 'flag' | 'nothing' | 'broken';
  /** A JSON Pointer from the root of the file (RFC 6901). */
  readonly pointer: string;

  constructor(pointer: string) {
    this.pointer = pointer;
  }

  /** The span of the value in the file. */
  abstract get span(): Span;

  /** The keys that hide a value, in the objects of the file that were read so far. */
  get repeatedKeys(): Iterable<RepeatedKey> {
    return [];
  }

  /** The passage that contains the value. Undefined if the file is read as a whole. */
  get passage(): SourceFile | undefined {
    return undefined;
  }

  /** The value of a string, number, boolean or null. Undefined for anything else. */
  get scalar(): Scalar | undefined {
    return undefined;
  }

  /** Returns the value of an object's key. */
  member(_key: string): Value | undefined {
    return undefined;
  }

  /** Returns the keys and values of an object. If a key is repeated, its last value counts. */
  members(): Iterable<readonly [string, Value]> {
    return [];
  }

  /** Returns the items of an array, which are read on demand. */
  items(): Iterable<Value> {
    return [];
  }

  /** Returns a text with its map. Undefined if the value is not a text or its positions are not known exactly. */
  text(): DecodedText | undefined {
    return undefined;
  }
}

/** A record that cannot be read, among others that can. */
export class Broken extends Value {
  readonly kind = 'broken';
  readonly span: Span;
  /** Describes the fault in words. */
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

/** Records that are read one by one, such as the rows of a CSV file or the lines of NDJSON. */
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

/** Returns a JSON Pointer extended by one step. */
export function step(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/** Returns the text of a member. Of several keys, the first one that has a text is used. */
export function textOf(value: Value | undefined, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const scalar = value?.member(key)?.scalar;
    if (typeof scalar === 'string') return scalar;
  }
  return undefined;
}

/** Returns the value of a member that is used as an id, which can be a text or a number. */
export function idOf(value: Value | undefined, key = 'id'): string | undefined {
  const scalar = value?.member(key)?.scalar;
  return (typeof scalar === 'string' && scalar !== '') || typeof scalar === 'number' ? String(scalar) : undefined;
}

/** Returns true if a member means no, either as a boolean, as a number, or as a word, which YAML and CSV files use. */
export function saysNo(value: Value | undefined): boolean {
  return value !== undefined && /^(?:false|no|off|0|n)$/i.test(String(value.scalar ?? ''));
}

/** Returns the texts of a list, or of a text whose items are separated by commas. */
export function listOf(value: Value | undefined): string[] {
  if (value?.kind === 'text') return String(value.scalar).split(/[,;]/).flatMap(trimmed);
  return [...(value?.items() ?? [])].flatMap(({ scalar }) => (typeof scalar === 'string' ? trimmed(scalar) : []));
}

function trimmed(text: string): string[] {
  const short = text.trim();
  return short === '' ? [] : [short];
}
