/** Of two words that may be one in the plural, the same. Says nothing about the language: both sides lose the letter. */
export function singular(word: string): string {
  return word.length > SHORTEST_PLURAL ? word.replace(/(?<=[^s])s$/u, '') : word;
}

const SHORTEST_PLURAL = 3;
