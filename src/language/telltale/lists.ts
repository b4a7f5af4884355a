/**
 * What words tell of a text before its language is known: the sections of `telltales.txt`, in the order of their bits in
 * the table.
 */
export const TELLTALES = [
  // Of a message.
  'greeting',
  'welcome',
  'greeting-slot',
  'thanks',
  'apology',
  'sign-off',
  'sign-off-alone',
  'offer',
  'first-person',
  'second-person',
  'please',
  // Of who speaks, and who signs.
  'mine',
  'yours',
  'introduction',
  'farewell-line',
  // Of a heading, a label, a column.
  'reply-heading',
  'aside-heading',
  'ambiguous-heading',
  'metadata',
  'remark',
  'internal',
  'subject-field',
  'mail-field',
  'title-field',
  'numbered',
  'reply-column',
  // Of a path, a title, a page.
  'collection',
  'perhaps-collection',
  'draft',
  'draft-page',
  'draft-verb',
  'draft-state',
] as const;
export type Telltale = (typeof TELLTALES)[number];

/** Several lists as bits. */
export function bitsOf(...lists: readonly Telltale[]): number {
  return lists.reduce((bits, list) => bits | (1 << TELLTALES.indexOf(list)), 0);
}

/** Sections of `telltales.txt` that tell languages apart: their small words, and what they are called. */
export const OF_LANGUAGES = ['small-words', 'language-names'] as const;
export type OfLanguage = (typeof OF_LANGUAGES)[number];
