import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { compose, MappedText, type OffsetMap, shiftedBy } from '../../model/offset-map.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import { childrenOf, type Outline, outlineOf } from './json-outline.js';
import { type RepeatedKey, repeatedKeysIn } from './repeated-keys.js';
import type { Tree } from './tree.js';
import { type DecodedText, type Scalar, step, Value } from './value.js';

/** The result of parsing JSON: the value, or the first fault. */
export type JsonText =
  | { readonly value: Value; readonly error?: undefined }
  | {
      readonly value?: undefined;
      readonly error: { readonly offset: number; readonly message: string; readonly code?: string };
    };

/** Maximum nesting depth. No export is nested more deeply, and the parser is recursive. */
export const DEEPEST = 200;

/** Returns the brackets around entries or members. */
export function bracketsOf(kind: 'array' | 'object'): readonly [string, string] {
  return kind === 'array' ? ['[', ']'] : ['{', '}'];
}

/** Parses the text of a file as JSON. The text can contain several values in a row, as in a file with several pages. */
export function openJson(text: string): Tree {
  const opened = parsed(text, outlineOf, { below: shiftedBy(0), pointer: '', passage: undefined });
  if (opened.value) return { format: 'json', roots: [opened.value] };
  const { offset, message, code } = opened.error;
  const roots =
    code === 'EndOfFileExpected' ? valuesIn(text) : BY_HAND.has(code ?? '') ? commentedValue(text) : undefined;
  return roots ? { format: 'json', roots } : { format: 'json', error: { offset, message: `not JSON: ${message}` } };
}

/** Faults that are typical of JSON to which people have added notes. */
const BY_HAND: ReadonlySet<string> = new Set(['InvalidCommentToken', 'PropertyNameExpected', 'ValueExpected']);

/**
 * Parses a value that contains comments and trailing commas, as editors allow them. Undefined if the text has other
 * faults.
 */
function commentedValue(text: string): Value[] | undefined {
  const { value } = parsed(text, treeWithComments, { below: shiftedBy(0), pointer: '', passage: undefined });
  return value && [value];
}

