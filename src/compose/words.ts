import { type Language, languageOf } from '../language/index.js';
import { tokens } from '../language/phrase/index.js';
import type { Sentence, Word } from '../model/rendering.js';
import type { Span } from '../model/span.js';
import type { CutText } from './render.js';
import { type LooseWord, sentencesOf } from './sentences.js';

/** A word whose sentence is set once the sentences of its block are known. */
type Unfinished = { -readonly [K in keyof Word]: Word[K] };

/**
 * The words and sentences of a cut text, in its language.
 * @param wrappable false if every line end is intended
 */
export function read(cutText: CutText, locale: string, wrappable: boolean): { words: Word[]; sentences: Sentence[] } {
  const language = languageOf(locale);
  const reader = new WordReader(cutText, language);
  const words: Unfinished[] = [];
  const sentences: Sentence[] = [];
  for (const [index, block] of cutText.blocks.entries()) {
    const first = words.length;
    const own = reader.wordsOf(block);
    for (const word of own) words.push(word);
    const worded = { start: block.start, end: block.end, index, words: own, first };
    for (const sentence of sentencesOf(cutText.text, worded, { language, wrappable })) {
      for (const word of own.slice(sentence.from - first, sentence.to - first)) word.sentence = sentences.length;
      sentences.push(sentence);
    }
  }
  return { words, sentences };
}

/** Reads the words of the blocks, one after the other. */
class WordReader {
  readonly #cutText: CutText;
  readonly #language: Language;
  readonly #isCode: (word: Span) => boolean;
  readonly #isQuoted: (word: Span) => boolean;
  #nextPlaceholder = 0;

  constructor(cutText: CutText, language: Language) {
    this.#cutText = cutText;
    this.#language = language;
    this.#isCode = within(cutText.code);
    this.#isQuoted = within(cutText.quoted);
  }

  wordsOf(block: Span): Unfinished[] {
    const { text, placeholders } = this.#cutText;
    const words: Unfinished[] = [];
    let at = block.start;
    const addUpTo = (end: number) => {
      for (const word of tokens(text, this.#language, at, end)) words.push(this.#word(word));
    };
    for (; this.#nextPlaceholder < placeholders.length; this.#nextPlaceholder += 1) {
      const shown = placeholders[this.#nextPlaceholder];
      if (!shown || shown.span.start >= block.end) break;
      const { span, placeholder } = shown;
      addUpTo(span.start);
      words.push(this.#word({ ...span, folded: '', kind: 'placeholder', placeholder }));
      at = span.end;
    }
    addUpTo(block.end);
    return words;
  }

  #word(word: Omit<LooseWord, 'quoted' | 'code'>): Unfinished {
    const { start, end, folded, kind, placeholder } = word;
    const flags = { quoted: this.#isQuoted(word), code: this.#isCode(word), sentence: -1 };
    return placeholder ? { start, end, folded, kind, placeholder, ...flags } : { start, end, folded, kind, ...flags };
  }
}

/** Tests whether words, in order, are in one of the stretches. */
function within(spans: readonly Span[]): (word: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  return (word) => {
    while (at < sorted.length && (sorted[at]?.end ?? 0) <= word.start) at += 1;
    const here = sorted[at];
    return here !== undefined && here.start <= word.start && word.end <= here.end;
  };
}
