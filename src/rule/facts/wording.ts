import type { Digests, LibraryPlace, Place } from '../library-steps.js';
import type { Conflict, Variant, WithFacts } from './conflicts.js';
import { type FactKind, placeOf } from './fact.js';

/** So many other variants are named. */
const MOST_NAMED = 3;
/** So many places are named. */
const MOST_PLACES = 20;

const VERBS: Readonly<Record<FactKind, string>> = {
  quantities: 'contradicts',
  hours: 'contradicts',
  phones: 'contradicts',
  addresses: 'is written',
  mailboxes: 'contradicts',
  links: 'is written',
  pages: 'contradicts',
  names: 'is written',
};

/** Where a reply states one of the variants of a conflict. */
export function placeOfVariant(
  index: number,
  { kind, about }: Conflict,
  { value }: Variant,
  digests: Digests<WithFacts>,
): Place | undefined {
  const stated = digests.at(index).data.facts.filter((fact) => fact[0] === kind && fact[2] === value);
  const fact = stated.find((one) => one[1] === about) ?? stated[0];
  return fact && placeOf(fact);
}

/** Where else than in one reply the variants of a conflict are stated: the first places. */
export function placesOfConflict(
  conflict: Conflict,
  but: number,
  digests: Digests<WithFacts>,
): readonly LibraryPlace[] {
  const others = conflict.variants.flatMap((variant) => variant.replies.map((index) => ({ index, variant })));
  return others
    .filter(({ index }, at) => index !== but && others.findIndex((one) => one.index === index) === at)
    .slice(0, MOST_PLACES)
    .map(({ index, variant }) => ({
      at: { index },
      place: placeOfVariant(index, conflict, variant, digests),
    }));
}

/** Says what one variant of a conflict contradicts: `“7 days” contradicts “5 days” in 3 replies, such as “Refund”`. */
export function conflictInWords(conflict: Conflict, found: Variant, digests: Digests<WithFacts>): string {
  const others = conflict.variants.filter((variant) => variant !== found);
  const words = (variant: Variant) => {
    // A link shows other words than its address.
    if (conflict.kind === 'links' || conflict.kind === 'pages') return `“${variant.value}”`;
    return `“${placeOfVariant(variant.replies[0] ?? 0, conflict, variant, digests)?.words}”`;
  };
  const named = others.slice(0, MOST_NAMED).map((variant) => {
    const { reply } = digests.at(variant.replies[0] ?? 0);
    return `${words(variant)} in ${variant.count === 1 ? '' : `${variant.count} replies, such as `}“${reply.title ?? reply.id}”`;
  });
  const more = others.length - named.length;
  const all = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(' and ');
  return `${words(found)} ${VERBS[conflict.kind]} ${all}`;
}
