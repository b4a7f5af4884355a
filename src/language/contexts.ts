import type { Rendering } from '../model/rendering.js';
import type { Context } from './context-names.js';
import { type Language, languageCode, languageOf } from './index.js';
import { packOf } from './pack/load.js';
import type { Hit } from './phrase/index.js';

export { CONTEXTS, type Context } from './context-names.js';

interface Words {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
}

/** Maximum number of words between a “not” and a phrase that it negates. */
const NEGATION_REACH = 3;

/** The parts of a rendering that are needed to detect a context. */
type Surroundings = Pick<Rendering, 'text' | 'words' | 'sentences' | 'locale'>;

/** Returns true if the words are in one of the contexts. */
export function isInContext(rendering: Surroundings, words: Words, contexts: readonly Context[]): boolean {
  return contexts.some((context) => TESTS[context](rendering, words));
}

const TESTS: Record<Context, (rendering: Surroundings, words: Words) => boolean> = {
  code: ({ words }, { from, to }) => words.slice(from, to).some(({ code }) => code),
  quoted: ({ words }, { from, to }) => words.slice(from, to).some(({ quoted }) => quoted),
  question: ({ sentences }, { sentence }) => sentences[sentence]?.ends === '?',
  negated: (rendering, words) => {
    const language = languageOf(rendering.locale);
    const from = Math.max(clauseStart(rendering, words, language), words.from - NEGATION_REACH);
    return rendering.words.slice(from, words.from).some(({ folded }) => language.negations.has(folded));
  },
  conditional: (rendering, words) => {
    const language = languageOf(rendering.locale);
    const from = clauseStart(rendering, words, language);
    // If the opener comes before the phrase, it must not overlap with the phrase's own first words.
    return conditionalsIn(rendering, from, words.from).some(({ to }) => to <= words.from);
  },
};

/**
 * Maximum number of words to search for the start of a clause. Real clauses are shorter, and the limit keeps the cost
 * linear.
 */
const LONGEST_CLAUSE = 60;

/** Returns the clause around some words: the index of its first word, and the index after its last. */
export function clauseOf(rendering: Surroundings, words: Words): { readonly from: number; readonly to: number } {
  const { text, words: all, sentences, locale } = rendering;
  const { joiners } = languageOf(locale);
  const end = Math.min(sentences[words.sentence]?.to ?? words.to, words.to + LONGEST_CLAUSE);
  let to = words.to;
  while (to < end && !isBreak(text.slice(all[to - 1]?.end, all[to]?.start), joiners.has(all[to]?.folded ?? '')))
    to += 1;
  return { from: clauseStart(rendering, words, languageOf(locale)), to };
}

/** Returns true if the text between two words ends a clause. A comma before “or” does not. */
function isBreak(between: string, beforeJoiner: boolean): boolean {
  return /[;:–—()]|\s-\s/.test(between) || (between.includes(',') && !beforeJoiner);
}

/** Returns the index of the first word of the clause around the words. A comma before “or” does not end a clause. */
function clauseStart({ text, words, sentences }: Surroundings, { from, sentence }: Words, language: Language): number {
  const first = Math.max(sentences[sentence]?.from ?? 0, from - LONGEST_CLAUSE);
  for (let at = from; at > first; at -= 1) {
    const word = words[at];
    const before = words[at - 1];
    if (!word || !before || before.end > word.start) continue;
    if (isBreak(text.slice(before.end, word.start), language.joiners.has(word.folded))) return at;
  }
  return first;
}

/** Finds openers of conditional clauses among some words of a sentence. */
export function conditionalsIn(
  { words, locale }: Pick<Rendering, 'words' | 'locale'>,
  from: number,
  to: number,
): Hit[] {
  return packOf(languageCode(locale)).find('conditional', words, from, to);
}
