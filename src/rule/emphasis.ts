import { partitionPoint } from '../model/partition-point.js';
import type { Rendering, Word } from '../model/rendering.js';
import type { Span } from '../model/span.js';

/** Matches an HTML tag that sets text apart, at the end of a text. */
const OPENING_TAG = /<(?:b|i|u|em|strong|mark|font|span)(?: [^<>]{0,60})?> ?$/i;
const LONGEST_TAG = 80;
const CLOSES = /^[^\p{L}\p{N}<*_\n]{0,3}(?:\*{1,3}|_{1,3}|<\/(?:b|i|u|em|strong|mark|font|span)>)/iu;
const LONGEST_CLOSING = 12;
/** Maximum number of words in bold or italics. */
const LONGEST_EMPHASIS = 24;
/** Maximum number of characters between the last word and the mark that closes the emphasis. */
const MOST_BETWEEN = 3;

/**
 * Returns text in bold, italics or color, in order. It is found in the body because the text of a rendering has no
 * markup. Only the words next to a mark are mapped to the body, because mapping all words takes longer than anything
 * else here.
 * @param isWanted returns false for the index of a word at which the caller needs no emphasis to begin. If none is
 * wanted, the ends are not looked for.
 */
export function emphasisIn(
  { words, toBody, reply: { body, markup } }: Rendering,
  isWanted: (at: number) => boolean = () => true,
): Span[] {
  if (markup === 'text' || words.length === 0) return [];
  const found: Span[] = [];
  const startOf = (at: number) => toBody.spanOf(words[at] as Word).start;
  let next = 0;
  const starts = startsIn(body);
  if (!starts.some(mayBeWanted)) return found;
  for (const start of starts) look(start);
  return found;

  /** Returns true if a word at an offset of the body is wanted. */
  function mayBeWanted(start: number): boolean {
    for (let at = firstFrom(start); at < words.length && startOf(at) === start; at += 1) if (isWanted(at)) return true;
    return false;
  }

  /** Returns the index of the first word, from the next one on, that starts at or after an offset of the body. */
  function firstFrom(start: number): number {
    return next + partitionPoint(words.length - next, (at) => startOf(next + at) < start);
  }

  /** Looks for emphasized words that start at an offset of the body. */
  function look(start: number): void {
    let at = firstFrom(start);
    for (; at < words.length && startOf(at) === start; at += 1) {
      const last = lastOf(at, { words, toBody, body });
      if (last === undefined) continue;
      found.push({ start: (words[at] as Word).start, end: (words[last] as Word).end });
      at = last;
      next = last + 1;
    }
  }
}

/** Returns the offsets of a body at which emphasized text can start. */
function startsIn(body: string): number[] {
  const starts: number[] = [];
  const closable = lastClosing(body);
  const marks = /[*_>]/g;
  while (marks.test(body) && marks.lastIndex <= closable) {
    const end = marks.lastIndex;
    if (isBeforeMark(body, end - 1)) continue;
    const start = body[end] === ' ' ? end + 1 : end;
    const unit = body[start];
    if (unit !== ' ' && unit !== '\n' && unit !== undefined && opens(body, start)) starts.push(start);
  }
  return starts;
}

/** Returns true for all but the last asterisk of a row. A placeholder such as `*|NAME|*` begins with an asterisk. */
function isBeforeMark(body: string, mark: number): boolean {
  return body[mark] === '*' && body[mark + 1] === '*' && body[mark + 2] !== '|';
}

/** Returns the offset of the last character that can close an emphasis. 0 if there is none. */
function lastClosing(body: string): number {
  return Math.max(body.lastIndexOf('*'), body.lastIndexOf('_'), body.lastIndexOf('</'), 0);
}

/** Returns true if the text up to an offset ends with a mark that opens an emphasis. */
function opens(body: string, end: number): boolean {
  const unit = body[end - 1] === ' ' ? body[end - 2] : body[end - 1];
  if (unit === '*' || unit === '_') return true;
  return unit === '>' && OPENING_TAG.test(body.slice(Math.max(0, end - LONGEST_TAG), end));
}

/** Returns the index of the first word after which an emphasis closes. Undefined if it is too far away. */
function lastOf(
  first: number,
  { words, toBody, body }: Pick<Rendering, 'words' | 'toBody'> & { readonly body: string },
): number | undefined {
  const most = Math.min(words.length, first + LONGEST_EMPHASIS);
  for (let at = first; at < most; at += 1) {
    const { end } = toBody.spanOf(words[at] as Word);
    if (mayClose(body, end) && CLOSES.test(body.slice(end, end + LONGEST_CLOSING))) return at;
  }
  return undefined;
}

/** Returns true if a mark is close to an offset. Tests this without a pattern because it is true for few words. */
function mayClose(body: string, at: number): boolean {
  for (let next = at; next <= at + MOST_BETWEEN; next += 1) {
    const unit = body[next];
    if (unit === '*' || unit === '_' || unit === '<') return true;
    if (unit === undefined || unit === '\n') return false;
  }
  return false;
}
