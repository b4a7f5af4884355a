/**
 * Lists of words that show what a text is before its language is known. They are sections of `telltales.txt`, and their
 * order defines their bits. There can be at most 32.
 */
export const OF_TEXTS = [
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
  'mine',
  'yours',
  'introduction',
  'farewell-line',
  'internal',
  'draft',
  'draft-page',
  'draft-verb',
  'draft-state',
  'unfinished',
  'trial',
  'around-trial',
] as const;

/** Lists of words that show what a heading, label, column, path or title means. There can be at most 32. */
export const OF_NAMES = [
  'reply-heading',
  'aside-heading',
  'ambiguous-heading',
  'metadata',
  'remark',
  'subject-field',
  'mail-field',
  'title-field',
  'numbered',
  'reply-column',
  'collection',
  'perhaps-collection',
  'draft-heading',
  'team-page',
  'for-staff',
  'name-of-anybody',
  'our-column',
  'text-column',
  'their-column',
  'aside-column',
  'fact-column',
  'column-to',
  'message-kind',
  'part-kind',
] as const;

/** Lists that distinguish languages: their small words and their names. */
export const OF_LANGUAGES = ['small-words', 'language-names'] as const;

export type OfText = (typeof OF_TEXTS)[number];
export type OfName = (typeof OF_NAMES)[number];
export type OfLanguage = (typeof OF_LANGUAGES)[number];

/** Returns the bits of several lists of one kind. */
export function bitsOf(...lists: readonly OfText[] | readonly OfName[]): number {
  const kind: readonly string[] = lists.some((list) => (OF_TEXTS as readonly string[]).includes(list))
    ? OF_TEXTS
    : OF_NAMES;
  return lists.reduce((bits, list) => bits | (1 << kind.indexOf(list)), 0);
}
