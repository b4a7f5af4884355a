import {
  type Alias,
  CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  type Scalar,
  visit,
} from 'yaml';
import { compose, shiftedBy } from '../../model/offset-map.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { Tree, TreeError } from './tree.js';
import { type DecodedText, type Scalar as Plain, step, Value } from './value.js';
import { decodeScalar } from './yaml-scalar.js';

/** Parses the text of a file as YAML, including all of its documents. Tags are not resolved. */
export function openYaml(text: string): Tree {
  return openAt(text, 0);
}

/** Items of a long list, which other items can surround. */
export interface YamlItems {
  /** The lines of the items. */
  readonly passage: SourceFile;
  /** The key that the list belongs to, if any. */
  readonly key: string | undefined;
  /** The index of the first item. */
  readonly first: number;
  /** The start of the next item. Empty after the last item. */
  readonly next: string;
}

/**
 * Parses items of a long list.
 * @returns undefined if they are not items of a list, or are not complete by themselves
 */
export function openYamlItems({ passage, key, first, next }: YamlItems): readonly Value[] | undefined {
  // The key decides which indentation the items can have, and the next item where the last one ends.
  const before = key === undefined ? '' : `${key}:\n`;
  const { roots } = openAt(before + passage.text + next, passage.from.offset - before.length, passage);
  const [root, ...more] = roots ?? [];
  const list = key === undefined ? root : root?.member(key);
  if (more.length > 0 || !(list instanceof YamlValue && list.kind === 'array' && list.isComplete)) return undefined;
  const items = [...list.items(first)];
  return next === '' ? items : items.slice(0, -1);
}

/** @param offset the offset of the text in its file */
function openAt(text: string, offset: number, passage?: SourceFile): Tree {
  let documents: ReturnType<typeof parseAllDocuments>;
  try {
    documents = parseAllDocuments(text, {
      uniqueKeys: false,
      merge: false,
      keepSourceTokens: true,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { format: 'yaml', error: { offset: 0, message: 'the YAML is nested too deeply' } };
  }
  if (!Array.isArray(documents)) return { format: 'yaml', roots: [] };
  const listed = documents as Exclude<typeof documents, { empty: true }>;
  for (const { errors } of listed) {
    const [first] = errors;
    if (first) return { format: 'yaml', error: errorOf(first, text) };
  }
  const roots = listed.flatMap((document, index) => {
    const source: Source = { aliases: () => aliasesOf(document), offset, passage };
    const pointer = listed.length > 1 ? step('', index) : '';
    return document.contents ? [yamlValue(source, document.contents as Node, pointer)] : [];
  });
  return { format: 'yaml', roots };
}

interface ParseError {
  readonly pos: readonly [number, number];
  readonly message: string;
}

function errorOf({ pos: [offset], message }: ParseError, text: string): TreeError {
  const [first = ''] = message.split('\n');
  // The most common fault by far is a line of a block with the wrong indentation.
  const hint = offset > 0 && text[offset - 1] === '\n' ? '; indent this line like the text it belongs to' : '';
  return { offset, message: `not YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}${hint}` };
}

interface Source {
  /** Returns the value that each alias refers to. */
  readonly aliases: () => ReadonlyMap<Alias, Node>;
  /** The offset of the text in its file. */
  readonly offset: number;
  readonly passage: SourceFile | undefined;
}

const ALIASES = new WeakMap<object, ReadonlyMap<Alias, Node>>();

/** Resolves all aliases in a single pass. An alias refers to the last preceding node with its name. */
function aliasesOf(document: Parameters<typeof visit>[0] & object): ReadonlyMap<Alias, Node> {
  let aliases = ALIASES.get(document) as Map<Alias, Node> | undefined;
  if (aliases) return aliases;
  const known = new Map<Alias, Node>();
  const anchored = new Map<string, Node>();
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node && typeof node.anchor === 'string') anchored.set(node.anchor, node);
    },
    Alias: (_, alias) => {
      const meant = anchored.get(alias.source);
      if (meant) known.set(alias, meant);
    },
  });
  aliases = known;
  ALIASES.set(document, known);
  return aliases;
}

