import { languageCode } from '../../../language/index.js';
import { LONGEST_KEPT } from '../../../language/phrase/tokens.js';
import { detached } from '../../../model/detached.js';
import type { Reading } from '../../reading.js';
import { singular } from '../singular.js';
import { CONCEPTS } from './list.js';

/** What a word says about a matter. */
export interface Sense {
  readonly concepts: readonly string[];
  /** True for words that never tell one case from another, such as “please”, “take” and “customer”. */
  readonly isCommon: boolean;
  /** The word in a form that is equal for its inflections. For a word of a concept, the concept. */
  readonly name: string;
}

/** The senses of words by language, because texts repeat most of their words. */
const KNOWN = new Map<string, Map<string, Sense>>();
const MOST_KNOWN = 20_000;
/** Matches a possessive, such as “mail’s”. */
const OWNER = /^(.+)'s$/;

/** Returns the sense of a word in a reading. */
export function senseOf(reading: Reading, at: number): Sense {
  const { words, locale } = reading.rendering;
  const word = words[at]?.folded ?? '';
  const known = knownIn(locale);
  let sense = known.get(word);
  if (!sense) {
    // Short words are separate texts already, but a long one would keep its page in memory.
    const own = word.length > LONGEST_KEPT ? detached(word) : word;
    sense = newSenseOf(reading, at, own);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(own, sense);
  }
  return sense;
}

/** The last language, because nearly all words are of the same one as the word before. */
let last: { readonly locale: string; readonly known: Map<string, Sense> } | undefined;

function knownIn(locale: string): Map<string, Sense> {
  if (last?.locale === locale) return last.known;
  const code = languageCode(locale);
  const known = KNOWN.get(code) ?? new Map<string, Sense>();
  KNOWN.set(code, known);
  last = { locale, known };
  return known;
}

function newSenseOf(reading: Reading, at: number, word: string): Sense {
  const owner = OWNER.exec(word)?.[1];
  const { says } = owner === undefined ? reading : reading.of(owner);
  const within = owner === undefined ? { from: at, to: at + 1 } : { from: 0, to: 1 };
  const concepts = says('@matter-words', within)
    ? ALL_CONCEPTS.filter(([, wordClass]) => says(wordClass, within)).map(([concept]) => concept)
    : NO_CONCEPTS;
  const [first] = concepts;
  return {
    concepts,
    isCommon: says('@fact-common', within),
    name: first === undefined ? stemOf(word) : `=${first}`,
  };
}

const ALL_CONCEPTS = Object.entries(CONCEPTS);
const NO_CONCEPTS: readonly string[] = [];

const SHORTEST_STEM = 4;
/** Matches the endings in which the forms of one word differ. */
const ENDING = /(?:ing|ed|es|e|'s|s)$/;

function stemOf(word: string): string {
  const one = singular(word.replace(/'s?$/, ''));
  const stem = one.replace(ENDING, '');
  return stem.length >= SHORTEST_STEM ? stem : one;
}
