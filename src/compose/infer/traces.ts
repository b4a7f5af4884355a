import type { Trace } from '../../language/evidence.js';
import { type Hit, type Loose, wordsIn } from './hit.js';

/** What a sentence leaves open, either for the customer or for the team. */
export interface Left {
  readonly trace: Exclude<Trace, 'case' | 'question' | 'check'>;
  /** True if the sentence depends on an “if”, so that nothing is open until the condition is met. */
  readonly inCase: boolean;
  readonly words: string;
  /** The index of the sentence. */
  readonly sentence: number;
}

/** Finds what the sentences of a text leave open. Each kind is listed once per sentence, in order. */
export function leftIn(rendering: Loose, hits: readonly Hit[]): Left[] {
  if (!hits.some(({ group }) => group.of === 'state' && group.name !== 'case' && group.name !== 'check')) return [];
  const { sentences } = rendering;
  const cases = new Map<number, Hit>();
  const offers = new Set<number>();
  for (const hit of hits) {
    if (hit.group.of === 'state' && hit.group.name === 'case' && !cases.has(hit.sentence)) cases.set(hit.sentence, hit);
    if (isOffer(hit)) offers.add(hit.sentence);
  }
  const left = new Map<string, Left>();
  for (const hit of hits) {
    const { group, sentence } = hit;
    if (group.of !== 'state' || group.name === 'case' || group.name === 'check') continue;
    const isQuestion = group.name === 'question';
    if (isQuestion && (sentences[sentence]?.ends !== '?' || offers.has(sentence))) continue;
    const trace = group.name === 'question' ? 'asked' : group.name;
    const opener = cases.get(sentence);
    // “We will look into it if it comes back” promises no more than “If it comes back, …”.
    const inCase = opener !== undefined && (opener.from < hit.from || trace === 'pending') && trace !== 'settled';
    const key = `${trace} ${sentence}`;
    if (!left.has(key)) left.set(key, { trace, inCase, words: wordsIn(rendering, hit), sentence });
  }
  return [...left.values()];
}

/** Returns true for an offer, or for a question whether everything works. Neither requires an answer. */
function isOffer({ group }: Hit): boolean {
  return (group.of === 'marks' && group.name === 'offer') || (group.of === 'state' && group.name === 'check');
}
