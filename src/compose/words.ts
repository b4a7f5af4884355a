import { type Language, languageOf } from '../language/index.js';
import { type Token, tokens } from '../language/phrase/index.js';
import type { Block, Sentence, Word } from '../model/rendering.js';
import type { Span } from '../model/span.js';
import type { CutText } from './render.js';
import { type LooseWord, sentencesOf } from './sentences.js';

/** A word whose sentence is filled in once the sentences of its block are known. */
type Unfinished = { -readonly [K in keyof Word]: Word[K] };

/**
 * Splits a cut text into words and sentences, by the rules of its language.
 * @param wrappable false if every line break is intended
 */
export function read(cutText: CutText, locale: string, wrappable: boolean): { words: Word[]; sentences: Sentence[] } {
  const language = languageOf(locale);
  const reader = new WordReader(cutText, language);
  const words: Unfinished[] = [];
  const sentences: Sentence[] = [];
  // These loops use an index because, until V8 has optimized a function, each step of an iterator creates an object.
  for (let index = 0; index < cutText.blocks.length; index += 1) {
    const block = cutText.blocks[index] as Block;
    const first = words.length;
    const own = reader.wordsOf(block);
    for (let at = 0; at < own.length; at += 1) words.push(own[at] as Unfinished);
    const worded = { start: block.start, end: block.end, index, words: own, first };
    for (const sentence of sentencesOf(cutText.text, worded, { language, wrappable })) {
      for (let at = sentence.from; at < sentence.to; at += 1) (words[at] as Unfinished).sentence = sentences.length;
      sentences.push(sentence);
    }
  }
  return { words, sentences };
}

/** Reads the words of all blocks, in order. */
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
      const found = tokens(text, this.#language, at, end);
      for (let nth = 0; nth < found.length; nth += 1) words.push(this.#word(found[nth] as Token));
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
    const quoted = this.#isQuoted(word);
    const code = this.#isCode(word);
    return placeholder
      ? { start, end, folded, kind, placeholder, quoted, code, sentence: -1 }
      : { start, end, folded, kind, quoted, code, sentence: -1 };
  }
}

function nowhere(): boolean {
  return false;
}

/** Returns a test for whether a word is inside one of the spans. Words must be passed in order. */
function within(spans: readonly Span[]): (word: Span) => boolean {
  if (spans.length === 0) return nowhere;
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  return (word) => {
    while (at < sorted.length && (sorted[at]?.end ?? 0) <= word.start) at += 1;
    const here = sorted[at];
    return here !== undefined && here.start <= word.start && word.end <= here.end;
  };
}