function yamlValue(source: Source, node: Node | null | undefined, pointer: string): Value {
  const meant = isAlias(node) ? source.aliases().get(node) : node;
  return new YamlValue(source, meant ?? undefined, pointer);
}

/** The key with which a map includes the members of another map. */
const MERGED = '<<';

class YamlValue extends Value {
  readonly kind: 'object' | 'array' | 'text' | 'number' | 'flag' | 'nothing';
  readonly #source: Source;
  readonly #node: Node | undefined;

  constructor(source: Source, node: Node | undefined, pointer: string) {
    super(pointer);
    this.kind = kindOf(node);
    this.#source = source;
    this.#node = node;
  }

  get span(): Span {
    const { offset } = this.#source;
    const [start, end] = this.#node?.range ?? [0, 0];
    return { start: start + offset, end: end + offset };
  }

  override get passage(): SourceFile | undefined {
    return this.#source.passage;
  }

  /** False if an alias refers to something outside the text. */
  get isComplete(): boolean {
    let isComplete = true;
    const check = (_: unknown, alias: Alias) => {
      isComplete &&= this.#source.aliases().has(alias);
    };
    if (this.#node) visit(this.#node, { Alias: check });
    return isComplete;
  }

  override get scalar(): Plain | undefined {
    if (this.kind === 'object' || this.kind === 'array') return undefined;
    const value: unknown = isScalar(this.#node) ? this.#node.value : null;
    return typeof value === 'bigint' ? Number(value) : (value as Plain);
  }

  override member(key: string): Value | undefined {
    if (!isMap(this.#node)) return undefined;
    for (const pair of this.#node.items.toReversed())
      if (nameOf(pair.key) === key) return yamlValue(this.#source, pair.value as Node, step(this.pointer, key));
    return key === MERGED ? undefined : this.#merged()?.member(key);
  }

  override *members(): Generator<readonly [string, Value]> {
    if (!isMap(this.#node)) return;
    const last = new Map<string, Node | null>();
    for (const pair of this.#node.items) {
      const name = nameOf(pair.key);
      if (name !== undefined && name !== MERGED) last.set(name, pair.value as Node | null);
    }
    for (const [key, value] of this.#merged()?.members() ?? []) if (!last.has(key)) yield [key, value];
    for (const [key, node] of last) yield [key, yamlValue(this.#source, node, step(this.pointer, key))];
  }

  /** Returns the map whose members this one includes. Undefined if it would include itself. */
  #merged(): Value | undefined {
    const merged = this.pointer.includes(`/${MERGED}/${MERGED}`) ? undefined : this.member(MERGED);
    return merged?.kind === 'object' ? merged : undefined;
  }

  /** @param first the index of the first item */
  override *items(first = 0): Generator<Value> {
    if (!isSeq(this.#node)) return;
    for (const [index, node] of this.#node.items.entries())
      yield yamlValue(this.#source, node as Node | null, step(this.pointer, first + index));
  }

  override text(): DecodedText | undefined {
    if (this.kind !== 'text') return undefined;
    const { srcToken, source, value } = this.#node as Scalar;
    if (!srcToken || !CST.isScalar(srcToken) || source !== value) return undefined;
    const decoded = decodeScalar(srcToken as CST.FlowScalar | CST.BlockScalar, source ?? '');
    const { offset, passage } = this.#source;
    return decoded && passage ? { ...decoded, map: compose(decoded.map, shiftedBy(offset)) } : decoded;
  }
}

function kindOf(node: Node | undefined): 'object' | 'array' | 'text' | 'number' | 'flag' | 'nothing' {
  if (isMap(node)) return 'object';
  if (isSeq(node)) return 'array';
  const value: unknown = isScalar(node) ? node.value : null;
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  return typeof value === 'boolean' ? 'flag' : 'nothing';
}

function nameOf(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}
