import { languageCode } from '../language/index.js';
import { packOf } from '../language/pack/load.js';
import { beginsWithFarewell, signatureOf } from '../language/signature.js';
import type { BlockKind, Rendering, Sentence } from '../model/rendering.js';
import type { Span } from '../model/span.js';

/** The parts of a reply that a presence rule can check. */
export type Part = 'opening' | 'ending' | 'anywhere';

/**
 * Number of sentences in the opening. A greeting is in the first lines, but a title or a picture may come before it.
 */
const OPENING_SENTENCES = 3;
/** Minimum number of bracketed parts in an outline. */
const FEWEST_PARTS = 3;
/**
 * Number of sentences in the ending. An offer of help comes before the farewell and the names. In a long reply, the
 * ending is its second half.
 */
const ENDING_SENTENCES = 6;
/** Minimum number of headings in a handout, or of labels above its lists. */
const FEWEST_HEADINGS = 3;
/**
 * Minimum number of list items in a handout without headings. The items must also have labels or make up most of the
 * text.
 */
const FEWEST_ITEMS = 8;
/** Minimum number of words around a filled-in value in a letter. With fewer words, the value itself is the message. */
const FEWEST_WORDS_AROUND = 20;
const MOST_WORDS_OF_A_LINE = 7;

/** Returns the sentences of a part, in order. Headings do not count. */
export function sentencesOf(rendering: Rendering, part: Part): readonly Sentence[] {
  const { sentences, blocks } = rendering;
  if (part === 'anywhere') return sentences;
  if (part === 'opening')
    return sentences.filter(({ block }) => blocks[block]?.kind !== 'heading').slice(0, OPENING_SENTENCES);
  return sentences.slice(firstOfEnding(rendering));
}

/**
 * Returns true if a sentence is in a part.
 * @param index the index of the sentence
 */
export function isInPart(rendering: Rendering, part: Part, index: number): boolean {
  const { sentences, blocks } = rendering;
  if (part === 'anywhere') return true;
  if (part === 'ending') return index >= firstOfEnding(rendering);
  let before = 0;
  for (let at = 0; at <= index; at += 1) {
    if (blocks[sentences[at]?.block ?? -1]?.kind === 'heading') continue;
    if (at === index) return true;
    before += 1;
    if (before >= OPENING_SENTENCES) return false;
  }
  return false;
}

/** The index of the first sentence of each ending, which several rules need. */
const ENDINGS = new WeakMap<Rendering, number>();

function firstOfEnding(rendering: Rendering): number {
  let first = ENDINGS.get(rendering);
  if (first === undefined) {
    first = endingOf(Math.min(footerOf(rendering), belowFarewell(rendering)));
    ENDINGS.set(rendering, first);
  }
  return first;
}

/**
 * Returns the index of the sentence after the last farewell in the second half of the text. Names, links and notes may
 * follow it.
 */
function belowFarewell(rendering: Rendering): number {
  const { sentences } = rendering;
  const half = Math.ceil(sentences.length / 2);
  const last = sentences.findLastIndex((sentence, index) => index >= half && beginsWithFarewell(rendering, sentence));
  return last < 0 ? sentences.length : last + 1;
}

/**
 * Returns the index of the first sentence of the legal notice below a letter, or the number of sentences if there is no
 * such notice.
 */
function footerOf({ sentences, blocks, words, locale }: Rendering): number {
  const pack = packOf(languageCode(locale));
  const half = Math.min(ENDING_SENTENCES, Math.ceil(sentences.length / 2));
  const first = sentences.findIndex(
    ({ from, to, block }, index) =>
      index >= half && blocks[block]?.kind !== 'item' && pack.find('cue footer', words, from, to).length > 0,
  );
  if (first < 0) return sentences.length;
  // The whole block belongs to the legal notice, unless it includes the letter itself.
  const start = sentences.findIndex(({ block }) => block === sentences[first]?.block);
  return start >= half ? start : first;
}

/** Returns the index of the first sentence of the ending, given the number of sentences. */
function endingOf(sentences: number): number {
  return Math.min(Math.floor(sentences / 2), Math.max(0, sentences - ENDING_SENTENCES));
}

/** Returns true if all new sentences would be in the part after they are inserted at an offset of the text. */
export function reaches({ sentences }: Rendering, part: Part, at: number, added: number): boolean {
  const before = sentences.filter(({ start }) => start < at).length;
  if (part === 'ending') return before >= endingOf(sentences.length + added);
  return part === 'anywhere' || before + added <= OPENING_SENTENCES;
}

/**
 * Returns the span where a text breaks off within a placeholder: “… the payment for {plan”. Undefined if the text does
 * not break off.
 */
