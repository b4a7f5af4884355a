import type { Rendering, Word } from '../model/rendering.js';
import type { Span } from '../model/span.js';
import type { Reading, WordRange } from './rule.js';

/**
 * Yields the longest runs of words in capitals. Codes, paths and identifiers do not count, nor does anything in code, a
 * quotation or a heading.
 * @param allowed words that may be in capitals
 */
export function* capitalsIn(rendering: Rendering, allowed: ReadonlySet<string>): Generator<WordRange & Span> {
  const { text, words } = rendering;
  const isRaised = (word: Word | undefined): word is Word => {
    const written = word?.kind === 'word' ? text.slice(word.start, word.end) : '';
    return word !== undefined && isCapital(written) && !allowed.has(written) && isFree(word, text);
  };
  for (let from = 0; from < words.length; from += 1) {
    let to = from;
    while (isRaised(words[to]) && (to === from || isNext(rendering, to))) to += 1;
    const [first, last] = [words[from], words[to - 1]];
    if (to === from || !first || !last) continue;
    if (!isSetApart(rendering, first)) yield { from, to, start: first.start, end: last.end };
    from = to - 1;
  }
}

/** Maximum number of marks of a run to show. */
const MOST_SHOWN = 5;

/** Marks that raise the voice: a run of marks, or an exclamation mark that exceeds the maximum. */
export interface RaisedMarks extends Span {
  readonly isRun: boolean;
  /** The marks as shown in a message. A long run is cut. */
  readonly written: string;
  /** The mark that expresses the same without shouting. */
  readonly plain: '!' | '?' | '.';
}

/**
 * Yields runs of exclamation and question marks outside of quotations and code, and the first single exclamation mark
 * that exceeds the maximum for a reply.
 */
export function* raisedMarksIn(rendering: Rendering, most: number): Generator<RaisedMarks> {
  let exclamations = 0;
  for (const { start, end } of marksIn(rendering)) {
    const marks = rendering.text.slice(start, end);
    const written = marks.length > MOST_SHOWN ? `${marks.slice(0, MOST_SHOWN)}…` : marks;
    const isExclamation = /[!！]/.test(marks);
    if (isExclamation) exclamations += 1;
    if (marks.length > 1) yield { start, end, isRun: true, written, plain: /[?？]/.test(marks) ? '?' : '!' };
    else if (isExclamation && exclamations === most + 1) yield { start, end, isRun: false, written, plain: '.' };
  }
}

/** Yields runs of exclamation and question marks outside of quotations and code, including single marks. */
function* marksIn({ text, words }: Rendering): Generator<Span> {
  let next = 0;
  for (const { 0: marks, index: start } of text.matchAll(/[!?！？]+/g)) {
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < start) next += 1;
    const before = words[next - 1];
    const between = text.slice(before?.end ?? 0, start);
    const isInside = before !== undefined && before.end > start;
    const belongs = (before?.quoted === true && !/["”»“’']/.test(between)) || (before?.code === true && between === '');
    // Marks that stand alone are a gap to fill in, not a raised voice.
    if (!before || isInside || belongs || (/^[?？]+$/.test(marks) && /\s$/.test(between))) continue;
    yield { start, end: start + marks.length };
  }
}

/**
 * Number of words in capitals in a row that form a sentence in any language, if at least two of them are longer than
 * most abbreviations.
 */
const RUN = 3;
const LONG = 4;

/**
 * Returns true for words in capitals that are too many and too long to be abbreviations, unless a colon shows that they
 * are a label.
 * @param isWord returns true if a long word is known not to be an abbreviation; used if there are only two words
 */
export function isCapitalSentence({ text, words }: Rendering, { from, to }: WordRange, isWord: boolean): boolean {
  const longerThan = (letters: number) => words.slice(from, to).filter(({ folded }) => folded.length > letters).length;
  const long = longerThan(LONG - 1);
  const isSentence = longerThan(1) >= RUN ? long >= 2 : to - from === 2 && long > 0 && isWord;
  return isSentence && text[words[to - 1]?.end ?? 0] !== ':';
}

/**
 * Yields the last word and the exclamation mark of each sentence that contains a match of a group and ends in “!”.
 * Matches in code, quotations and conditions do not count.
 */
export function* exclaimedIn(reading: Reading, group: string): Generator<Span> {
  const { sentences, words, text } = reading.rendering;
  const matches = reading
    .matches(group)
    .filter((match) => !reading.inContext(match, ['code', 'quoted', 'conditional']));
  for (const index of new Set(matches.map(({ sentence }) => sentence))) {
    const sentence = sentences[index];
    const last = words[(sentence?.to ?? 0) - 1];
    if (!last || sentence?.ends !== '!') continue;
    const mark = text.indexOf('!', last.end);
    yield { start: last.start, end: mark >= 0 && mark <= last.end + 2 ? mark + 1 : last.end };
  }
}

function isCapital(written: string): boolean {
  return written === written.toUpperCase() && written !== written.toLowerCase();
}

/**
 * Returns true for a word that is not part of a code, a path or an identifier: `ABCD-1234`, `ORDER_ID`, `/POST`,
 * `NETWORK > TEST`.
 */
function isFree({ start, end }: Word, text: string): boolean {
  return (
    !/[\p{N}_@#$%/\\=.+-]$|>\s?$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^(?:[-.]?[\p{N}_@=\\(]|\s?>)/u.test(text.slice(end, end + 2))
  );
}

/** Returns true if only spaces, a comma or a slash separate a word from the previous one in its sentence. */
function isNext({ words, text }: Rendering, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || before.sentence !== word.sentence) return false;
  return before.end > word.start || /^[\s,/*–—&]+$/.test(text.slice(before.end, word.start));
}

/** Returns true for words in code, labels, quotations and headings, whose capitals do not raise the voice. */
function isSetApart({ sentences, blocks }: Rendering, { code, quoted, sentence }: Word): boolean {
  return code || quoted || blocks[sentences[sentence]?.block ?? -1]?.kind === 'heading';
}
