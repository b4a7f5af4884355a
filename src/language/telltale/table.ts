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
const ASCII = 128;
/** The code point below which all scripts separate words by blanks. */
const FIRST_UNSEPARATED = 0x3040;

/** Finds the telltales of all languages in a single pass. The text must be the result of `foldTelltale`. */
export class TelltaleTable {
  readonly #tree: TreeArrays;
  readonly #roots = new Uint16Array(UNITS);
  /** The node for each pair of ASCII characters at the start of a telltale, where a search spends most of its time. */
  readonly #pairs = new Uint16Array(ASCII * ASCII);

  /** @param tree the arrays written by `writeTelltales` */
  constructor(tree: TreeArrays) {
    this.#tree = tree;
    const { units, children, siblings } = tree;
    for (let node = children[0] ?? 0; node !== 0; node = siblings[node] ?? 0) {
      const first = units[node] ?? 0;
      this.#roots[first] = node;
      if (first >= ASCII) continue;
      for (let child = children[node] ?? 0; child !== 0; child = siblings[child] ?? 0)
        if ((units[child] ?? 0) < ASCII) this.#pairs[first * ASCII + (units[child] ?? 0)] = child;
    }
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
    return this.listsOfWhole(text, wanted) !== 0;
  }

  /** Returns which of the wanted lists have a telltale that is the whole text, or its beginning if that is enough. */
  listsOfWhole(text: string, wanted: number): number {
    const { ends, masks, below } = this.#tree;
    let found = 0;
    let node = this.#roots[text.charCodeAt(0)] ?? 0;
    for (let next = 1; node !== 0 && ((below[node] ?? 0) & wanted) !== 0; next += 1) {
      const row = (ends[node] ?? 0) * 4;
      if (row !== 0) {
        if (next === text.length) found |= (masks[row] ?? 0) | (masks[row + 3] ?? 0);
        const stems = (masks[row + 1] ?? 0) & wanted;
        if (stems !== 0 && lettersEnd(text, next) === text.length) found |= stems;
        if (text.length - next <= LONGEST_REST) found |= masks[row + 2] ?? 0;
      }
      node = this.#childOf(node, text.charCodeAt(next));
    }
    return found & wanted;
  }

  /** Returns true if the letters of a telltale occur anywhere in a text, even within words. */
  isWithin(text: string, wanted: number): boolean {
    const { ends, masks, below } = this.#tree;
    for (let at = 0; at < text.length; at += 1) {
      const first = text.charCodeAt(at);
      let node = this.#roots[first] ?? 0;
      for (let next = at + 1; node !== 0 && ((below[node] ?? 0) & wanted) !== 0; next += 1) {
        if (((masks[(ends[node] ?? 0) * 4] ?? 0) & wanted) !== 0) return true;
        node =
          next === at + 1
            ? this.#second(node, first, text.charCodeAt(next))
            : this.#childOf(node, text.charCodeAt(next));
      }
    }
    return false;
  }

  /**
   * Returns which of the wanted lists have a telltale that starts at a position.
   * @param into receives the ends of these telltales
   */
  #listsAt(text: string, at: number, wanted: number, into: number[] | undefined): number {
    const { ends, masks, below } = this.#tree;
    const isFirst = at === 0 || !isLetterOrNumber(text.charCodeAt(at - 1));
    let found = 0;
    const first = text.charCodeAt(at);
    let node = this.#roots[first] ?? 0;
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
      node = next === at + 1 ? this.#second(node, first, unit) : this.#childOf(node, unit);
    }
    return found;
  }

  /** Returns the node after the second character of a telltale. 0 if no telltale goes on with it. */
  #second(root: number, first: number, unit: number): number {
    return first < ASCII && unit < ASCII ? (this.#pairs[first * ASCII + unit] ?? 0) : this.#childOf(root, unit);
  }

  /** Returns the node after a character. 0 if no telltale goes on with it. */
  #childOf(node: number, unit: number): number {
    const { units, children, siblings } = this.#tree;
    let child = children[node] ?? 0;
    while (child !== 0 && units[child] !== unit) child = siblings[child] ?? 0;
    return child;
  }

  /**
   * Returns the next position at or after the given one at which a telltale can start, or the length of the text if
   * there is none.
   */
  #next(text: string, from: number, wanted: number): number {
    const roots = this.#roots;
    const { below } = this.#tree;
    let isInWord = from > 0 && isLetterOrNumber(text.charCodeAt(from - 1));
    for (let at = from; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (!isInWord || unit >= FIRST_UNSEPARATED) {
        const root = roots[unit] ?? 0;
        if (root !== 0 && ((below[root] ?? 0) & wanted) !== 0) return at;
      }
      isInWord = isLetterOrNumber(unit);
    }
    return text.length;
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
