/**
 * Returns a word without a final “s”, so that a word and its plural are equal. It is used for all languages, because
 * both words that are compared lose the letter.
 */
export function singular(word: string): string {
  return word.length > SHORTEST_PLURAL && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Maximum length of a word that keeps its final “s”. */
const SHORTEST_PLURAL = 3;
