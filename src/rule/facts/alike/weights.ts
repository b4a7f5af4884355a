import { LIGHT_SENSES } from './concepts.js';
import { IF, IN_TITLE, NAME } from './context.js';
import type { Said } from './said.js';

/** How much concepts tell: of every business, of most statements about amounts, and of this business. */
const [COMMON, LIGHT, SPECIAL] = [0.8, 0.4, 1.1];
/** Minimum number of replies from which the frequency of a concept shows how much it tells. */
const FEWEST_REPLIES = 20;
/** Minimum ratio of all replies to those with a name or another case word, so that it tells cases apart. */
const [RARE_NAME, RARE_CASE] = [4, 3 / 2];

/** How much the concepts and the case words of a library tell. */
export interface Weights {
  add(said: Said, reply: number): void;
  of(concept: string): number;
  /** Returns true for a name or word that few replies contain; the company's name tells no cases apart. */
  tellsCase(word: string): boolean;
}

export function weightsOf(): Weights {
  const repliesWith = new Map<string, number>();
  let [replies, last] = [0, -1];
  return {
    add({ places, cases }, reply) {
      if (reply !== last) replies += 1;
      last = reply;
      for (const concept of places.keys()) count(concept);
      for (const word of cases) count(caseOf(word.replace(IN_TITLE, '')));
    },
    of(concept) {
      const weight = LIGHT_SENSES.has(concept) ? LIGHT : concept.startsWith('=') ? COMMON : SPECIAL;
      return replies < FEWEST_REPLIES ? weight : weight * rarityOf(repliesWith.get(concept) ?? 0);
    },
    tellsCase: (word) =>
      !word.startsWith(IF) &&
      (repliesWith.get(caseOf(word)) ?? 0) * (word.startsWith(NAME) ? RARE_NAME : RARE_CASE) <
        replies + FEWEST_REPLIES / 2,
  };

  function count(key: string): void {
    repliesWith.set(key, (repliesWith.get(key) ?? 0) + 1);
  }

  /** Returns 1 for a concept that up to four replies contain, and less for others. */
  function rarityOf(frequency: number): number {
    return Math.min(1, Math.log((replies + 4) / (frequency + 2)) / Math.log((replies + 4) / 6));
  }
}

function caseOf(word: string): string {
  return `! ${word}`;
}
