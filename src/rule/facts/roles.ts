import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { WordRange } from '../reading.js';
import { nameIn } from './named.js';
import { partsOf } from './parts.js';
import { qualifiersIn } from './qualifiers.js';
import type { WordSenses } from './scope.js';
import type { Topic } from './topics.js';

/**
 * Returns the role of a number according to the words around it. Different numbers with the same role contradict each
 * other, no matter how their sentences are worded.
 */
type RoleOf = (at: number, sentence: number) => Topic | undefined;

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
    if (match.group === 'role') return { name: role, qualifiers: [] };
    const about = new Set<string>();
    for (const [word, subject] of senses.subjects)
      if (word >= within.from && word < within.to && (word < match.from || word >= match.to)) about.add(subject);
    return about.size === 1 ? { name: [role, ...about].join(' '), qualifiers: limitsOf(match, within) } : undefined;
  };

  /** Returns the words that limit a window to certain cases, such as the first one of “Outlet goods can be returned”. */
  function limitsOf(window: WordRange, sentence: Sentence): readonly string[] {
    const isSubject = (at: number) => senses.subjects.has(at) && (at < window.from || at >= window.to);
    let first = sentence.from;
    while (first < sentence.to && !isSubject(first)) first += 1;
    const parts = partsOf(reading, senses, sentence).filter(({ from, to }) => from <= window.from && window.from < to);
    return qualifiersIn(reading, senses, {
      ...{ sentence, parts, topic: { from: first, to: first + 1 } },
      isLeftOut: (at) => at >= window.from && at < window.to,
    });
  }
}
