import type { Rendering } from '../../model/rendering.js';
import type { Placeholder } from '../../model/reply.js';

/**
 * Returns the placeholder for the name of the party that a reply greets, such as `[[consignee_name]]`. Undefined
 * for a placeholder that is known to stand for the customer.
 */
export function greetedParty({ words }: Pick<Rendering, 'words'>): string | undefined {
  const isName = ({ role, text }: Pick<Placeholder, 'role' | 'text'>) => role === 'other' && /name/i.test(text);
  const greeted = words.find(({ sentence, placeholder }) => sentence === 0 && placeholder && isName(placeholder));
  return greeted?.placeholder?.text.toLowerCase();
}

/**
 * Returns true for two parties: different words in the same notation. In another notation, they can be the same party.
 */
export function areTwoParties(one = '', other = ''): boolean {
  const notationOf = (written: string) => written.replace(/\p{L}+/gu, 'x');
  return one !== '' && other !== '' && one !== other && notationOf(one) === notationOf(other);
}
