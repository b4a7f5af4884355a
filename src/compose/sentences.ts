import type { Language } from '../language/index.js';
import type { Sentence, Word } from '../model/rendering.js';

/** A word before it is known which sentence it belongs to. */
export type LooseWord = Omit<Word, 'sentence'>;

/** Longer lines than this are not wrapped by hand: each line's end is meant. */
const WIDEST_WRAP = 110;
/** Shorter blocks than this are not wrapped by hand. */
const NARROWEST_WRAP = 50;

/**
 * Cuts a block's words into sentences: at `.`, `?`, `!`, and at a line's end that was meant as one. `from` is the
 * index of the block's first word among all words of the rendering; `wrappable` is false where every line's end is meant.
 */
export function sentencesOf(
  text: string,
  block: { readonly start: number; readonly end: number; readonly index: number },
  words: readonly LooseWord[],
  from: number,
  language: Language,
  wrappable: boolean,
): Sentence[] {
  const width = wrappable ? widestLine(text, block.start, block.end) : Number.POSITIVE_INFINITY;
  const sentences: Sentence[] = [];
  let first = 0;
  const close = (after: number, ends: Sentence['ends']) => {
    const start = words[first];
    const end = words[after - 1];
    if (start && end && after > first)
      sentences.push({
        start: start.start,
        end: end.end,
        from: from + first,
        to: from + after,
        block: block.index,
        ends,
      });
    first = after;
  };
  for (let at = 0; at + 1 < words.length; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (!word || !next || word.end > next.start) continue;
    const between = text.slice(word.end, next.start);
    if (between === ' ') continue;
    const ends = endBetween(between, word, next, text.slice(next.start, next.end), language);
    if (ends !== undefined) close(at + 1, ends);
    else if (between.includes('\n') && isMeant(text, word, next, block.start, width)) close(at + 1, '');
  }
  const last = words.at(-1);
  close(words.length, last ? (terminatorIn(text.slice(last.end, block.end)) ?? '') : '');
  return sentences;
}

/** How a sentence ends between two words; undefined where none ends. */
function endBetween(
  between: string,
  word: LooseWord,
  next: LooseWord,
  written: string,
  language: Language,
): '.' | '?' | '!' | undefined {
  const ends = terminatorIn(between);
  if (!ends) return undefined;
  const mark = between.search(/[.?!…。！？]/);
  if (!/\s/.test(between.slice(mark))) return undefined;
  const lower = next.kind === 'word' && /^\p{Ll}/u.test(written);
  if (ends === '.' && !between.includes('\n')) {
    if (lower) return undefined;
    if (between.startsWith('.') && isAbbreviation(word, language)) return undefined;
  }
  // “Yahoo! mail”, “(really?) and”: the sentence goes on.
  if (ends !== '.' && lower && /[)"”»]/.test(between)) return undefined;
  return ends;
}

function isAbbreviation(word: LooseWord, language: Language): boolean {
  return (
    word.kind === 'word' &&
    (word.folded.length === 1
      ? word.folded !== 'i'
      : language.abbreviations.has(word.folded) || /^(?:\p{L}\.)+\p{L}$/u.test(word.folded))
  );
}

function terminatorIn(between: string): '.' | '?' | '!' | undefined {
  const mark = /[.?!…。！？]+/.exec(between)?.[0];
  if (!mark) return undefined;
  if (/[?？]/.test(mark)) return '?';
  return /[!！]/.test(mark) ? '!' : '.';
}

/** A line's end is meant unless the text is wrapped by hand and the next word would not have fitted any more. */
function isMeant(text: string, word: LooseWord, next: LooseWord, blockStart: number, width: number): boolean {
  const between = text.slice(word.end, next.start);
  if ((between.match(/\n/g)?.length ?? 0) > 1) return true;
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return true;
  const lineStart = Math.max(blockStart, text.lastIndexOf('\n', word.end - 1) + 1);
  const feed = text.indexOf('\n', word.end);
  const line = feed - lineStart;
  const nextLength = next.end - next.start;
  return line + 1 + nextLength < width - 8;
}

function widestLine(text: string, start: number, end: number): number {
  let widest = 0;
  for (let at = start; at < end; ) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed > end ? end : feed;
    widest = Math.max(widest, stop - at);
    at = stop + 1;
  }
  return widest;
}
