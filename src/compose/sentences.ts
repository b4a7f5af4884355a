import type { Language } from '../language/index.js';
import type { Sentence, Word } from '../model/rendering.js';
import type { Span } from '../model/span.js';

/** A word whose sentence is not known yet. */
export type LooseWord = Omit<Word, 'sentence'>;

/** A block of a text whose words are the last ones read so far. */
export interface WordedBlock extends Span {
  readonly index: number;
  /** The words of the text up to the end of the block. */
  readonly words: readonly LooseWord[];
  /** The index of its first word. */
  readonly from: number;
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

/** Adds the sentences of a block, which end at `.`, `?`, `!` and intended line breaks. */
export function addSentences(
  sentences: Sentence[],
  text: string,
  block: WordedBlock,
  { language, wrappable }: Writing,
): void {
  const { words, index } = block;
  let width: number | undefined;
  let first = block.from;
  const close = (next: number, ends: Sentence['ends']) => {
    const start = words[first]?.start;
    const end = words[next - 1]?.end;
    if (start !== undefined && end !== undefined && next > first)
      sentences.push({ start, end, from: first, to: next, block: index, ends });
    first = next;
  };
  for (let at = first; at + 1 < words.length; at += 1) {
    const before = words[at] as LooseWord;
    const after = words[at + 1] as LooseWord;
    const gap = after.start - before.end;
    if (gap < 0 || (gap === 1 && text.charCodeAt(before.end) === BLANK)) continue;
    // A comma and a blank never end a sentence.
    if (gap === 2 && text.charCodeAt(before.end) === COMMA && text.charCodeAt(before.end + 1) === BLANK) continue;
    const between = text.slice(before.end, after.start);
    const ends = endIn({ text, before, after, between }, language);
    if (ends !== undefined) close(at + 1, ends);
    else if (between.includes('\n')) {
      width ??= wrappable ? widestLine(text, block) : Number.POSITIVE_INFINITY;
      if (isMeant({ text, before, after, between }, block.start, width)) close(at + 1, '');
    }
  }
  const last = words.at(-1);
  close(words.length, last && words.length > block.from ? (terminatorIn(text.slice(last.end, block.end)) ?? '') : '');
}

const BLANK = 32;
const COMMA = 44;

/** Returns the mark that ends a sentence between two words. Undefined if the sentence continues. */
function endIn({ text, before, after, between }: Gap, language: Language): '.' | '?' | '!' | undefined {
  const mark = markIn(between);
  if (mark < 0) return undefined;
  const ends = terminatorAt(between, mark);
  if (!isBlank(between.charCodeAt(between.length - 1)) && !/\s/.test(between.slice(mark))) return undefined;
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
  const mark = markIn(between);
  return mark < 0 ? undefined : terminatorAt(between, mark);
}

/** Returns the position of the first mark that can end a sentence. -1 if there is none. */
function markIn(between: string): number {
  for (let at = 0; at < between.length; at += 1) if (kindOfMark(between.charCodeAt(at)) > 0) return at;
  return -1;
}

/** Returns the mark that a run of marks stands for: a question mark before an exclamation mark before a period. */
function terminatorAt(between: string, mark: number): '.' | '?' | '!' {
  let strongest = PERIOD;
  for (let at = mark; at < between.length; at += 1) {
    const kind = kindOfMark(between.charCodeAt(at));
    if (kind === 0) break;
    if (kind > strongest) strongest = kind;
  }
  return strongest === QUESTION ? '?' : strongest === EXCLAMATION ? '!' : '.';
}

const PERIOD = 1;
const EXCLAMATION = 2;
const QUESTION = 3;

/** Returns the strength of a mark that can end a sentence: `.…。`, `!！` or `?？`. 0 for other characters. */
function kindOfMark(unit: number): number {
  if (unit === 46 || unit === 0x2026 || unit === 0x3002) return PERIOD;
  if (unit === 33 || unit === 0xff01) return EXCLAMATION;
  return unit === 63 || unit === 0xff1f ? QUESTION : 0;
}

function isBlank(unit: number): boolean {
  return unit === BLANK || unit === 10;
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
