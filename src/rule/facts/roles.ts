import type { DigestReading } from '../library-steps.js';
import { nameIn } from './named.js';
import type { WordSenses } from './scope.js';

/**
 * Returns the role of a number according to the words around it. Different numbers with the same role contradict each
 * other, no matter how their sentences are worded.
 */
type RoleOf = (at: number, sentence: number) => string | undefined;

/**
 * Finds the roles of the numbers in a reply. A match of the group `role` gives the role of the number inside it or
 * directly after it. A match of the group `window` does so only in combination with the subject of the sentence.
 */
export function rolesIn(reading: DigestReading, senses: WordSenses): RoleOf {
  const matches = [...reading.matches('role'), ...reading.matches('window')];
  const { sentences, words } = reading.rendering;
  return (at, sentence) => {
    const match = matches.find(({ from, to }) => from <= at && at <= to);
    const within = sentences[sentence];
    if (!match || !within) return undefined;
    const role = nameIn(match, words) ?? '';
    if (match.group === 'role') return role;
    const about = new Set<string>();
    for (const [word, subject] of senses.subjects)
      if (word >= within.from && word < within.to && (word < match.from || word >= match.to)) about.add(subject);
    return about.size === 1 ? [role, ...about].join(' ') : undefined;
  };
}
