import { shiftedBy } from '../../model/offset-map.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import { bracketsOf, type PartOfJson, valueIn } from './json.js';
import type { LongNode, Page } from './json-pages.js';
import type { Tree } from './tree.js';
import { step, Value } from './value.js';

/** Returns the text of a page; undefined if the page is not needed now. */
export type ReadPage = (page: Page) => SourceFile | undefined;

/** Opens a long JSON text. Its entries are read page by page whenever they are needed. */
export function openLongJson(root: LongNode, read: ReadPage): Tree {
  return { format: 'json', roots: [new LongValue(root, '', new Pages(read))] };
}

/**
 * Caches the most recently read pages, because their values are needed many times while the file is being recognized.
 */
class Pages {
  readonly #read: ReadPage;
  readonly #known = new Map<Page, { readonly passage: SourceFile; readonly value: PartOfJson }>();

  constructor(read: ReadPage) {
    this.#read = read;
  }

  of(page: Page, kind: LongNode['kind'], pointer: string): PartOfJson | undefined {
    const passage = this.#read(page);
    if (!passage) return undefined;
    const known = this.#known.get(page);
    if (known?.passage === passage) return known.value;
    const [open, close] = bracketsOf(kind);
    const { text, from } = passage;
    const inner = text.slice(page.before, text.length - page.after);
    const below = shiftedBy(from.offset + page.before - 1);
    const value = valueIn(`${open}${inner}${close}`, below, pointer, passage);
    const [oldest] = this.#known.size < MOST_KEPT ? [] : this.#known.keys();
    if (oldest) this.#known.delete(oldest);
    if (value) this.#known.set(page, { passage, value });
    return value;
  }
}

const MOST_KEPT = 2;

class LongValue extends Value {
  readonly kind: LongNode['kind'];
  readonly #node: LongNode;
  readonly #pages: Pages;
  #names: Map<string, LongNode['children'][number]> | undefined;

  constructor(node: LongNode, pointer: string, pages: Pages) {
    super(pointer);
    this.kind = node.kind;
    this.#node = node;
    this.#pages = pages;
  }

  get span(): Span {
    return { start: this.#node.start, end: this.#node.end };
  }

  override member(key: string): Value | undefined {
    if (this.kind !== 'object') return undefined;
    this.#names ??= namesIn(this.#node);
    const child = this.#names.get(key);
    if (!child) return undefined;
    if ('node' in child) return new LongValue(child.node, step(this.pointer, key), this.#pages);
    return this.#pages.of(child, 'object', this.pointer)?.member(key);
  }

  override *members(): Generator<readonly [string, Value]> {
    if (this.kind !== 'object') return;
    for (const child of this.#node.children)
      if ('node' in child) yield [child.name, new LongValue(child.node, step(this.pointer, child.name), this.#pages)];
      else yield* this.#pages.of(child, 'object', this.pointer)?.members() ?? [];
  }

  override *items(): Generator<Value> {
    if (this.kind !== 'array') return;
    for (const child of this.#node.children)
      if (!('node' in child)) yield* this.#pages.of(child, 'array', this.pointer)?.items(child.first) ?? [];
  }
}

function namesIn({ children }: LongNode): Map<string, LongNode['children'][number]> {
  const names = new Map<string, LongNode['children'][number]>();
  for (const child of children) for (const name of 'node' in child ? [child.name] : child.names) names.set(name, child);
  return names;
}