/** Returns consecutive objects and lists. Undefined if the text contains anything else. */
function valuesIn(text: string): Value[] | undefined {
  const roots: Value[] = [];
  const last = text.trimEnd().length;
  for (let start = 0; start < last; ) {
    const end = endOfValue(text, start);
    const one = text.slice(start, end);
    const place = { below: shiftedBy(start), pointer: step('', roots.length), passage: undefined };
    const { value } = parsed(one, wholeTree, place);
    if (!value || !/^\s*[[{]/.test(one)) return undefined;
    roots.push(value);
    start = end;
  }
  return roots;
}

/** Returns the offset after the bracket that closes the first value. */
function endOfValue(text: string, start: number): number {
  const mark = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[[\]{}]/gs;
  mark.lastIndex = start;
  let depth = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [unit] = match[0];
    if (unit === '[' || unit === '{') depth += 1;
    else if (unit === ']' || unit === '}') depth -= 1;
    if (depth === 0 && unit !== '"') return mark.lastIndex;
  }
  return text.length;
}

/**
 * Parses JSON and keeps positions. Never throws.
 * @param below maps the text to the file
 * @param pointer the place of the text in the file
 * @param passage the passage of the file, if the file is read in passages
 */
export function readJson(text: string, below: OffsetMap, pointer: string, passage?: SourceFile): JsonText {
  return parsed(text, wholeTree, { below, pointer, passage });
}

const OPTIONS = { allowTrailingComma: false, disallowComments: true };

function wholeTree(text: string): Outline {
  const errors: ParseError[] = [];
  return { root: parseTree(text, errors, OPTIONS), errors };
}

function treeWithComments(text: string): Outline {
  const errors: ParseError[] = [];
  return { root: parseTree(text, errors, { allowTrailingComma: true }), errors };
}

/** The position of a JSON text in its file. */
interface Standing {
  /** Maps the text to the file. */
  readonly below: OffsetMap;
  readonly pointer: string;
  readonly passage: SourceFile | undefined;
}

function parsed(
  text: string,
  parse: (text: string, options: typeof OPTIONS) => Outline,
  { below, pointer, passage }: Standing,
): JsonText {
  const tooDeep = deeperThan(text, DEEPEST);
  if (tooDeep !== undefined) return { error: { offset: tooDeep, message: `nested more than ${DEEPEST} levels deep` } };
  const { root, errors } = parse(text, OPTIONS);
  const [first] = errors;
  if (first) return { error: { offset: first.offset, message: inWords(codeOf(first)), code: codeOf(first) } };
  if (!root) return { error: { offset: 0, message: 'the file is empty' } };
  return { value: new JsonValue({ text, repeated: new Map(), below, passage }, root, pointer) };
}

/** A list whose indexes can start at any number. */
export type PartOfJson = Value & { items(first?: number): Iterable<Value> };

/** Parses some entries of a list or members of an object, without the rest of that value. */
export function valueIn(text: string, below: OffsetMap, pointer: string, passage: SourceFile): PartOfJson | undefined {
  const { root } = wholeTree(text);
  return root && new JsonValue({ text, repeated: new Map(), below, passage }, root, pointer);
}

/** Parses JSON that is contained in a text, such as a cell of a CSV export. */
export function jsonIn(value: Value | undefined): Value | undefined {
  const decoded = value?.text();
  if (!value || !decoded || !/^\s*[[{]/.test(decoded.body)) return undefined;
  return readJson(decoded.body, decoded.map, value.pointer, value.passage).value;
}

interface Source {
  readonly text: string;
  /** The repeated keys of the objects that were read, by offset. */
  readonly repeated: Map<number, RepeatedKey>;
  /** Maps the text to the file. */
  readonly below: OffsetMap;
  readonly passage: SourceFile | undefined;
}

const KINDS = {
  object: 'object',
  array: 'array',
  string: 'text',
  number: 'number',
  boolean: 'flag',
  null: 'nothing',
  property: 'nothing',
} as const;

class JsonValue extends Value {
  readonly kind: (typeof KINDS)[keyof typeof KINDS];
  readonly #source: Source;
  readonly #node: Node;
  #children: readonly Node[] | undefined;

  constructor(source: Source, node: Node, pointer: string) {
    super(pointer);
    this.kind = KINDS[node.type];
    this.#source = source;
    this.#node = node;
  }

  get span(): Span {
    const { offset, length } = this.#node;
    return this.#source.below.spanOf({ start: offset, end: offset + length });
  }

  override get passage(): SourceFile | undefined {
    return this.#source.passage;
  }

  override get repeatedKeys(): Iterable<RepeatedKey> {
    const { repeated, below } = this.#source;
    return [...repeated.values()].map(({ key, span, last }) => ({
      key,
      span: below.spanOf(span),
      last: below.spanOf({ start: last, end: last }).start,
    }));
  }

  override get scalar(): Scalar | undefined {
    return this.kind === 'object' || this.kind === 'array' ? undefined : (this.#node.value as Scalar);
  }

  override member(key: string): Value | undefined {
    if (this.kind !== 'object') return undefined;
    const children = this.#nodes();
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const [name, value] = children[at]?.children ?? [];
      if (name?.value === key && value) return new JsonValue(this.#source, value, step(this.pointer, key));
    }
    return undefined;
  }

  override *members(): Generator<readonly [string, Value]> {
    if (this.kind !== 'object') return;
    const last = new Map<string, Node>();
    for (const { children: [name, value] = [] } of this.#nodes())
      if (name && value) last.set(String(name.value), value);
    for (const [key, node] of last) yield [key, new JsonValue(this.#source, node, step(this.pointer, key))];
  }

  override *items(first = 0): Generator<Value> {
    if (this.kind !== 'array') return;
    for (const [index, node] of this.#nodes().entries())
      yield new JsonValue(this.#source, node, step(this.pointer, first + index));
  }

  #nodes(): readonly Node[] {
    if (this.#children) return this.#children;
    const { text, repeated } = this.#source;
    this.#children = childrenOf(this.#node, text);
    if (this.kind === 'object')
      for (const key of repeatedKeysIn(this.#children, text)) repeated.set(key.span.start, key);
    return this.#children;
  }

  override text(): DecodedText | undefined {
    if (this.kind !== 'text') return undefined;
    const { text, below } = this.#source;
    const { body, map } = decoded(text, this.#node);
    return { body, map: compose(map, below) };
  }
}

function deeperThan(text: string, deepest: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === 92) at += 1;
      else if (unit === 34) inString = false;
    } else if (unit === 34) inString = true;
    else if (unit === 91 || unit === 123) {
      depth += 1;
      if (depth > deepest) return at;
    } else if (unit === 93 || unit === 125) depth -= 1;
  }
  return undefined;
}

function codeOf({ error }: ParseError): string {
  return printParseErrorCode(error);
}

/** Converts a code such as `CommaExpected` to words: `comma expected`. */
function inWords(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

const ESCAPE = /\\(?:u[\da-fA-F]{4}|.)/gs;
const MEANS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Decodes a string, and returns its value with a map to the text. */
function decoded(text: string, node: Node): DecodedText {
  const out = new MappedText();
  const from = node.offset + 1;
  const to = node.offset + node.length - 1;
  const raw = text.slice(from, to);
  let at = 0;
  for (const match of raw.matchAll(ESCAPE)) {
    out.add(raw.slice(at, match.index), from + at, from + match.index);
    at = match.index + match[0].length;
    const kind = match[0][1] ?? '';
    const value = kind === 'u' ? String.fromCharCode(Number.parseInt(match[0].slice(2), 16)) : (MEANS[kind] ?? kind);
    out.add(value, from + match.index, from + at);
  }
  out.add(raw.slice(at), from + at, to);
  return { body: out.text, map: out.map((written) => JSON.stringify(written).slice(1, -1)) };
}
