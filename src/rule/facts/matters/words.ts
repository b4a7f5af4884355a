import { languageCode } from '../../../language/index.js';
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
const KNOWN = new Map<string, Sense>();
const MOST_KNOWN = 20_000;
/** Matches a possessive, such as “mail’s”. */
const OWNER = /^(.+)'s$/;

/** Returns the sense of a word in a reading. */
export function senseOf(reading: Reading, at: number): Sense {
  const { words, locale } = reading.rendering;
  const word = words[at]?.folded ?? '';
  const key = `${languageCode(locale)} ${word}`;
  let sense = KNOWN.get(key);
  if (!sense) {
    const owner = OWNER.exec(word)?.[1];
    const { says } = owner === undefined ? reading : reading.of(owner);
    const within = owner === undefined ? { from: at, to: at + 1 } : { from: 0, to: 1 };
    const concepts = says('@matter-words', within)
      ? Object.keys(CONCEPTS).filter((concept) => says(CONCEPTS[concept] ?? '@matter-words', within))
      : [];
    const [first] = concepts;
    sense = {
      concepts,
      isCommon: says('@fact-common', within),
      name: first === undefined ? stemOf(word) : `=${first}`,
    };
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
    KNOWN.set(key, sense);
  }
  return sense;
}

const SHORTEST_STEM = 4;
/** Matches the endings in which the forms of one word differ. */
const ENDING = /(?:ing|ed|es|e|'s|s)$/;

function stemOf(word: string): string {
  const one = singular(word.replace(/'s?$/, ''));
  const stem = one.replace(ENDING, '');
  return stem.length >= SHORTEST_STEM ? stem : one;
}
