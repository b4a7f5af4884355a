import { conditionalsIn, isInContext } from '../../language/contexts.js';
import type { Sentence } from '../../model/rendering.js';
import type { Intent } from '../../model/reply.js';
import { type Hit, type Loose, wordsIn } from './hit.js';

/** Words of the text that point to an intent. */
export interface Pointer {
  readonly intent: Intent;
  readonly clear: boolean;
  /** It depends on an “if”, so it describes a case, not this reply. */
  readonly conditional: boolean;
  readonly words: string;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** “Still stuck?” and “Worn them once?” open an answer and expect no reply. */
const FEWEST_WORDS_OF_A_QUESTION = 4;

/** Evidence for intents: hits of that kind, at most one per sentence, intent and strength; and questions. */
export function pointersIn(rendering: Loose, hits: readonly Hit[]): Pointer[] {
  const pointers: Pointer[] = [];
  const pointed = new Set<string>();
  const offers = new Set<number>();
  for (const hit of hits) {
    const { group, sentence } = hit;
    if (group.of === 'marks' && group.name === 'offer') offers.add(sentence);
    if (group.of !== 'intents') continue;
    const { name: intent, clear } = group;
    const key = `${intent} ${clear} ${sentence}`;
    if (pointed.has(key)) continue;
    pointed.add(key);
    const conditional =
      isInContext(rendering, hit, ['conditional']) ||
      (intent === 'acknowledge' && opensWithCondition(rendering, sentence));
    pointers.push({ intent, clear, conditional, words: wordsIn(rendering, hit), sentence });
  }
  return [...pointers, ...questionsIn(rendering, pointers, offers)];
}

/** “If it comes back, tell us, and we will look into it” promises nothing yet. */
function opensWithCondition(rendering: Loose, sentence: number): boolean {
  const { from, to } = rendering.sentences[sentence] ?? { from: 0, to: 0 };
  return conditionalsIn(rendering, from, to).some((opener) => opener.from === from);
}

/** Questions that expect an answer. A question that makes a request counts as a request. */
function* questionsIn(rendering: Loose, pointers: readonly Pointer[], offers: ReadonlySet<number>): Generator<Pointer> {
  const isAsked = (at: number) => pointers.some(({ intent, sentence }) => intent === 'ask' && sentence === at);
  for (let sentence = 0; sentence < rendering.sentences.length; sentence += 1) {
    const { ends, from, to } = rendering.sentences[sentence] as Sentence;
    if (ends !== '?' || to - from < FEWEST_WORDS_OF_A_QUESTION || offers.has(sentence)) continue;
    const words = wordsIn(rendering, { from, to });
    yield { intent: 'ask', clear: isAsked(sentence), conditional: false, words, sentence };
  }
}
