import type { Language } from '../language/index.js';
import type { Sentence, Word } from '../model/rendering.js';
import type { Span } from '../model/span.js';

/** A word whose sentence is not known yet. */
export type LooseWord = Omit<Word, 'sentence'>;

/** A block of a text, with its words. */
export interface WordedBlock extends Span {
  readonly index: number;
  readonly words: readonly LooseWord[];
  /** The index of its first word among all words of the text. */
  readonly first: number;
}

/** How the sentences of a text are written. */
export interface Writing {
  readonly language: Language;
  /** False if every line break is intended. */
  readonly wrappable: boolean;
}

/** The text between two consecutive words. */
interface Gap {
  readonly text: string;
  readonly before: LooseWord;
  readonly after: LooseWord;
  readonly between: string;
}

/**
 * Maximum length of a line in text that is wrapped by hand. In text with longer lines, every line break is intended.
 */
const WIDEST_WRAP = 110;
/** Minimum line width of a block that is wrapped by hand. */
const NARROWEST_WRAP = 50;

/** Splits the words of a block into sentences, at `.`, `?`, `!` and intended line breaks. */
export function sentencesOf(text: string, block: WordedBlock, { language, wrappable }: Writing): Sentence[] {
  const { words } = block;
  const width = wrappable ? widestLine(text, block) : Number.POSITIVE_INFINITY;
  const sentences: Sentence[] = [];
  let first = 0;
  const close = (next: number, ends: Sentence['ends']) => {
    const start = words[first]?.start;
    const end = words[next - 1]?.end;
    if (start !== undefined && end !== undefined && next > first)
      sentences.push({ start, end, from: block.first + first, to: block.first + next, block: block.index, ends });
    first = next;
  };
  for (let at = 0; at + 1 < words.length; at += 1) {
    const before = words[at];
    const after = words[at + 1];
    if (!before || !after || before.end > after.start) continue;
    const between = text.slice(before.end, after.start);
    if (between === ' ') continue;
    const gap = { text, before, after, between };
    const ends = endIn(gap, language);
    if (ends !== undefined) close(at + 1, ends);
    else if (between.includes('\n') && isMeant(gap, block.start, width)) close(at + 1, '');
  }
  const last = words.at(-1);
  close(words.length, last ? (terminatorIn(text.slice(last.end, block.end)) ?? '') : '');
  return sentences;
}

/** Returns the mark that ends a sentence between two words. Undefined if the sentence continues. */
function endIn({ text, before, after, between }: Gap, language: Language): '.' | '?' | '!' | undefined {
  const ends = terminatorIn(between);
  if (!ends) return undefined;
  const mark = between.search(/[.?!…。！？]/);
  if (!/\s/.test(between.slice(mark))) return undefined;
  const lower = after.kind === 'word' && /^\p{Ll}/u.test(text.slice(after.start, after.end));
  if (ends === '.' && !between.includes('\n')) {
    if (lower) return undefined;
    if (between.startsWith('.') && isAbbreviation(before, language)) return undefined;
  }
  // In “Yahoo! mail” and “(really?) and”, the mark does not end the sentence.
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

/**
 * Returns true if a line break is intended. It is not if the text is wrapped by hand and the next word would not have
 * fit on the line.
 */
function isMeant({ text, before, after, between }: Gap, blockStart: number, width: number): boolean {
  if ((between.match(/\n/g)?.length ?? 0) > 1) return true;
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return true;
  const lineStart = Math.max(blockStart, text.lastIndexOf('\n', before.end - 1) + 1);
  const feed = text.indexOf('\n', before.end);
  const line = feed - lineStart;
  const nextLength = after.end - after.start;
  return line + 1 + nextLength < width - 8;
}

function widestLine(text: string, { start, end }: Span): number {
  let widest = 0;
  for (let at = start; at < end; ) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed > end ? end : feed;
    widest = Math.max(widest, stop - at);
    at = stop + 1;
  }
  return widest;
}
