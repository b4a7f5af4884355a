import type { Digests, LibraryPlace, Place } from '../library-steps.js';
import { replyInWords } from '../reply-in-words.js';
import type { Conflict, Variant } from './conflict.js';
import type { WithFacts } from './conflicts.js';
import { type FactKind, type PackedFact, placeOf, prefixOf } from './fact.js';

/** Maximum number of other variants that a message names. */
const MOST_NAMED = 3;
/** Maximum number of places that a finding refers to. */
const MOST_PLACES = 20;

const VERBS: Readonly<Record<FactKind, string>> = {
  quantities: 'contradicts',
  hours: 'contradicts',
  deadlines: 'contradicts',
  phones: 'contradicts',
  addresses: 'is written',
  mailboxes: 'contradicts',
  domains: 'uses a different domain from',
  links: 'is written',
  pages: 'contradicts',
  names: 'is written',
};

/** Returns the place in a reply that states one of the variants of a conflict. */
export function placeOfVariant(
  index: number,
  conflict: Conflict,
  variant: Variant,
  digests: Digests<WithFacts>,
): Place | undefined {
  const fact = factOf(index, conflict, variant, digests);
  return fact && placeOf(fact);
}

function factOf(
  index: number,
  { kind, about }: Conflict,
  { value, abouts, isIn = (fact) => fact[0] === kind && fact[2] === value }: Variant,
  digests: Digests<WithFacts>,
): PackedFact | undefined {
  const found = digests.at(index).data.facts.filter(isIn);
  return found.find((one) => one[1] === about || abouts?.has(one[1])) ?? found[0];
}

/** Returns the first places in other replies that state variants of the conflict. */
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

/**
 * Describes what one variant of a conflict contradicts: `“7 days” (2 replies) contradicts “5 days” in 3 replies, such as
 * “Refund”`.
 * @param at the index of the reply with the finding
 */
export function conflictInWords(conflict: Conflict, found: Variant, at: number, digests: Digests<WithFacts>): string {
  const others = conflict.variants.filter((variant) => variant !== found);
  const exampleOf = ({ replies }: Variant) => replies.find((index) => !found.replies.includes(index));
  /** Says how many replies contain a variant, and names one that contains no other. */
  const where = (variant: Variant) => {
    const { count, replies, isMixed } = variant;
    const example = exampleOf(variant);
    if (example === undefined && count === 1) return 'in the same reply';
    const named = replyInWords(digests.at(example ?? replies[0] ?? 0).reply, digests.at(at).reply);
    // Some of the replies write an address in another way than it is quoted here.
    const many = isMixed ? 'replies' : `${count} replies,`;
    return `in ${count === 1 ? '' : `${many} such as `}${named}`;
  };
  const words = (variant: Variant, index = 0) => {
    // The text of a link differs from its address, so the address is shown.
    if (conflict.kind !== 'links' && conflict.kind !== 'pages')
      return `“${placeOfVariant(index, conflict, variant, digests)?.words}”`;
    const prefix = prefixOf(factOf(index, conflict, variant, digests));
    return `“${variant.value.replace(/^(?:https?:\/\/)?/, (scheme) => scheme + prefix)}”`;
  };
  const named = others
    .slice(0, MOST_NAMED)
    .map((variant) => `${words(variant, exampleOf(variant) ?? variant.replies[0])} ${where(variant)}`);
  const more = others.length - named.length;
  const all = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(' and ');
  const own = found.count === 1 || found.isMixed ? '' : ` (${found.count} replies)`;
  return `${words(found, at)}${own} ${VERBS[conflict.kind]} ${all}`;
}
