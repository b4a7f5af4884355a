import type { PhraseArrays } from './arrays.js';
import { KnownSentences } from './known-sentences.js';

/** The phrases to try for each feature, limited to the wanted groups. */
export class Waiting {
  /** The matches of these phrases in earlier sentences. */
  readonly known = new KnownSentences();
  readonly #arrays: PhraseArrays;
  readonly #wanted: Uint8Array | undefined;
  /** The phrases of each feature. Lists are created on demand because a text contains only a few of all features. */
  readonly #lists: (Uint32Array | undefined)[] = [];

  constructor(arrays: PhraseArrays, wanted: Uint8Array | undefined) {
    this.#arrays = arrays;
    this.#wanted = wanted;
  }

  phrasesOf(feature: number): Uint32Array {
    const known = this.#lists[feature];
    if (known) return known;
    const made = this.#listOf(feature);
    this.#lists[feature] = made;
    return made;
  }

  #listOf(feature: number): Uint32Array {
    const { waitStarts, waiting, groups } = this.#arrays;
    const all = waiting.subarray(waitStarts[feature], waitStarts[feature + 1]);
    const wanted = this.#wanted;
    return wanted ? all.filter((phrase) => wanted[groups[phrase] as number] === 1) : all;
  }
}

/** Selects the phrases of the wanted groups, so that the others cost nothing. */
export class Waits {
  readonly #known = new Map<Uint8Array | undefined, Waiting>();

  /**
   * Returns the phrases to try.
   * @param wanted for each group, 1 to match its phrases; if absent, all phrases are matched; must not change
   */
  of(arrays: PhraseArrays, wanted: Uint8Array | undefined): Waiting {
    const known = this.#known.get(wanted);
    if (known) return known;
    const made = new Waiting(arrays, wanted);
    // The cache is cleared when it is full, because each combination of settings wants different groups.
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(wanted, made);
    return made;
  }
}

const MOST_KEPT = 64;
