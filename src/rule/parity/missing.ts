import { addToList } from '../../model/lists-by-key.js';
import type { Digests } from '../library-steps.js';
import type { Family } from './families.js';
import type { LanguageVariant } from './variant.js';

/** A reply without a variant in a language in which nearly all other replies of its collection have one. */
export interface MissingVariant {
  /** The index of an existing variant of the reply. */
  readonly at: number;
  readonly locale: string;
  /** The number of replies that have a variant in the language, and the number of all replies in the collection. */
  readonly complete: number;
  readonly total: number;
}

/** Minimum number of translated replies. With fewer of them, it is unclear whether all replies should be translated. */
const FEWEST_COMPLETE = 4;

/**
 * Yields the replies without a variant in a language in which nearly all other replies of the collection have one.
 * @param least minimum share of replies that have a variant, in percent
 */
export function* missingVariants(
  families: readonly Family[],
  digests: Digests<LanguageVariant>,
  least: number,
): Generator<MissingVariant> {
  for (const own of groupedByCollection(families)) {
    const languages = new Set(own.flatMap(({ variants }) => [...variants.keys()]));
    for (const language of languages) {
      const complete = own.filter(({ variants }) => variants.has(language) && variants.size > 1);
      const one = complete[0]?.variants.get(language);
      if (one === undefined || complete.length < FEWEST_COMPLETE || complete.length * 100 < own.length * least)
        continue;
      const { locale } = digests.at(one).reply;
      for (const { variants, source } of own.filter(({ variants }) => !variants.has(language))) {
        const at = variants.get(source) ?? [...variants.values()][0] ?? one;
        // A text in one of four languages is for that language only.
        const isForFew = variants.size * 2 < languages.size;
        if (isForFew || digests.at(at).data.listsLanguages) continue;
        yield { at, locale, complete: complete.length, total: own.length };
      }
    }
  }
}

function groupedByCollection(families: readonly Family[]): Iterable<readonly Family[]> {
  const groups = new Map<string, Family[]>();
  for (const family of families) addToList(groups, family.collection, family);
  return groups.values();
}
