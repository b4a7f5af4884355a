import { bitsOf, foldTelltale, telltales } from '../../language/telltale/index.js';

const GREETS = bitsOf('greeting', 'welcome');
/** Cues that hardly any text contains unless it is a message to someone. */
const STRONG = ['thanks', 'apology', 'sign-off', 'offer'] as const;
const STRONG_BITS = STRONG.map((list) => bitsOf(list));
const WEAK_BITS = (['first-person', 'second-person', 'please'] as const).map((list) => bitsOf(list));
const ALL = [...STRONG_BITS, ...WEAK_BITS].reduce((all, bit) => all | bit, 0);
const SLOT =
  /\{\{[^{}\n]{1,80}\}\}|\{%[^{}%\n]{1,80}%\}|[%#$]\{[^{}\n]{1,80}\}|\{![^{}\n]{1,80}\}|\[(?:[A-Z][A-Za-z']*)(?: [A-Za-z']+){0,4}\](?![([:])|\{[a-z]+(?:_[a-z]+)+\}/;

/** Cues of which every text that passes the gate has at least one. */
const ANY = bitsOf('greeting', 'welcome', ...STRONG);
const ESCAPED_LETTERS = /\\u0[1-9a-fA-F]/;
/** A long text is folded in pieces of this many UTF-16 units. The pieces overlap by the length of a telltale. */
const PIECE = 65_536;
const LONGEST_TELLTALE = 100;

/**
 * Returns true if the text of a file contains words that are typical of replies. The text is scanned once, before
 * anything is parsed.
 */
export function readsLikeReplies(text: string): boolean {
  for (let at = 0; at < text.length; at += PIECE) {
    const from = Math.max(0, at - LONGEST_TELLTALE);
    if (telltales().isIn(foldTelltale(text.slice(from, at + PIECE)), ANY)) return true;
  }
  return ESCAPED_LETTERS.test(text);
}

/** Number of characters to examine. The rest of a longer text would tell nothing new about its kind. */
const LOOKED_AT = 3000;

/** The number of different cues in a text. */
export interface Cues {
  readonly all: number;
  /** The number of strong cues, which hardly any text contains unless it is a message to someone. */
  readonly strong: number;
  /** True if the text begins with a greeting. */
  readonly greets: boolean;
}

/** Counts the different cues in a text. */
export function cuesIn(text: string): Cues {
  const plain = text.replace(/<[^<>]{0,500}>/g, ' ').slice(0, LOOKED_AT);
  const folded = foldTelltale(plain);
  const first = /^[^\p{L}\p{N}]{0,20}/u.exec(plain)?.[0].length ?? 0;
  const greets = telltales().endsAt(folded, first, GREETS).length > 0;
  const lists = telltales().listsIn(folded, ALL);
  const count = (bits: readonly number[]) => bits.filter((bit) => lists & bit).length;
  const strong = count(STRONG_BITS) + (greets ? 1 : 0);
  return { all: strong + count(WEAK_BITS) + (SLOT.test(plain) ? 1 : 0), strong, greets };
}

/** Counts the words in a text, without numbers, addresses and markup. */
export function wordsIn(text: string): number {
  return text.replace(/<[^<>]{0,500}>/g, ' ').match(/\p{L}+(?:['’-]\p{L}+)*/gu)?.length ?? 0;
}
