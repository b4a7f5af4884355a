import { inWords } from '../../compose/index.js';
import type { Condition, Rendering } from '../../model/rendering.js';

/**
 * Computes the conditions under which findings apply. Findings in the same renderings share the result, so the cost
 * does not grow with their number.
 */
export class Distinction {
  readonly #keys = new Map<Rendering, ReadonlySet<string>>();
  /** For each group of renderings, the number of them for which each condition holds. */
  readonly #counts = new Map<readonly Rendering[], ReadonlyMap<string, number>>();
  readonly #inWords = new Map<string, string>();
  readonly #ids = new Map<object, number>();

  /**
   * Returns the conditions that some renderings share and that distinguish them from the others, in words. Undefined if
   * there are no others, or if no condition distinguishes them.
   * @param all these renderings and the others
   */
  of(renderings: readonly Rendering[], all: readonly Rendering[]): string | undefined {
    if (all.length <= renderings.length) return undefined;
    const key = [all, ...renderings].map((object) => this.#idOf(object)).join(' ');
    const known = this.#inWords.get(key) ?? inWords(this.#distinguishing(renderings, all));
    this.#inWords.set(key, known);
    return known === '' ? undefined : known;
  }

  #distinguishing([first, ...rest]: readonly Rendering[], all: readonly Rendering[]): readonly Condition[] {
    const conditions = first?.conditions ?? [];
    const counts = this.#countsOf(all);
    const distinguishing = conditions.filter((condition) => {
      const key = conditionKey(condition);
      return rest.every((other) => this.#keysOf(other).has(key)) && (counts.get(key) ?? 0) < all.length;
    });
    return distinguishing.length > 0 ? distinguishing : conditions;
  }

  #countsOf(renderings: readonly Rendering[]): ReadonlyMap<string, number> {
    const known = this.#counts.get(renderings);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const rendering of renderings)
      for (const key of this.#keysOf(rendering)) counts.set(key, (counts.get(key) ?? 0) + 1);
    this.#counts.set(renderings, counts);
    return counts;
  }

  #keysOf(rendering: Rendering): ReadonlySet<string> {
    const keys = this.#keys.get(rendering) ?? new Set(rendering.conditions.map(conditionKey));
    this.#keys.set(rendering, keys);
    return keys;
  }

  #idOf(object: object): number {
    const id = this.#ids.get(object) ?? this.#ids.size;
    this.#ids.set(object, id);
    return id;
  }
}

function conditionKey({ subject, values, holds }: Condition): string {
  return [subject, holds, ...values].join('\n');
}
