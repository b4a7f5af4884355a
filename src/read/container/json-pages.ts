import type { Beginning } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { LongText } from '../long-text.js';
import { JsonWindow, Unfit } from './json-window.js';

/** Adjacent entries or members of a long list or object. */
export interface Page {
  /** The bytes of the file that contain them. */
  readonly bytes: Span;
  readonly from: Beginning;
  /** The number of units before the first, and after the last, in that text. */
  readonly before: number;
  readonly after: number;
  /** The index of the first, in a list. */
  readonly first: number;
  /** Of the members of an object. */
  readonly names: readonly string[];
}

/** A list or object that is too long to keep: its pages, and its members that are just as long. */
export interface LongNode extends Span {
  readonly kind: 'array' | 'object';
  readonly children: readonly (Page | LongMember)[];
}

export interface LongMember {
  readonly name: string;
  readonly node: LongNode;
}

/** The values of a page take ten times its text. */
const LARGEST_PAGE = 256 * 1024;
/** No export has deeper lists. */
const DEEPEST_LIST = 8;
/** A smaller object is kept whole: it may be a single entry. */
const LONG_OBJECT = 1024 * 1024;
/** A larger entry is not a reply, nor a few of them. */
const LONGEST_ENTRY = 16 * 1024 * 1024;

/**
 * Scans a long JSON text once, and records where its lists can be split: every entry is checked, and none is kept.
 * @returns undefined if it cannot be read in parts: it is not JSON, a key is repeated, or a single text is very long
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

  /** @returns the index of the entry after the page */
  #addPage(children: (Page | LongMember)[], kind: LongNode['kind'], first: number): number {
    const page = this.#window.page(kind);
    if (!page) return first;
    const { count, ...place } = page;
    children.push({ ...place, first });
    return first + count;
  }
}