export function breakOffOf({ text }: Rendering): Span | undefined {
  const end = text.trimEnd().length;
  const tail = text.slice(Math.max(0, end - 64), end);
  const closed = endOfClosed(tail);
  if (!tail.includes('{', closed) && !tail.includes('[', closed)) return undefined;
  const broken = /(?:\{\{?|\[)\s?\p{L}[^\]}\n]{0,60}$/u.exec(tail);
  return broken ? { start: end - broken[0].length, end } : undefined;
}

/** Returns the offset after the last closing bracket or brace. */
function endOfClosed(text: string): number {
  return Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
}

/** Returns true for an outline of a reply, in which nearly every line is a bracketed part that someone has to write. */
export function isOutline({ text }: Rendering): boolean {
  if (!text.includes('[')) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parts = lines.filter((line) => /^\s*\[[^[\]\s]*\s[^[\]]*\]\s*$/.test(line));
  return parts.length >= FEWEST_PARTS && parts.length * 2 > lines.length;
}

/** Returns true for a sentence that is a short line above more text, such as the salutation “Dear Ms. Lam,”. */
export function isALine({ sentences, text, words }: Rendering, index: number): boolean {
  const { from, to, start, end } = sentences[index] ?? { from: 0, to: 0, start: 0, end: 0 };
  return (
    to - from <= MOST_WORDS_OF_A_LINE &&
    words[to] !== undefined &&
    (text[start - 1] ?? '\n') === '\n' &&
    /^[,!.:]?\s*\n/.test(text.slice(end))
  );
}

/**
 * Returns true for a text that consists of sections or lists without a letter around them, such as instructions to take
 * home.
 */
export function isHandout(rendering: Rendering): boolean {
  const { blocks, text } = rendering;
  const count = (wanted: BlockKind) => blocks.filter(({ kind }) => kind === wanted).length;
  const labels = text.match(/[^\n]:(?=\n)/g)?.length ?? 0;
  const isListed = count('item') >= FEWEST_ITEMS && (labels >= FEWEST_HEADINGS || count('item') * 2 > blocks.length);
  return (
    (isListed || count('heading') >= FEWEST_HEADINGS) &&
    !/^[^\n]{1,40}[,!]\s*\n/.test(text) &&
    signatureOf(rendering) === undefined
  );
}

/**
 * Returns true if the part contains text that is not visible here and could be anything: an include, a value on its own
 * line, a gap, or text that was cut off.
 */
export function isUnknown(rendering: Rendering, part: Part): boolean {
  if (isOutline(rendering) || (part !== 'opening' && breakOffOf(rendering))) return true;
  if (!rendering.placeholders.some(({ role }) => role === 'include' || role === 'other' || role === 'ticket'))
    return false;
  const { words, sentences } = rendering;
  const isShort = hasFewWords(rendering);
  const filled = words.filter(
    ({ placeholder, sentence }) =>
      placeholder?.role === 'include' ||
      ((placeholder?.role === 'other' || (isShort && placeholder?.role === 'ticket')) &&
        placeholder.kind === 'machine' &&
        isAlone(sentences[sentence], rendering)),
  );
  if (filled.length === 0 || isShort) return filled.length > 0;
  return filled.some(({ sentence }) => sentences[sentence] !== undefined && isInPart(rendering, part, sentence));
}

function hasFewWords({ words }: Rendering): boolean {
  let count = 0;
  for (let at = 0; at < words.length && count < FEWEST_WORDS_AROUND; at += 1)
    if (words[at]?.kind === 'word') count += 1;
  return count < FEWEST_WORDS_AROUND;
}

/** Returns true for a paragraph that consists of a single word. */
function isAlone(sentence: Sentence | undefined, { text, sentences }: Rendering): boolean {
  if (!sentence || sentence.to - sentence.from !== 1 || sentences.length < 2) return false;
  const before = text.slice(0, sentence.start);
  const gap = before.slice(before.trimEnd().length);
  return (gap === before || isBlankLine(gap)) && /^\s*(?:\n\s*\n|$)/.test(text.slice(sentence.end));
}

function isBlankLine(gap: string): boolean {
  return gap.indexOf('\n') !== gap.lastIndexOf('\n');
}

/** Returns the place to report something missing, which is the first or the last line of the text. */
export function anchorOf(rendering: Rendering, at: 'start' | 'end'): Span {
  const { sentences, words } = rendering;
  const sentence = at === 'start' ? sentencesOf(rendering, 'opening')[0] : sentences.at(-1);
  const first = words[sentence?.from ?? -1];
  const last = words[(sentence?.to ?? 0) - 1];
  if (!sentence || !first || !last) return sentences[0] ?? { start: 0, end: 0 };
  return { start: first.start, end: last.end };
}
