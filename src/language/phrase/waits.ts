import type { PhraseArrays } from './arrays.js';
import type { Hit } from './hit.js';

/** By feature, the phrases that wait for it, as far as their groups are looked for. */
export class Waiting {
  /** What was found in sentences, by the codes of their words. */
  readonly found = new Map<string, readonly Hit[]>();
  readonly #arrays: PhraseArrays;
  readonly #wanted: Uint8Array | undefined;
  /** A text has few of all features: the others are not looked at. */
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

/** The phrases of the wanted groups; the others cost nothing. */
export class Waits {
  readonly #known = new Map<Uint8Array | undefined, Waiting>();

  /** @param wanted by group: 1 to match its phrases; all if absent. Must not change. */
  of(arrays: PhraseArrays, wanted: Uint8Array | undefined): Waiting {
    const known = this.#known.get(wanted);
    if (known) return known;
    const made = new Waiting(arrays, wanted);
    // Every set of settings wants others.
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(wanted, made);
    return made;
  }
}

const MOST_KEPT = 64;
