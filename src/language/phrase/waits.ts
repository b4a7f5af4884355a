import type { PhraseArrays } from './arrays.js';
import type { Hit } from './hit.js';

/** By feature: the phrases anchored to it. */
export interface Waiting {
  /** Where they begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly waiting: Uint32Array;
  /** Cached matches, by the codes of the words of a sentence. */
  readonly found: Map<string, readonly Hit[]>;
}

/** The phrases of the wanted groups; the others cost nothing. */
export class Waits {
  readonly #known = new Map<Uint8Array | undefined, Waiting>();

  /** @param wanted by group: 1 to match its phrases; all if absent. Must not change. */
  of(arrays: PhraseArrays, wanted: Uint8Array | undefined): Waiting {
    const known = this.#known.get(wanted);
    if (known) return known;
    const { waitStarts, waiting } = arrays;
    const made = wanted ? only(arrays, wanted) : { starts: waitStarts, waiting, found: new Map() };
    // Each set of settings wants different groups.
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(wanted, made);
    return made;
  }
}

const MOST_KEPT = 64;

function only({ waitStarts, waiting, groups }: PhraseArrays, wanted: Uint8Array): Waiting {
  const starts = new Uint32Array(waitStarts.length);
  const left = new Uint32Array(waiting.length);
  let count = 0;
  for (let feature = 0; feature + 1 < waitStarts.length; feature += 1) {
    const last = waitStarts[feature + 1] as number;
    for (let each = waitStarts[feature] as number; each < last; each += 1) {
      const phrase = waiting[each] as number;
      if (wanted[groups[phrase] as number] === 1) left[count++] = phrase;
    }
    starts[feature + 1] = count;
  }
  return { starts, waiting: left.slice(0, count), found: new Map() };
}
