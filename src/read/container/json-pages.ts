import type { Beginning } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { LongText } from '../long-text.js';
import { JsonWindow, Unfit } from './json-window.js';

/** Adjacent entries of a long list, or members of a long object. */
export interface Page {
  /** The span in bytes of the entries in the file. */
  readonly bytes: Span;
  readonly from: Beginning;
  /** The number of UTF-16 units in that text before the first entry, and the number after the last. */
  readonly before: number;
  readonly after: number;
  /** The index of the first entry in its list. */
  readonly first: number;
  /** The names of the members, if the page belongs to an object. */
  readonly names: readonly string[];
}

/**
 * A list or object that is too long to keep in memory, with its pages and with those of its members that are just as
 * long.
 */
export interface LongNode extends Span {
  readonly kind: 'array' | 'object';
  readonly children: readonly (Page | LongMember)[];
}

export interface LongMember {
  readonly name: string;
  readonly node: LongNode;
}

/** Maximum size of a page, whose values take ten times as much memory as its text. */
const LARGEST_PAGE = 64 * 1024;
/** Maximum depth of nested lists, which no export exceeds. */
const DEEPEST_LIST = 8;
/** Minimum size of an object that is split. A smaller one is kept whole because it may be a single entry. */
const LONG_OBJECT = 1024 * 1024;
/** Maximum size of an entry. A larger one is neither a reply nor a few of them. */
const LONGEST_ENTRY = 16 * 1024 * 1024;

/**
 * Scans a long JSON text once, and records where its lists can be split. Every entry is checked, but none is kept.
 * @returns undefined if the text cannot be read in parts because it is not JSON, a key is repeated, or a single string
 * is very long
 */
export function pagesOf(text: LongText): LongNode | undefined {
  try {
    return new PageFinder(text).root();
  } catch (error) {
    if (error instanceof Unfit) return undefined;
    throw error;
  }
}

class PageFinder {
  readonly #window: JsonWindow;
  readonly #size: number;

  constructor(text: LongText) {
    this.#window = new JsonWindow(text);
    this.#size = Math.min(text.passage, LARGEST_PAGE);
  }

  root(): LongNode {
    this.#window.skipBlanks();
    const node = this.#node(1);
    this.#window.skipBlanks();
    if (!this.#window.isAtEnd()) throw new Unfit();
    return node;
  }

  #node(depth: number): LongNode {
    const window = this.#window;
    const start = window.offset;
    const kind = window.open();
    if (depth > DEEPEST_LIST) throw new Unfit();
    const children: (Page | LongMember)[] = [];
    const names = new Set<string>();
    let index = 0;
    window.skipBlanks();
    if (window.close(kind)) return { kind, start, end: window.offset, children };
    for (;;) {
      window.begin();
      const name = kind === 'object' ? window.name() : undefined;
      if (name !== undefined && names.size === names.add(name).size) throw new Unfit();
      const isLong = !window.skipValue(this.#limit(kind));
      if (isLong) {
        if (name === undefined) throw new Unfit();
        this.#addPage(children, kind, index);
        children.push({ name, node: this.#node(depth + 1) });
        window.forget();
      } else window.take(name);
      window.skipBlanks();
      const isLast = window.close(kind);
      if (!isLast) {
        window.comma();
        window.skipBlanks();
      }
      if (isLast || window.taken > this.#size) index = this.#addPage(children, kind, index);
      if (isLast) return { kind, start, end: window.offset, children };
    }
  }

  #limit(kind: LongNode['kind']): number {
    if (kind === 'array') return LONGEST_ENTRY;
    return this.#window.isAtList() ? this.#size : Math.max(this.#size, LONG_OBJECT);
  }

  /**
   * Adds a page.
   * @returns the index of the entry after the page
   */
  #addPage(children: (Page | LongMember)[], kind: LongNode['kind'], first: number): number {
    const page = this.#window.page(kind);
    if (!page) return first;
    const { count, ...place } = page;
    children.push({ ...place, first });
    return first + count;
  }
}
