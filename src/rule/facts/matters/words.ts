import { byWord } from '../by-word.js';
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

/** Returns the sense of a word in a reading. */
export const senseOf = byWord(({ word, says }): Sense => {
  const concepts = says('@matter-words')
    ? ALL_CONCEPTS.filter(([, wordClass]) => says(wordClass)).map(([concept]) => concept)
    : NO_CONCEPTS;
  const [first] = concepts;
  return { concepts, isCommon: says('@fact-common'), name: first === undefined ? stemOf(word) : `=${first}` };
});

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
