import type { OffsetMap } from '../../model/offset-map.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';

/** A record longer than this, in UTF-16 units, is no reply. */
export const LONGEST_LINE = 2 * 1024 * 1024;

/** A string's value, with the map back to the file. */
export interface DecodedText {
  readonly body: string;
  readonly map: OffsetMap;
}

export type Scalar = string | number | boolean | null;

/**
 * A value in a file, the same to an adapter whether JSON, YAML, CSV or NDJSON holds it. This class is what all kinds
 * share: a value without members, items or text.
 */
export abstract class Value {
  abstract readonly kind: 'object' | 'array' | 'text' | 'number' | 'flag' | 'nothing' | 'broken';
  /** JSON Pointer from the file's root, as RFC 6901 writes it. */
  readonly pointer: string;

  constructor(pointer: string) {
    this.pointer = pointer;
  }

  /** Where it stands in the file. */
  abstract get span(): Span;

  /** The passage of the file that it stands in; undefined where the file is read as a whole. */
  get passage(): SourceFile | undefined {
    return undefined;
  }

  /** What a text, number, flag or null is; undefined for anything else. */
  get scalar(): Scalar | undefined {
    return undefined;
  }

  /** The value of a key of an object. */
  member(_key: string): Value | undefined {
    return undefined;
  }

  /** Keys and values of an object; where a key stands twice, the last counts. */
  members(): Iterable<readonly [string, Value]> {
    return [];
  }

  /** The items of an array, read as they are asked for. */
  items(): Iterable<Value> {
    return [];
  }

  /** A text with its map; undefined where it is no text, or one whose places cannot be told exactly. */
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

/** The text of a member, where it is one; with several keys, the first that is. */
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

/** True where a member says no: as a flag, as a number, or in letters, as YAML and CSV files do. */
export function saysNo(value: Value | undefined): boolean {
  return value !== undefined && /^(?:false|no|off|0|n)$/i.test(String(value.scalar ?? ''));
}

/** The texts of a list, or of a text with commas between. */
export function listOf(value: Value | undefined): string[] {
  if (value?.kind === 'text') return String(value.scalar).split(/[,;]/).flatMap(trimmed);
  return [...(value?.items() ?? [])].flatMap(({ scalar }) => (typeof scalar === 'string' ? trimmed(scalar) : []));
}

function trimmed(text: string): string[] {
  const short = text.trim();
  return short === '' ? [] : [short];
}
