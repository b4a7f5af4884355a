import { folderOf } from '../home.js';
import type { Digests } from '../library-steps.js';
import { lossesBetween } from './compare.js';
import type { LanguageVariant } from './variant.js';

/** The variants of one reply, as a map from language to index. */
export interface Family {
  readonly name: string;
  /** The collection that the reply belongs to: a folder, a file, or all dynamic content. */
  readonly collection: string;
  readonly variants: ReadonlyMap<string, number>;
  /** The language that all others are compared with. */
  readonly source: string;
  /** True if the help desk marks one of the variants as outdated. */
  readonly isOutdated: boolean;
}

/** Minimum share of replies that must agree in a pair of files that are translations of each other. */
const LEAST_AGREEMENT = 0.6;
/** Minimum number of pairs from which agreement can be judged. */
const FEWEST_PAIRS = 3;

/** Returns the replies that exist in several languages. */
export function familiesIn(digests: Digests<LanguageVariant>): readonly Family[] {
  const found = new Map<string, Map<string, number>>();
  const torn = new Set<string>();
  const frequency = new Map<string, number>();
  const defaults = new Map<string, string>();
  const outdated = new Set<number>();
  for (const { index, data } of digests) {
    frequency.set(data.language, (frequency.get(data.language) ?? 0) + 1);
    if (data.isOutdated) outdated.add(index);
    for (const name of data.families) {
      const variants = found.get(name) ?? new Map<string, number>();
      found.set(name, variants);
      // Two texts in the same language are not translations of each other.
      if (variants.has(data.language)) torn.add(name);
      variants.set(data.language, index);
      if (data.isDefault) defaults.set(name, data.language);
    }
  }
  const most = (languages: Iterable<string>) =>
    [...languages].sort((one, other) => (frequency.get(other) ?? 0) - (frequency.get(one) ?? 0))[0] ?? '';
  const families: Family[] = [];
  const placed = new Set<number>();
  // A reply is a variant of only one other reply, so it is assigned to the identifier with the most variants.
  for (const [name, variants] of [...found].sort(([, one], [, other]) => other.size - one.size)) {
    if (torn.has(name) || [...variants.values()].some((index) => placed.has(index))) continue;
    for (const index of variants.values()) placed.add(index);
    const source = defaults.get(name) ?? typicalOf(variants, digests) ?? most(variants.keys());
    const isOutdated = outdated.size > 0 && [...variants.values()].some((index) => outdated.has(index));
    families.push({ name, collection: collectionOf(name), variants, source, isOutdated });
  }
  return families;
}

/**
 * Returns the language whose variant agrees with the most others. Undefined if there are only two variants, or if no
 * variant agrees with another.
 */
function typicalOf(variants: ReadonlyMap<string, number>, digests: Digests<LanguageVariant>): string | undefined {
  if (variants.size < 3) return undefined;
  const all = [...variants].map(([language, index]) => ({ language, data: digests.at(index).data }));
  let best: { readonly language: string; readonly agree: number } | undefined;
  for (const { language, data } of all) {
    const agree = all.filter((other) => lossesBetween(data, other.data).length === 0).length;
    if (agree > (best?.agree ?? 1)) best = { language, agree };
  }
  return best?.language;
}

/**
 * Returns the collection of an identifier, such as “part dc.closing”, “path refunds/late.md /pointer” or “title a.json
 * Late”.
 */
function collectionOf(name: string): string {
  const [kind = '', path = '', ...rest] = name.split(' ');
  if (kind === 'path') return `path ${rest.join('') === '' ? folderOf(path) : path}`;
  return kind === 'part' ? kind : `${kind} ${path}`;
}

/** Maps each language to the links in its variants, with the number of variants that contain each link. */
function linksByLanguage(
  families: readonly Family[],
  digests: Digests<LanguageVariant>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const { variants } of families)
    for (const [language, index] of variants) {
      const links = found.get(language) ?? new Map<string, number>();
      found.set(language, links);
      for (const link of digests.at(index).data.links) links.set(link, (links.get(link) ?? 0) + 1);
    }
  return found;
}

/**
 * Returns a function that tells for a variant whether a page is known to have the address of a link in the language of
 * the variant, or else in the language of the source. The evidence is in other replies, or in this reply in a third
 * language.
 */
export function keptLinks(families: readonly Family[], digests: Digests<LanguageVariant>) {
  // Collected only if a link differs, because this reads all digests again.
  let links: ReturnType<typeof linksByLanguage> | undefined;
  return (language: string, { variants, source }: Family) => {
    const others = [...variants].filter(([other]) => other !== language && other !== source);
    return (link: string, inVariant: boolean) => {
      links ??= linksByLanguage(families, digests);
      return (
        links.get(inVariant ? language : source)?.has(link) === true ||
        (inVariant && others.some(([, index]) => digests.at(index).data.links.includes(link)))
      );
    };
  };
}

/**
 * Returns the families whose variants are translations, judging by their placeholders and links. Keys alone can be
 * equal by chance.
 */
export function translationsIn(families: readonly Family[], digests: Digests<LanguageVariant>): readonly Family[] {
  const pairs = new Map<string, { count: number; agree: number }>();
  const pairOf = ({ collection }: Family, one: string, other: string) =>
    [collection, ...[one, other].sort()].join('\n');
  for (const family of families) {
    // Most replies of a library in one language have no other variant.
    if (family.variants.size < 2) continue;
    const variants = [...family.variants].map(([language, index]) => ({ language, data: digests.at(index).data }));
    for (const [at, one] of variants.entries())
      for (const other of variants.slice(at + 1)) {
        const key = pairOf(family, one.language, other.language);
        const pair = pairs.get(key) ?? { count: 0, agree: 0 };
        pairs.set(key, pair);
        pair.count += 1;
        pair.agree += lossesBetween(one.data, other.data).length === 0 ? 1 : 0;
      }
  }
  return families.map((family) => {
    if (family.variants.size < 2) return family;
    const variants = [...family.variants].filter(([language]) => {
      const pair = pairs.get(pairOf(family, family.source, language));
      return !pair || pair.count < FEWEST_PAIRS || pair.agree / pair.count >= LEAST_AGREEMENT;
    });
    return { ...family, variants: new Map(variants) };
  });
}
