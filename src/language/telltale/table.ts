/**
 * A trie of the letters of all telltales, stored in a file. A node has a character, its first child and its next
 * sibling.
 */
export interface TreeArrays {
  readonly units: Uint16Array;
  readonly children: Uint16Array;
  readonly siblings: Uint16Array;
  /** For each node, the row of `masks` for telltales that end there. 0 if none ends there. */
  readonly ends: Uint16Array;
  /**
   * Four numbers per row: the lists for which the letters so far are a word, a stem, a beginning, and a word without
   * surrounding blanks.
   */
  readonly masks: Uint32Array;
  /** For each node, the lists with telltales that end there or further down. */
  readonly below: Uint32Array;
}

/** The position of a telltale in a text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** The lists that contain the telltale, as bits. */
  readonly lists: number;
}

/** Maximum number of characters after the beginning of a heading, as in “When to use this macro …”. */
const LONGEST_REST = 40;
const UNITS = 0x10000;
/** The code point below which all scripts separate words by blanks. */
const FIRST_UNSEPARATED = 0x3040;

/** Finds the telltales of all languages in a single pass. The text must be the result of `foldTelltale`. */
export class TelltaleTable {
  readonly #tree: TreeArrays;
  readonly #roots = new Uint16Array(UNITS);

  /** @param tree the arrays written by `writeTelltales` */
  constructor(tree: TreeArrays) {
    this.#tree = tree;
    for (let node = tree.children[0] ?? 0; node !== 0; node = tree.siblings[node] ?? 0)
      this.#roots[tree.units[node] ?? 0] = node;
  }

  /** Returns which of the wanted lists have a telltale in a text, as bits. */
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

  /** Returns true if a telltale from one of the lists is in a text. */
  isIn(text: string, wanted: number): boolean {
    for (let at = this.#next(text, 0, wanted); at < text.length; at = this.#next(text, at + 1, wanted))
      if (this.#listsAt(text, at, wanted, undefined) !== 0) return true;
    return false;
  }

  /** Yields the telltales from the lists that are in a text, in order. */
  *all(text: string, wanted: number): Generator<Found> {
    for (let at = this.#next(text, 0, wanted); at < text.length; at = this.#next(text, at + 1, wanted)) {
      const lists = this.#listsAt(text, at, wanted, undefined);
      if (lists === 0) continue;
      const end = Math.max(...this.endsAt(text, at, wanted));
      yield { start: at, end, lists };
      at = end - 1;
    }
  }

  /** Returns the ends of the telltales that start at a position, the shortest first. */
  endsAt(text: string, at: number, wanted: number): number[] {
    const ends: number[] = [];
    this.#listsAt(text, at, wanted, ends);
    return ends;
  }

  /** Returns true if a text is exactly a telltale, or begins with one that allows more text. */
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

  /** Returns true if the letters of a telltale occur anywhere in a text, even within words. */
  isWithin(text: string, wanted: number): boolean {
    const { ends, masks } = this.#tree;
    let isWithin = false;
    for (let at = 0; at < text.length && !isWithin; at += 1)
      this.#walk(text, at, (node) => {
        if ((masks[(ends[node] ?? 0) * 4] ?? 0) & wanted) isWithin = true;
      });
    return isWithin;
  }

  /**
   * Returns which of the wanted lists have a telltale that starts at a position. @param into receives the ends of these
   * telltales
   */
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

  /**
   * Returns the next position at or after the given one at which a telltale can start, or the length of the text if
   * there is none.
   */
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

  /**
   * Follows the letters of a text through the trie. `visit` is called for each node where a telltale ends, with the
   * position after it.
   */
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
/** The kind of each UTF-16 unit. 0 if it has not been computed yet. */
const KINDS = new Uint8Array(UNITS);

function kindOf(unit: number): number {
  const known = KINDS[unit];
  if (known) return known;
  const letter = String.fromCharCode(unit);
  const kind = /\p{L}/u.test(letter) ? LETTER : /\p{N}/u.test(letter) ? NUMBER : OTHER;
  KINDS[unit] = kind;
  return kind;
}
