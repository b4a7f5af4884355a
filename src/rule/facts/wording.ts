import type { Digests, LibraryPlace, Place } from '../library-steps.js';
import { replyInWords } from '../reply-in-words.js';
import type { Conflict, Variant, WithFacts } from './conflicts.js';
import { type FactKind, placeOf } from './fact.js';

/** Maximum number of other variants that a message names. */
const MOST_NAMED = 3;
/** Maximum number of places that a finding refers to. */
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

/** Returns the place in a reply that states one of the variants of a conflict. */
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
 */
export function conflictInWords(conflict: Conflict, found: Variant, digests: Digests<WithFacts>): string {
  const others = conflict.variants.filter((variant) => variant !== found);
  const at = digests.at(found.replies[0] ?? 0);
  /** Says how many replies contain a variant, and names one that contains no other. */
  const where = ({ count, replies }: Variant) => {
    const example = replies.find((index) => !found.replies.includes(index));
    if (example === undefined && count === 1) return 'in the same reply';
    const named = replyInWords(digests.at(example ?? replies[0] ?? 0).reply, at.reply);
    return `in ${count === 1 ? '' : `${count} replies, such as `}${named}`;
  };
  const words = (variant: Variant) => {
    // The text of a link differs from its address, so the address is shown.
    if (conflict.kind === 'links' || conflict.kind === 'pages') return `“${variant.value}”`;
    return `“${placeOfVariant(variant.replies[0] ?? 0, conflict, variant, digests)?.words}”`;
  };
  const named = others.slice(0, MOST_NAMED).map((variant) => `${words(variant)} ${where(variant)}`);
  const more = others.length - named.length;
  const all = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(' and ');
  const own = found.count === 1 ? '' : ` (${found.count} replies)`;
  return `${words(found)}${own} ${VERBS[conflict.kind]} ${all}`;
}
