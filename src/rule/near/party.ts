import type { Rendering } from '../../model/rendering.js';
import type { Placeholder } from '../../model/reply.js';

/** Words in the names of placeholders that say that someone is addressed, but not who. */
const ANYONE = new Set(
  `author client contact conversation customer display email family first full given insert last name nick of person
  recipient reporter requester salutation sender surname the their ticket title to user username`.split(/\s+/),
);

/**
 * Returns the party that a reply greets, judging by the placeholder for the name: “seller” for `{{seller_name}}`. Empty
 * if the placeholder can be for anyone.
 */
export function greetedParty({ words }: Pick<Rendering, 'words'>): string {
  const isName = ({ role, text }: Pick<Placeholder, 'role' | 'text'>) =>
    role === 'customer-name' || (role === 'other' && /name/i.test(text));
  const greeted = words.find(({ sentence, placeholder }) => sentence === 0 && placeholder && isName(placeholder));
  const written = greeted?.placeholder?.text ?? '';
  const parts = written.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').match(/\p{L}+/gu) ?? [];
  const told = parts.map((part) => part.toLowerCase()).filter((part) => !ANYONE.has(part) && !/name$/.test(part));
  return told.join(' ');
}
