import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { Tree } from './tree.js';
import { step, Value } from './value.js';
import { openYamlItems } from './yaml.js';
import type { LongYaml, YamlPage } from './yaml-pages.js';

/**
 * Opens a long YAML list. Its items are read page by page whenever they are needed.
 * @param read returns the text of a page. Undefined if the page is not needed now
 */
export function openLongYaml(long: LongYaml, read: (page: YamlPage) => SourceFile | undefined): Tree {
  const list = new LongList(long, read);
  return { format: 'yaml', roots: [long.key === undefined ? list : new MapOfList(long.key, list)] };
}

/** The span of a file that is never held as a whole. */
const ALL: Span = { start: 0, end: Number.POSITIVE_INFINITY };
/** The pages at the top are read many times while the file is recognized. */
const MOST_KEPT = 2;

class LongList extends Value {
  readonly kind = 'array';
  readonly span = ALL;
  readonly #long: LongYaml;
  readonly #read: (page: YamlPage) => SourceFile | undefined;
  readonly #known = new Map<YamlPage, { readonly passage: SourceFile; readonly items: readonly Value[] }>();

  constructor(long: LongYaml, read: (page: YamlPage) => SourceFile | undefined) {
    super(long.key === undefined ? '' : step('', long.key));
    this.#long = long;
    this.#read = read;
  }

  override *items(): Generator<Value> {
    for (const page of this.#long.pages) {
      const passage = this.#read(page);
      if (passage) yield* this.#itemsOn(page, passage);
    }
  }

  #itemsOn(page: YamlPage, passage: SourceFile): readonly Value[] {
    const known = this.#known.get(page);
    if (known?.passage === passage) return known.items;
    const items = openYamlItems({ passage, key: this.#long.key, first: page.first, next: page.next }) ?? [];
    const [oldest] = this.#known.size < MOST_KEPT ? [] : this.#known.keys();
    if (oldest) this.#known.delete(oldest);
    this.#known.set(page, { passage, items });
    return items;
  }
}

class MapOfList extends Value {
  readonly kind = 'object';
  readonly span = ALL;
  readonly #key: string;
  readonly #list: Value;

  constructor(key: string, list: Value) {
    super('');
    this.#key = key;
    this.#list = list;
  }

  override member(key: string): Value | undefined {
    return key === this.#key ? this.#list : undefined;
  }

  override members(): Iterable<readonly [string, Value]> {
    return [[this.#key, this.#list]];
  }
}
