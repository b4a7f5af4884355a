import type { DigestReading } from '../library-steps.js';
import type { WordSenses } from './scope.js';

/** What a number is, by the words around it: two numbers in one role contradict each other in any sentence. */
export type RoleOf = (at: number, sentence: number) => string | undefined;

/**
 * Finds the roles of the numbers of a reply. A match of the group `role` tells what the number in it, or right after it,
 * is; one of the group `window` does so together with what the sentence is about.
 */
export function rolesIn(reading: DigestReading, senses: WordSenses): RoleOf {
  const matches = [...reading.matches('role'), ...reading.matches('window')];
  const { sentences } = reading.rendering;
  return (at, sentence) => {
    const match = matches.find(({ from, to }) => from <= at && at <= to);
    const within = sentences[sentence];
    if (!match || !within) return undefined;
    const role = match.entry.instead ?? '';
    if (match.group === 'role') return role;
    const about = new Set<string>();
    for (const [word, subject] of senses.subjects)
      if (word >= within.from && word < within.to && (word < match.from || word >= match.to)) about.add(subject);
    return about.size === 1 ? [role, ...about].join(' ') : undefined;
  };
}
