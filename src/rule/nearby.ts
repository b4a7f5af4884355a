import type { Match, Reading } from './rule.js';

/** True where a phrase of the group stands in the match's own sentence, or in one at most `sentences` away. */
export function isNear(reading: Reading, match: Match, group: string, sentences = 0): boolean {
  return reading.matches(group).some(({ sentence }) => Math.abs(sentence - match.sentence) <= sentences);
}

/** True where one of the words stands inside the match. */
export function holds(reading: Reading, { from, to }: Match, words: ReadonlySet<string>): boolean {
  return reading.rendering.words.slice(from, to).some(({ folded }) => words.has(folded));
}

/** True where one of the words stands inside the match, or up to three words before it. */
export function holdsOrFollows(reading: Reading, match: Match, words: ReadonlySet<string>): boolean {
  const first = reading.rendering.sentences[match.sentence]?.from ?? match.from;
  return holds(reading, { ...match, from: Math.max(first, match.from - 3) }, words);
}
