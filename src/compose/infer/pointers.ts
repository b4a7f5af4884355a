import { conditionalsIn, isInContext } from '../../language/contexts.js';
import type { Sentence } from '../../model/rendering.js';
import type { Intent } from '../../model/reply.js';
import { type Hit, type Loose, wordsIn } from './hit.js';

/** Words of the text that are evidence for an intent. */
export interface Pointer {
  readonly intent: Intent;
  readonly clear: boolean;
  /** True if the words depend on an “if”, so that they describe a possible case rather than this reply. */
  readonly conditional: boolean;
  readonly words: string;
  /** The index of the sentence that contains the words. */
  readonly sentence: number;
}

/**
 * Minimum length of a question in words. Shorter ones, such as “Still stuck?” and “Worn them once?”, introduce an
 * answer and expect none.
 */
const FEWEST_WORDS_OF_A_QUESTION = 4;

/** Finds evidence for intents: phrases, with at most one per sentence, intent and strength, and questions. */
export function pointersIn(rendering: Loose, hits: readonly Hit[]): Pointer[] {
  const pointers: Pointer[] = [];
  const offers = new Set<number>();
  for (const hit of hits) {
    const { group, sentence } = hit;
    if (group.of === 'marks' && group.name === 'offer') offers.add(sentence);
    if (group.of !== 'intents') continue;
    const { name: intent, clear } = group;
    if (isKnown(pointers, intent, clear, sentence)) continue;
    const conditional =
      isInContext(rendering, hit, ['conditional']) ||
      (intent === 'acknowledge' && opensWithCondition(rendering, sentence));
    pointers.push({ intent, clear, conditional, words: wordsIn(rendering, hit), sentence });
  }
  addQuestions(pointers, rendering, offers);
  return pointers;
}

function isKnown(pointers: readonly Pointer[], intent: Intent, clear: boolean, sentence: number): boolean {
  for (let nth = pointers.length - 1; nth >= 0; nth -= 1) {
    const known = pointers[nth] as Pointer;
    // The evidence is in the order of the sentences.
    if (known.sentence !== sentence) return false;
    if (known.intent === intent && known.clear === clear) return true;
  }
  return false;
}

/**
 * Returns true if a sentence starts with a condition. “If it comes back, tell us, and we will look into it” promises
 * nothing yet.
 */
function opensWithCondition(rendering: Loose, sentence: number): boolean {
  const { from, to } = rendering.sentences[sentence] ?? { from: 0, to: 0 };
  return conditionalsIn(rendering, from, to).some((opener) => opener.from === from);
}

/** Adds questions that expect an answer. A question that is a polite request counts as a request instead. */
function addQuestions(pointers: Pointer[], rendering: Loose, offers: ReadonlySet<number>): void {
  const isAsked = (at: number) => pointers.some(({ intent, sentence }) => intent === 'ask' && sentence === at);
  for (let sentence = 0; sentence < rendering.sentences.length; sentence += 1) {
    const { ends, from, to } = rendering.sentences[sentence] as Sentence;
    if (ends !== '?' || to - from < FEWEST_WORDS_OF_A_QUESTION || offers.has(sentence)) continue;
    const words = wordsIn(rendering, { from, to });
    pointers.push({ intent: 'ask', clear: isAsked(sentence), conditional: false, words, sentence });
  }
}
