import type { Atom, AtomSet, Item, Phrase } from './parse.js';

/** A phrase can match a text only if the text contains one of these words. */
export interface Anchor {
  readonly set: AtomSet;
  /** The combined frequency of the words. */
  readonly cost: number;
  /** The minimum number of words of the phrase before its anchor. */
  readonly least: number;
  /** The maximum number of words of the phrase before its anchor. */
  readonly most: number;
}

/** Returns the frequency of a word. Only the order of the results matters. */
export type Commonness = (word: string) => number;

/**
 * The estimated frequency of a word by its length. Short words are in nearly every text, so a long word is a better
 * anchor.
 */
const BY_LENGTH: readonly number[] = [60, 60, 60, 40, 15, 6, 3];
/** The estimated frequency of a kind of words, one of which occurs in nearly every text. */
const OF_A_KIND = 80;

/** Estimates the frequency of a word from its length alone. */
export function byLength(word: string): number {
  return BY_LENGTH[word.length] ?? 1;
}

/**
 * Returns the rarest words without which a phrase cannot match, and the next rarest. There is always at least one
 * anchor, because an empty phrase is rejected.
 * @param gap maximum number of words in a gap
 * @param fillers maximum number of words to skip before each word
 */
export function anchorsOf(
  { items }: Pick<Phrase, 'items'>,
  { gap, fillers, commonness }: { readonly gap: number; readonly fillers: number; readonly commonness: Commonness },
): Anchor[] {
  const found = new Search(gap, fillers, commonness).in(items).anchors;
  return found.sort((one, other) => one.cost - other.cost).slice(0, 2);
}

interface Reach {
  readonly anchors: Anchor[];
  /** The minimum number of words that the part matches. */
  readonly least: number;
  readonly most: number;
}

class Search {
  readonly #gap: number;
  readonly #fillers: number;
  readonly #commonness: Commonness;

  constructor(gap: number, fillers: number, commonness: Commonness) {
    this.#gap = gap;
    this.#fillers = fillers;
    this.#commonness = commonness;
  }

  in(items: readonly Item[]): Reach {
    const anchors: Anchor[] = [];
    let [least, most] = [0, 0];
    for (const item of items) {
      const reach = this.#of(item);
      for (const anchor of reach.anchors)
        anchors.push({ ...anchor, least: anchor.least + least, most: anchor.most + most });
      least += reach.least;
      most += reach.most;
    }
    return { anchors, least, most };
  }

  #of(item: Item): Reach {
    switch (item.kind) {
      case 'gap':
        return { anchors: [], least: 0, most: this.#gap };
      case 'not':
      case 'end':
        return { anchors: [], least: 0, most: 0 };
      case 'quoted':
        return this.in(item.items);
      case 'choice':
        return item.set ? this.#word(item.set, item.optional) : this.#choice(item.options, item.optional);
      default:
        return this.#word(setOfAtom(item), false);
    }
  }

  #word(set: AtomSet, optional: boolean): Reach {
    const most = 1 + this.#fillers;
    if (optional) return { anchors: [], least: 0, most };
    return { anchors: [{ set, cost: this.#costOf(set), least: 0, most: this.#fillers }], least: 1, most };
  }

  /** Combines the best anchors of all options, because one of them will occur. */
  #choice(options: readonly (readonly Item[])[], optional: boolean): Reach {
    const reaches = options.map((option) => this.in(option));
    const least = optional ? 0 : Math.min(...reaches.map((reach) => reach.least));
    const most = Math.max(...reaches.map((reach) => reach.most));
    const best = reaches.map(({ anchors }) =>
      anchors.reduce<Anchor | undefined>((known, one) => (known && known.cost <= one.cost ? known : one), undefined),
    );
    if (optional || !best.every((one) => one !== undefined)) return { anchors: [], least, most };
    const set: AtomSet = {
      kind: 'set',
      words: new Set(best.flatMap((one) => [...one.set.words])),
      others: best.flatMap((one) => one.set.others),
    };
    const anchor = {
      set,
      cost: this.#costOf(set),
      least: Math.min(...best.map((one) => one.least)),
      most: Math.max(...best.map((one) => one.most)),
    };
    return { anchors: [anchor], least, most };
  }

  #costOf({ words, others }: AtomSet): number {
    let cost = 0;
    for (const word of words) cost += this.#commonness(word);
    for (const other of others) cost += other.kind === 'prefix' ? 2 * this.#commonness(other.prefix) : OF_A_KIND;
    return cost;
  }
}

/** Returns a set that contains only the given atom. */
export function setOfAtom(atom: Atom): AtomSet {
  if (atom.kind === 'word') return { kind: 'set', words: new Set([atom.word]), others: [] };
  return { kind: 'set', words: new Set(), others: [atom] };
}
