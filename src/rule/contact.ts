import type { Word } from '../model/rendering.js';
import type { Placeholder } from '../model/reply.js';
import type { Reading } from './rule.js';

/** Minimum number of digits in a phone number. */
const SHORTEST_PHONE_NUMBER = 6;

/**
 * Returns true for a reply that points the customer somewhere: it contains a link, an address, a phone number, an
 * include with unknown text, or a placeholder whose name suggests one of these.
 * @param leading the word class for such names, as in `{{portal_link}}`
 */
export function hasContact(reading: Reading, leading: `@${string}`): boolean {
  const { words, links } = reading.rendering;
  return links.length > 0 || words.some((word) => isContact(word) || isNamed(word, reading, leading));
}

function isContact({ kind, folded, placeholder }: Word): boolean {
  if (kind === 'number') return folded.replace(/\D/g, '').length >= SHORTEST_PHONE_NUMBER;
  return kind === 'address' || placeholder?.role === 'include';
}

function isNamed({ placeholder }: Word, reading: Reading, leading: `@${string}`): boolean {
  if (!placeholder) return false;
  const name = reading.of(wordsOf(placeholder));
  return name.rendering.sentences.some((sentence) => name.says(leading, sentence));
}

/** Returns the words in the name of a placeholder: `{{portalLink}}` → “portal link”. */
function wordsOf({ text }: Placeholder): string {
  return text.replace(/([a-z])(?=[A-Z])/g, '$1 ').replace(/[^A-Za-z]+/g, ' ');
}
