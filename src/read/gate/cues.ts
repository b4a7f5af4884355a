import { APOLOGY, FIRST_PERSON, GREETING, OFFER, PLEASE, SECOND_PERSON, SIGN_OFF, THANKS } from '../cue-words.js';
import { word } from '../cues.js';

/** One thing by which a text to a customer is known. */
interface Cue {
  readonly pattern: RegExp;
  /** True where little else than a message to somebody says so. */
  readonly strong: boolean;
}

const GREETS = new RegExp(`^[^\\p{L}\\p{N}]{0,20}(?:${GREETING}|welcome)(?![\\p{L}\\p{N}])`, 'iu');

const CUES: readonly Cue[] = [
  { pattern: GREETS, strong: true },
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
const ANY_OF = [GREETING, 'welcome', THANKS, APOLOGY, SIGN_OFF, OFFER].join('|');
const ANY = word(ANY_OF);
/** The same of a text in lower case that has no letter beyond ASCII: half as dear. */
const ANY_PLAIN = new RegExp(`\\b(?:${ANY_OF.replaceAll('\\p{L}', '[a-z]')})\\b`);
const BEYOND_ASCII = /[^\0-\x7f]/;
const ESCAPED_LETTERS = /\\u0[1-9a-fA-F]/;

/** True where a file's text holds words of the kind that replies have. One walk, before anything is parsed. */
export function readsLikeReplies(text: string): boolean {
  const isPlain = !BEYOND_ASCII.test(text);
  return (isPlain ? ANY_PLAIN.test(text.toLowerCase()) : ANY.test(text)) || ESCAPED_LETTERS.test(text);
}

/** Beyond this, a text says nothing more about what it is. */
const LOOKED_AT = 3000;

/** The kinds of cue that a text has. */
export interface Cues {
  readonly all: number;
  /** Those that little else has than a message to somebody. */
  readonly strong: number;
  /** True where its first words greet. */
  readonly greets: boolean;
}

/** How many kinds of cue a text has. */
export function cuesIn(text: string): Cues {
  const plain = text.replace(/<[^<>]{0,500}>/g, ' ').slice(0, LOOKED_AT);
  const found = CUES.filter(({ pattern }) => pattern.test(plain));
  return {
    all: found.length,
    strong: found.filter(({ strong }) => strong).length,
    greets: found.some(({ pattern }) => pattern === GREETS),
  };
}

/** How many words a text has; numbers, addresses and markup do not count. */
export function wordsIn(text: string): number {
  return text.replace(/<[^<>]{0,500}>/g, ' ').match(/\p{L}+(?:['’-]\p{L}+)*/gu)?.length ?? 0;
}
