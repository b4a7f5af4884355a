import type { Language } from '../index.js';

/** Words of which a text must hold one for a phrase to be in it. */
export interface Anchor {
  readonly words: readonly string[];
  /** Beginnings of words, of which one will do, too. */
  readonly prefixes: readonly string[];
}

/** Short words are in every text; a phrase is better waited for by a long one. */
const COMMONNESS: readonly number[] = [60, 60, 60, 40, 15, 6, 3];
const LEAST = 1;

/**
 * The rarest words without which a phrase cannot be in a text, found without reading the phrase. Undefined where there
 * are none, or where the phrase is not written as it should be: it is to be read at once.
 */
export function anchorOf(source: string, language: Language): Anchor | undefined {
  const scan = new Scan(source);
  const cost = scan.sequence();
  if (cost === Number.POSITIVE_INFINITY || scan.at !== source.length) return undefined;
  const anchor = { words: [] as string[], prefixes: [] as string[] };
  return collect(source.slice(scan.from, scan.to), language, anchor) ? anchor : undefined;
}

/** Goes over a phrase once, and makes nothing on its way but the place of what is best to wait for. */
class Scan {
  readonly #source: string;
  at = 0;
  /** Where the last sequence’s best part stands. */
  from = 0;
  to = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** How common the best part of a sequence is; it ends at `|`, `)` or the source’s end. */
  sequence(): number {
    const source = this.#source;
    let best = Number.POSITIVE_INFINITY;
    let from = 0;
    let to = 0;
    while (this.at < source.length) {
      const unit = source.charCodeAt(this.at);
      if (unit === BAR || unit === CLOSE) break;
      const start = this.at;
      const cost = this.#part(unit);
      if (cost < best) {
        best = cost;
        from = start;
        to = this.at;
      }
    }
    this.from = from;
    this.to = to;
    return best;
  }

  #part(unit: number): number {
    if (isLetter(unit)) return this.#word();
    if (unit === OPEN) return this.#choice();
    if (unit === NOT) {
      this.#to(')');
      return Number.POSITIVE_INFINITY;
    }
    if (unit === BRACE) {
      this.#to('}');
      return Number.POSITIVE_INFINITY;
    }
    this.at += 1;
    // The rest of a word that does not begin with a letter belongs to it.
    if (!isBoundary(unit)) while (!isBoundary(this.#source.charCodeAt(this.at))) this.at += 1;
    return Number.POSITIVE_INFINITY;
  }

  #word(): number {
    const source = this.#source;
    const start = this.at;
    do this.at += 1;
    while (isLetter(source.charCodeAt(this.at)) || this.#isHyphen());
    const cost = COMMONNESS[this.at - start] ?? LEAST;
    const next = source.charCodeAt(this.at);
    if (next === STAR) {
      this.at += 1;
      return 2 * cost;
    }
    if (isBoundary(next)) return cost;
    // Words with other signs in them are folded in ways of their own.
    while (!isBoundary(source.charCodeAt(this.at))) this.at += 1;
    return Number.POSITIVE_INFINITY;
  }

  #isHyphen(): boolean {
    return this.#source.charCodeAt(this.at) === HYPHEN && isLetter(this.#source.charCodeAt(this.at + 1));
  }

  #choice(): number {
    let cost = 0;
    do {
      this.at += 1;
      cost += this.sequence();
    } while (this.#source.charCodeAt(this.at) === BAR);
    this.at += 1;
    if (this.#source.charCodeAt(this.at) !== QUESTION) return cost;
    this.at += 1;
    return Number.POSITIVE_INFINITY;
  }

  #to(closing: string): void {
    const found = this.#source.indexOf(closing, this.at);
    // What is not closed is told when the phrase is read.
    this.at = found < 0 ? this.#source.length : found + 1;
  }
}

/** Adds the words of a part that a scan found to be the best. */
function collect(part: string, language: Language, anchor: { words: string[]; prefixes: string[] }): boolean {
  if (!part.startsWith('(')) {
    if (part.endsWith('*')) {
      const prefix = part.slice(0, -1);
      anchor.prefixes.push(prefix);
      return !language.contractions.has(prefix);
    }
    anchor.words.push(language.contractions.get(part)?.[0] ?? part);
    return true;
  }
  const scan = new Scan(part);
  do {
    scan.at += 1;
    if (scan.sequence() === Number.POSITIVE_INFINITY) return false;
    if (!collect(part.slice(scan.from, scan.to), language, anchor)) return false;
  } while (part.charCodeAt(scan.at) === BAR);
  return true;
}

const [OPEN, CLOSE, BAR, NOT, BRACE, STAR, QUESTION, HYPHEN] = [40, 41, 124, 33, 123, 42, 63, 45] as const;

/** Small letters that are folded to themselves. */
function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit <= 0xff && unit !== 0xf7);
}

/** What ends a word of a phrase, as the parser has it: white space, the end, or a sign of the language. */
function isBoundary(unit: number): boolean {
  return !(unit > 32) || unit === 160 || SIGNS.has(unit);
}

const SIGNS = new Set([...'(){}|$^!*?…'].map((sign) => sign.charCodeAt(0)));
