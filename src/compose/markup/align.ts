import { decodeString } from 'micromark-util-decode-string';
import type { Piece } from './pieces.js';

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,31});/y;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** The source of a Markdown node. */
export interface Source {
  readonly text: string;
  /** The offset in `text` at which the node's value starts. */
  readonly start: number;
  /** The offset in the body at which `text` starts. */
  readonly base: number;
}

/**
 * Matches a Markdown node's value with its source, and returns the value in pieces with their positions. Each escape or
 * character reference is a single unit of the value, and the marks at the start of a continued line (`> `, indentation)
 * are not part of it. NUL is read as U+FFFD, as CommonMark requires. `literal` is for code, in which escapes have no
 * effect.
 * @throws Error if the value cannot come from the source, which would be a bug in this function
 */
export function align(value: string, { text: source, start, base }: Source, literal = false): Piece[] {
  const pieces = new Pieces(base);
  let at = start;
  for (let unit = 0; unit < value.length; ) {
    const wanted = value[unit] ?? '';
    const decoded = literal ? undefined : (escapeAt(source, at) ?? referenceAt(source, at));
    if (decoded && value.startsWith(decoded.text, unit)) {
      pieces.addWhole(decoded.text, at, decoded.end);
      at = decoded.end;
      unit += decoded.text.length;
      continue;
    }
    if (isWrittenAs(wanted, source[at] ?? '', literal)) {
      pieces.addPlain(wanted, at);
      at += 1;
      unit += 1;
      continue;
    }
    if (at >= source.length)
      throw new Error(`Markdown text not found in its source: ${JSON.stringify(value.slice(unit, unit + 40))}`);
    // Skips a character of the source that is not part of the value: a blank next to a line break, or the mark of a
    // continued line.
    at += 1;
  }
  return pieces.finish();
}

/** Joins units that are adjacent in the source. `base` is the offset of the source in the body. */
class Pieces {
  readonly #base: number;
  readonly #pieces: Piece[] = [];
  #plainFrom = -1;
  #plainText = '';

  constructor(base: number) {
    this.#base = base;
  }

  /** Adds a unit that appears unchanged in the source. */
  addPlain(unit: string, at: number): void {
    if (this.#plainFrom + this.#plainText.length !== at) this.#flush();
    if (this.#plainText === '') this.#plainFrom = at;
    this.#plainText += unit;
  }

  /** Adds text that is written differently in the source, so that it must not be split. */
  addWhole(text: string, from: number, to: number): void {
    this.#flush();
    this.#pieces.push({ text, from: this.#base + from, to: this.#base + to });
  }

  finish(): Piece[] {
    this.#flush();
    return this.#pieces;
  }

  #flush(): void {
    const from = this.#base + this.#plainFrom;
    if (this.#plainText !== '') this.#pieces.push({ text: this.#plainText, from, to: from + this.#plainText.length });
    this.#plainText = '';
  }
}

function isWrittenAs(unit: string, written: string, literal: boolean): boolean {
  return (
    written === unit || (literal && unit === ' ' && /[\r\n]/.test(written)) || (written === '\0' && unit === '\ufffd')
  );
}

function escapeAt(source: string, at: number): { text: string; end: number } | undefined {
  const escaped = source[at + 1] ?? '';
  return source[at] === '\\' && ESCAPABLE.test(escaped) ? { text: escaped, end: at + 2 } : undefined;
}

function referenceAt(source: string, at: number): { text: string; end: number } | undefined {
  if (source[at] !== '&') return undefined;
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (!match) return undefined;
  const text = decodeString(match[0]);
  return text === match[0] ? undefined : { text, end: at + match[0].length };
}
