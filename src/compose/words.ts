import { type Language, languageOf } from '../language/index.js';
import { addTokens, type Token } from '../language/phrase/index.js';
import type { Block, Sentence, Word } from '../model/rendering.js';
import type { Span } from '../model/span.js';
import type { CutText } from './render.js';
import { addSentences } from './sentences.js';

/** A word whose sentence is filled in once the sentences of its block are known. */
type Unfinished = { -readonly [K in keyof Word]: Word[K] };

/**
 * Splits a cut text into words and sentences, by the rules of its language.
 * @param wrappable false if every line break is intended
 */
export function read(cutText: CutText, locale: string, wrappable: boolean): { words: Word[]; sentences: Sentence[] } {
  const { text, blocks, code, quoted } = cutText;
  const language = languageOf(locale);
  const words: Unfinished[] = [];
  const sentences: Sentence[] = [];
  const placeholders = new WordReader(cutText);
  // These loops use an index because, until V8 has optimized a function, each step of an iterator creates an object.
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as Block;
    const from = words.length;
    placeholders.addWords(words, block, language);
    const first = sentences.length;
    addSentences(sentences, text, { start: block.start, end: block.end, index, words, from }, { language, wrappable });
    for (let nth = first; nth < sentences.length; nth += 1) {
      const sentence = sentences[nth] as Sentence;
      for (let at = sentence.from; at < sentence.to; at += 1) (words[at] as Unfinished).sentence = nth;
    }
  }
  if (code.length > 0) mark(words, code, 'code');
  if (quoted.length > 0) mark(words, quoted, 'quoted');
  return { words, sentences };
}

/** Reads the words of blocks in order, with the placeholders between them. */
class WordReader {
  readonly #cutText: CutText;
  #next = 0;

  constructor(cutText: CutText) {
    this.#cutText = cutText;
  }

  addWords(words: Unfinished[], block: Span, language: Language): void {
    const { text, placeholders } = this.#cutText;
    let at = block.start;
    for (; this.#next < placeholders.length; this.#next += 1) {
      const shown = placeholders[this.#next];
      if (!shown || shown.span.start >= block.end) break;
      const { span, placeholder } = shown;
      addTokens(words as Token[], text, language, { start: at, end: span.start });
      const { start, end } = span;
      words.push({
        start,
        end,
        folded: '',
        kind: 'placeholder',
        placeholder,
        quoted: false,
        code: false,
        sentence: -1,
      });
      at = span.end;
    }
    addTokens(words as Token[], text, language, { start: at, end: block.end });
  }
}

/** Marks the words inside one of the spans. */
function mark(words: readonly Unfinished[], spans: readonly Span[], as: 'code' | 'quoted'): void {
  const isWithin = within(spans);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Unfinished;
    word[as] = isWithin(word);
  }
}

/** Returns a test for whether a word is inside one of the spans. Words must be passed in order. */
function within(spans: readonly Span[]): (word: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  return (word) => {
    while (at < sorted.length && (sorted[at]?.end ?? 0) <= word.start) at += 1;
    const here = sorted[at];
    return here !== undefined && here.start <= word.start && word.end <= here.end;
  };
}
