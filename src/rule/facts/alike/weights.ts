import { LIGHT_SENSES } from './concepts.js';
import { IF, NAME, plain } from './context.js';
import type { Detail, Said } from './said.js';

/** The weights of concepts: those of every business, those of most statements about amounts, and all others. */
const [COMMON, LIGHT, SPECIAL] = [0.8, 0.4, 1.1];
/** Minimum number of replies from which the frequency of a concept shows how much it tells. */
const FEWEST_REPLIES = 20;
/** Minimum ratio of all replies to those with a name or another case word, so that it tells cases apart. */
const [RARE_NAME, RARE_CASE] = [4, 3 / 2];

/** How much the concepts and the case words of a library tell. */
export interface Weights {
  /** Returns the numbers under which the concepts and the case words of a statement are counted. */
  countedIn(detail: Detail): readonly number[];
  add(said: Said, reply: number): void;
  of(concept: string): number;
  /** Returns true for a name or word that few replies contain; the company's name tells no cases apart. */
  tellsCase(word: string): boolean;
}

export function weightsOf(): Weights {
  const numbers = new Map<string, number>();
  /** The number of replies with each concept and case word, by its number. */
  const counts: number[] = [];
  let [replies, last] = [0, -1];
  return {
    countedIn: ({ places, cases }) => [
      ...Array.from(places.keys(), numberOf),
      ...cases.map((word) => numberOf(caseOf(plain(word)))),
    ],
    add({ counted }, reply) {
      if (reply !== last) replies += 1;
      last = reply;
      for (const number of counted) counts[number] = (counts[number] ?? 0) + 1;
    },
    of(concept) {
      const weight = LIGHT_SENSES.has(concept) ? LIGHT : concept.startsWith('=') ? COMMON : SPECIAL;
      return replies < FEWEST_REPLIES ? weight : weight * rarityOf(countOf(concept));
    },
    tellsCase: (word) =>
      !word.startsWith(IF) &&
      countOf(caseOf(word)) * (word.startsWith(NAME) ? RARE_NAME : RARE_CASE) < replies + FEWEST_REPLIES / 2,
  };

  function numberOf(key: string): number {
    let number = numbers.get(key);
    if (number === undefined) {
      number = counts.length;
      numbers.set(key, number);
      counts.push(0);
    }
    return number;
  }

  function countOf(key: string): number {
    return counts[numbers.get(key) ?? -1] ?? 0;
  }

  /** Returns 1 for a concept that up to four replies contain, and less for others. */
  function rarityOf(frequency: number): number {
    return Math.min(1, Math.log((replies + 4) / (frequency + 2)) / Math.log((replies + 4) / 6));
  }
}

function caseOf(word: string): string {
  return `! ${word}`;
}
