import type { Rendering } from '../model/rendering.js';
import { type Language, languageOf } from './index.js';
import { PhraseAutomaton } from './phrase/index.js';

/** Surroundings in which a phrase may not mean what it says. */
export const CONTEXTS = ['conditional', 'question', 'negated', 'quoted', 'code'] as const;
export type Context = (typeof CONTEXTS)[number];

interface Words {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
}

/** How many words before a phrase a “not” still belongs to it. */
const NEGATION_REACH = 3;

/** What must be known of a rendering to tell a context. */
type Surroundings = Pick<Rendering, 'text' | 'words' | 'sentences' | 'locale'>;

/** True where the words stand in one of the contexts. */
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
    // The opener may be part of the phrase's own first words only where it stands before them.
    return conditionalsIn(language)
      .find(rendering.words, from, words.from)
      .some(({ to }) => to <= words.from);
  },
};

/** A clause is not longer; an endless one is looked at no further back, so that a text's cost stays its length. */
const LONGEST_CLAUSE = 60;

/** Index of the first word of the clause that the words stand in. A comma before “or” does not end a clause. */
function clauseStart({ text, words, sentences }: Surroundings, { from, sentence }: Words, language: Language): number {
  const first = Math.max(sentences[sentence]?.from ?? 0, from - LONGEST_CLAUSE);
  for (let at = from; at > first; at -= 1) {
    const word = words[at];
    const before = words[at - 1];
    if (!word || !before || before.end > word.start) continue;
    const between = text.slice(before.end, word.start);
    if (/[;:–—()]|\s-\s/.test(between)) return at;
    if (between.includes(',') && !language.joiners.has(word.folded)) return at;
  }
  return first;
}

const OPENERS = new WeakMap<Language, PhraseAutomaton>();

/** What opens a conditional clause. */
export function conditionalsIn(language: Language): PhraseAutomaton {
  const known = OPENERS.get(language);
  if (known) return known;
  const made = new PhraseAutomaton(language.conditionals, language);
  OPENERS.set(language, made);
  return made;
}
