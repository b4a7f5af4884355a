/** The letters of all telltales as a tree that lies in a file: a node has a unit, its first child and its next sibling. */
export interface TreeArrays {
  readonly units: Uint16Array;
  readonly children: Uint16Array;
  readonly siblings: Uint16Array;
  /** By node: which row of `masks` says what ends there; 0 where nothing does. */
  readonly ends: Uint16Array;
  /** Four to a row: lists of which the letters so far are a word, a stem, a beginning, a word without blanks around it. */
  readonly masks: Uint32Array;
  /** By node: the lists that end there or behind it. */
  readonly below: Uint32Array;
}

/** Where a telltale stands. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** As bits. */
  readonly lists: number;
}

/** “When to use this macro …”: as many units may follow a heading’s beginning. */
const LONGEST_REST = 40;
const UNITS = 0x10000;
/** In the scripts below this, words stand apart. */
const FIRST_UNSEPARATED = 0x3040;

/** Telltales of all languages. Texts are looked at as `foldTelltale` gives them, each unit once and no letter twice. */
export class TelltaleTable {
  readonly #tree: TreeArrays;
  readonly #roots = new Uint16Array(UNITS);

  /** @param tree as `writeTelltales` made it */
  constructor(tree: TreeArrays) {
    this.#tree = tree;
    for (let node = tree.children[0] ?? 0; node !== 0; node = tree.siblings[node] ?? 0)
      this.#roots[tree.units[node] ?? 0] = node;
  }

  /** The lists of which a telltale stands in a text, of those wanted, as bits. */
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

  /** True where a telltale of one of the lists stands in a text. */
  isIn(text: string, wanted: number): boolean {
    for (let at = this.#next(text, 0, wanted); at < text.length; at = this.#next(text, at + 1, wanted))
      if (this.#listsAt(text, at, wanted, undefined) !== 0) return true;
    return false;
  }

  /** The telltales of the lists in a text, one behind the other. */
  *all(text: string, wanted: number): Generator<Found> {
    for (let at = this.#next(text, 0, wanted); at < text.length; at = this.#next(text, at + 1, wanted)) {
      const lists = this.#listsAt(text, at, wanted, undefined);
      if (lists === 0) continue;
      const end = Math.max(...this.endsAt(text, at, wanted));
      yield { start: at, end, lists };
      at = end - 1;
    }
  }

  /** Where the telltales end that begin at a place; the shortest first. */
  endsAt(text: string, at: number, wanted: number): number[] {
    const ends: number[] = [];
    this.#listsAt(text, at, wanted, ends);
    return ends;
  }

  /** True where a text is a telltale and nothing more, or begins as one that may go on. */
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

  /** True where the letters of a telltale stand anywhere in a text, also within its words. */
  isWithin(text: string, wanted: number): boolean {
    const { ends, masks } = this.#tree;
    let isWithin = false;
    for (let at = 0; at < text.length && !isWithin; at += 1)
      this.#walk(text, at, (node) => {
        if ((masks[(ends[node] ?? 0) * 4] ?? 0) & wanted) isWithin = true;
      });
    return isWithin;
  }

  /** The lists, of those wanted, of which a telltale begins at a place. @param into takes where they end */
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

  /** From a place on, the first at which a telltale may begin; the text’s length where none may. */
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

  /** Calls with every node where something ends on the way of a text’s letters, and the place behind them. */
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
/** By unit; 0 where nobody has asked yet. */
const KINDS = new Uint8Array(UNITS);

function kindOf(unit: number): number {
  const known = KINDS[unit];
  if (known) return known;
  const letter = String.fromCharCode(unit);
  const kind = /\p{L}/u.test(letter) ? LETTER : /\p{N}/u.test(letter) ? NUMBER : OTHER;
  KINDS[unit] = kind ?? 1;
  return kind ?? 1;
}
