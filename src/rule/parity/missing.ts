import { addToList } from '../../model/lists-by-key.js';
import type { Digests } from '../library-steps.js';
import type { Family } from './families.js';
import type { LanguageVariant } from './variant.js';

/** A reply that has no variant in a language in which nearly all others of its collection have one. */
export interface MissingVariant {
  /** The index of a variant that it has. */
  readonly at: number;
  readonly locale: string;
  /** How many replies have one, and of how many. */
  readonly complete: number;
  readonly total: number;
}

/** Of fewer translated replies, nobody can tell that all are to be. */
const FEWEST_COMPLETE = 4;

/**
 * The replies without a variant in a language in which nearly all others of the collection have one.
 * @param least the share of those that have one, in percent
 */
export function* missingVariants(
  families: readonly Family[],
  digests: Digests<LanguageVariant>,
  least: number,
): Generator<MissingVariant> {
  for (const own of groupedByCollection(families))
    for (const language of new Set(own.flatMap(({ variants }) => [...variants.keys()]))) {
      const complete = own.filter(({ variants }) => variants.has(language) && variants.size > 1);
      const one = complete[0]?.variants.get(language);
      if (one === undefined || complete.length < FEWEST_COMPLETE || complete.length * 100 < own.length * least)
        continue;
      const { locale } = digests.at(one).reply;
      for (const { variants, source } of own.filter(({ variants }) => !variants.has(language))) {
        const at = variants.get(source) ?? [...variants.values()][0] ?? one;
        if (digests.at(at).data.listsLanguages) continue;
        yield { at, locale, complete: complete.length, total: own.length };
      }
    }
}

function groupedByCollection(families: readonly Family[]): Iterable<readonly Family[]> {
  const groups = new Map<string, Family[]>();
  for (const family of families) addToList(groups, family.collection, family);
  return groups.values();
}
