import type { Atom, AtomSet, Item, Phrase } from './parse.js';

/** A phrase can match a text only if the text contains one of these words. */
export interface Anchor {
  readonly set: AtomSet;
  /** Their combined frequency. */
  readonly cost: number;
  /** The minimum number of words of the phrase before it. */
  readonly least: number;
  /** The maximum. */
  readonly most: number;
}

/** The frequency of a word; only the order matters. */
export type Commonness = (word: string) => number;

/** Short words are in every text; a long word is a better anchor. */
const BY_LENGTH: readonly number[] = [60, 60, 60, 40, 15, 6, 3];
/** A kind of word, instead of a word, occurs in nearly every text. */
const OF_A_KIND = 80;

/** The estimated frequency of a word about which only the length is known. */
export function byLength(word: string): number {
  return BY_LENGTH[word.length] ?? 1;
}

/**
 * The rarest words without which a phrase cannot match, and the next rarest. There is at least one, because an empty
 * phrase is rejected.
 * @param gap the maximum number of words in a gap
 * @param fillers the maximum number of words to skip before each word
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
  /** Words that the whole takes. */
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

  /** The best anchor of each option; one of them will occur. */
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

/** A single atom as a set. */
export function setOfAtom(atom: Atom): AtomSet {
  if (atom.kind === 'word') return { kind: 'set', words: new Set([atom.word]), others: [] };
  return { kind: 'set', words: new Set(), others: [atom] };
}
