import { decodeString } from 'micromark-util-decode-string';
import type { Piece } from './pieces.js';

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,31});/y;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/**
 * Walks a Markdown node's value and its source side by side and gives the value in pieces with their places: escapes
 * and character references are one unit of the value, and the marks that begin a continued line (`> `, indentation)
 * are none. NUL is read as U+FFFD, as CommonMark wants it. `literal` is for code, in which nothing is an escape.
 * @throws Error where the two cannot be the same text, which would be a fault of this walk
 */
export function align(value: string, source: string, start: number, base: number, literal = false): Piece[] {
  const pieces: Piece[] = [];
  let plainFrom = -1;
  let plainText = '';
  const flush = () => {
    if (plainText !== '')
      pieces.push({ text: plainText, from: base + plainFrom, to: base + plainFrom + plainText.length });
    plainText = '';
  };
  const whole = (text: string, from: number, to: number) => {
    flush();
    pieces.push({ text, from: base + from, to: base + to });
  };
  let at = start;
  for (let unit = 0; unit < value.length; ) {
    const wanted = value[unit] ?? '';
    const here = source[at] ?? '';
    const escaped = source[at + 1] ?? '';
    if (!literal && here === '\\' && escaped === wanted && ESCAPABLE.test(escaped)) {
      whole(wanted, at, at + 2);
      at += 2;
      unit += 1;
      continue;
    }
    const decoded = !literal && here === '&' ? referenceAt(source, at) : undefined;
    if (decoded && value.startsWith(decoded.text, unit)) {
      whole(decoded.text, at, decoded.end);
      at = decoded.end;
      unit += decoded.text.length;
      continue;
    }
    if (
      here === wanted ||
      (literal && wanted === ' ' && /[\r\n]/.test(here)) ||
      (here === '\0' && wanted === '\ufffd')
    ) {
      if (plainText === '') plainFrom = at;
      else if (plainFrom + plainText.length !== at) {
        flush();
        plainFrom = at;
      }
      plainText += wanted;
      at += 1;
      unit += 1;
      continue;
    }
    if (at >= source.length)
      throw new Error(`Markdown text does not stand in its source: ${JSON.stringify(value.slice(unit, unit + 40))}`);
    // A unit of the source that is not of the value: blanks around a line's end, or a continued line's marks.
    at += 1;
  }
  flush();
  return pieces;
}

function referenceAt(source: string, at: number): { text: string; end: number } | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (!match) return undefined;
  const text = decodeString(match[0]);
  return text === match[0] ? undefined : { text, end: at + match[0].length };
}
