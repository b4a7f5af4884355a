import type { Rendering, Word } from '../model/rendering.js';
import type { Span } from '../model/span.js';
import type { WordRange } from './rule.js';

/**
 * The longest runs of words in capitals, in the writer's own voice: no codes, paths or identifiers, and nothing in code,
 * a quotation or a heading.
 * @param allowed words that are written in capitals here
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

/** Yields runs of exclamation and question marks outside quotations and code, including single marks. */
export function* marksIn({ text, words }: Rendering): Generator<Span> {
  let next = 0;
  for (const { 0: marks, index: start } of text.matchAll(/[!?！？]+/g)) {
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < start) next += 1;
    const before = words[next - 1];
    const between = text.slice(before?.end ?? 0, start);
    const isInside = before !== undefined && before.end > start;
    const belongs = (before?.quoted === true && !/["”»“’']/.test(between)) || (before?.code === true && between === '');
    // Marks that stand alone are a gap to fill in, and no voice.
    if (!before || isInside || belongs || (/^[?？]+$/.test(marks) && /\s$/.test(between))) continue;
    yield { start, end: start + marks.length };
  }
}

function isCapital(written: string): boolean {
  return written === written.toUpperCase() && written !== written.toLowerCase();
}

/** Not a part of a code, a path or an identifier: `ABCD-1234`, `ORDER_ID`, `/POST`, `NETWORK > TEST`. */
function isFree({ start, end }: Word, text: string): boolean {
  return (
    !/[\p{N}_@#$%/\\=.+-]$|>\s?$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^(?:[-.]?[\p{N}_@=\\(]|\s?>)/u.test(text.slice(end, end + 2))
  );
}

/** True if only spaces, a comma or a slash separate a word from the previous one in its sentence. */
function isNext({ words, text }: Rendering, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || before.sentence !== word.sentence) return false;
  return before.end > word.start || /^[\s,/*–—&]+$/.test(text.slice(before.end, word.start));
}

/** Code and labels, quotations, headings: capitals that are not the writer's voice. */
function isSetApart({ sentences, blocks }: Rendering, { code, quoted, sentence }: Word): boolean {
  return code || quoted || blocks[sentences[sentence]?.block ?? -1]?.kind === 'heading';
}
