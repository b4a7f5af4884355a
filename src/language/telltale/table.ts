/** The letters of all telltales as a trie in a file: a node has a unit, its first child and its next sibling. */
export interface TreeArrays {
  readonly units: Uint16Array;
  readonly children: Uint16Array;
  readonly siblings: Uint16Array;
  /** By node: the row of `masks` for telltales that end there; 0 if none does. */
  readonly ends: Uint16Array;
  /**
   * Four per row: the lists for which the letters so far are a word, a stem, a beginning, a word without surrounding
   * blanks.
   */
  readonly masks: Uint32Array;
  /** By node: the lists with telltales that end there or below. */
  readonly below: Uint32Array;
}

/** The position of a telltale. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** As bits. */
  readonly lists: number;
}

/** “When to use this macro …”: the maximum number of units after a heading’s beginning. */
const LONGEST_REST = 40;
const UNITS = 0x10000;
/** In scripts below this code point, words are separated. */
const FIRST_UNSEPARATED = 0x3040;

/** Telltales of all languages. They are matched against the result of `foldTelltale`, in one pass. */
export class TelltaleTable {
  readonly #tree: TreeArrays;
  readonly #roots = new Uint16Array(UNITS);

  /** @param tree as written by `writeTelltales` */
  constructor(tree: TreeArrays) {
    this.#tree = tree;
    for (let node = tree.children[0] ?? 0; node !== 0; node = tree.siblings[node] ?? 0)
      this.#roots[tree.units[node] ?? 0] = node;
  }

  /** The lists, of those wanted, that have a telltale in a text, as bits. */
  listsIn(text: string, wanted: number): number {
    let found = 0;
    for (
      let at = this.#next(text, 0, wanted);
      at < text.length && found !== wanted;
      at = this.#next(text, at + 1, wanted)
    )
      found |= this.#listsAt(text, at, wanted, undefined);
    return found;
  }

  /** True if a telltale from one of the lists is in a text. */
  isIn(text: string, wanted: number): boolean {
    for (let at = this.#next(text, 0, wanted); at < text.length; at = this.#next(text, at + 1, wanted))
      if (this.#listsAt(text, at, wanted, undefined) !== 0) return true;
    return false;
  }

  /** The telltales from the lists in a text, in order. */
  *all(text: string, wanted: number): Generator<Found> {
    for (let at = this.#next(text, 0, wanted); at < text.length; at = this.#next(text, at + 1, wanted)) {
      const lists = this.#listsAt(text, at, wanted, undefined);
      if (lists === 0) continue;
      const end = Math.max(...this.endsAt(text, at, wanted));
      yield { start: at, end, lists };
      at = end - 1;
    }
  }

  /** The ends of the telltales that begin at a position; the shortest first. */
  endsAt(text: string, at: number, wanted: number): number[] {
    const ends: number[] = [];
    this.#listsAt(text, at, wanted, ends);
    return ends;
  }

  /** True if a text is a telltale and nothing more, or begins with one that allows more. */
  isWhole(text: string, wanted: number): boolean {
    const { ends, masks } = this.#tree;
    let isWhole = false;
    this.#walk(text, 0, (node, at) => {
      const row = (ends[node] ?? 0) * 4;
      const isOver = ((masks[row] ?? 0) | (masks[row + 3] ?? 0)) & wanted && at === text.length;
      const isStem = (masks[row + 1] ?? 0) & wanted && lettersEnd(text, at) === text.length;
      const goesOn = (masks[row + 2] ?? 0) & wanted && text.length - at <= LONGEST_REST;
      if (isOver || isStem || goesOn) isWhole = true;
    });
    return isWhole;
  }

  /** True if the letters of a telltale occur anywhere in a text, even within words. */
  isWithin(text: string, wanted: number): boolean {
    const { ends, masks } = this.#tree;
    let isWithin = false;
    for (let at = 0; at < text.length && !isWithin; at += 1)
      this.#walk(text, at, (node) => {
        if ((masks[(ends[node] ?? 0) * 4] ?? 0) & wanted) isWithin = true;
      });
    return isWithin;
  }

  /** The lists, of those wanted, that have a telltale beginning at a position. @param into receives their ends */
  #listsAt(text: string, at: number, wanted: number, into: number[] | undefined): number {
    const { units, children, siblings, ends, masks, below } = this.#tree;
    const isFirst = at === 0 || !isLetterOrNumber(text.charCodeAt(at - 1));
    let found = 0;
    let node = this.#roots[text.charCodeAt(at)] ?? 0;
    for (let next = at + 1; node !== 0 && ((below[node] ?? 0) & wanted) !== 0; next += 1) {
      const row = (ends[node] ?? 0) * 4;
      if (row !== 0) {
        const isLast = isFirst && (next >= text.length || !isLetterOrNumber(text.charCodeAt(next)));
        const own = (isLast ? (masks[row] ?? 0) : 0) | (masks[row + 3] ?? 0);
        const end = isFirst && ((masks[row + 1] ?? 0) & wanted) !== 0 ? lettersEnd(text, next) : -1;
        const isStem = end >= 0 && !(end < text.length && isLetterOrNumber(text.charCodeAt(end)));
        found |= (own | (isStem ? (masks[row + 1] ?? 0) : 0)) & wanted;
        if (into && own & wanted) into.push(next);
        if (into && isStem && (end !== next || (own & wanted) === 0)) into.push(end);
      }
      const unit = text.charCodeAt(next);
      node = children[node] ?? 0;
      while (node !== 0 && units[node] !== unit) node = siblings[node] ?? 0;
    }
    return found;
  }

  /** The next position, from the given one, at which a telltale can begin; the length of the text if there is none. */
  #next(text: string, from: number, wanted: number): number {
    const roots = this.#roots;
    const { below } = this.#tree;
    for (let at = from; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const root = roots[unit] ?? 0;
      if (root === 0 || ((below[root] ?? 0) & wanted) === 0) continue;
      if (unit >= FIRST_UNSEPARATED || at === 0 || !isLetterOrNumber(text.charCodeAt(at - 1))) return at;
    }
    return text.length;
  }

  /** Calls back for each node on the path of a text’s letters where a telltale ends, with the position after it. */
  #walk(text: string, at: number, visit: (node: number, next: number) => void): void {
    const { units, children, siblings, ends } = this.#tree;
    let node = this.#roots[text.charCodeAt(at)] ?? 0;
    for (let next = at + 1; node !== 0; next += 1) {
      if (ends[node] !== 0) visit(node, next);
      const unit = text.charCodeAt(next);
      node = children[node] ?? 0;
      while (node !== 0 && units[node] !== unit) node = siblings[node] ?? 0;
    }
  }
}

function lettersEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindOf(text.charCodeAt(at)) === LETTER) at += 1;
  return at;
}

function isLetterOrNumber(unit: number): boolean {
  return kindOf(unit) !== OTHER;
}

const [OTHER, LETTER, NUMBER] = [1, 2, 3];
/** By unit; 0 if not yet computed. */
const KINDS = new Uint8Array(UNITS);

function kindOf(unit: number): number {
  const known = KINDS[unit];
  if (known) return known;
  const letter = String.fromCharCode(unit);
  const kind = /\p{L}/u.test(letter) ? LETTER : /\p{N}/u.test(letter) ? NUMBER : OTHER;
  KINDS[unit] = kind;
  return kind;
}
