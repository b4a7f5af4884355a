import { APOLOGY, FIRST_PERSON, GREETING, OFFER, PLEASE, SECOND_PERSON, SIGN_OFF, THANKS } from '../cue-words.js';
import { word } from '../cues.js';

/** One thing by which a text to a customer is known. */
interface Cue {
  readonly pattern: RegExp;
  /** True where little else than a message to somebody says so. */
  readonly strong: boolean;
}

const CUES: readonly Cue[] = [
  { pattern: new RegExp(`^[^\\p{L}\\p{N}]{0,20}(?:${GREETING}|welcome)(?![\\p{L}\\p{N}])`, 'iu'), strong: true },
  { pattern: word(THANKS), strong: true },
  { pattern: word(APOLOGY), strong: true },
  { pattern: word(SIGN_OFF), strong: true },
  { pattern: word(OFFER), strong: true },
  { pattern: word(FIRST_PERSON), strong: false },
  { pattern: word(SECOND_PERSON), strong: false },
  { pattern: word(PLEASE), strong: false },
  {
    pattern:
      /\{\{[^{}\n]{1,80}\}\}|\{%[^{}%\n]{1,80}%\}|[%#$]\{[^{}\n]{1,80}\}|\{![^{}\n]{1,80}\}|\[(?:[A-Z][A-Za-z']*)(?: [A-Za-z']+){0,4}\](?![([:])|\{[a-z]+(?:_[a-z]+)+\}/,
    strong: false,
  },
];

/** What any text to a customer that passes the gate has at least one of, anywhere. */
const ANY = word([GREETING, 'welcome', THANKS, APOLOGY, SIGN_OFF, OFFER].join('|'));
const ESCAPED_LETTERS = /\\u0[1-9a-fA-F]/;

/** True where a file's text holds words of the kind that replies have. One walk, before anything is parsed. */
export function readsLikeReplies(text: string): boolean {
  return ANY.test(text) || ESCAPED_LETTERS.test(text);
}

/** Beyond this, a text says nothing more about what it is. */
const LOOKED_AT = 3000;

/** How many kinds of cue a text has, and how many of them are strong. */
export function cuesIn(text: string): { readonly all: number; readonly strong: number } {
  const plain = text.replace(/<[^<>]{0,500}>/g, ' ').slice(0, LOOKED_AT);
  const found = CUES.filter(({ pattern }) => pattern.test(plain));
  return { all: found.length, strong: found.filter(({ strong }) => strong).length };
}

/** How many words a text has; numbers, addresses and markup do not count. */
export function wordsIn(text: string): number {
  return text.replace(/<[^<>]{0,500}>/g, ' ').match(/\p{L}+(?:['’-]\p{L}+)*/gu)?.length ?? 0;
}
