import { MappedText } from '../../model/offset-map.js';
import type { Span } from '../../model/span.js';
import type { DecodedText } from './value.js';

/** A cell as written in the file, including quotation marks. */
export interface Cell extends Span {
  readonly quoted: boolean;
}

export interface Row extends Span {
  readonly cells: readonly Cell[];
  readonly error?: { readonly offset: number; readonly message: string };
}

/** The syntax of the rows in a file. */
export interface Writing {
  /** The character code of the separator between two cells. */
  readonly delimiter: number;
  /**
   * True if a quotation mark inside a quoted cell is written as `\\"` instead of being doubled, which is an option of
   * MySQL and pandas.
   */
  readonly backslash?: boolean;
}

const QUOTE = 34;
const BACKSLASH = 92;
const FEED = 10;
const RETURN = 13;

/** Yields the rows that are not blank. */
export function* rowsOf(text: string, writing: Writing, start: number): Generator<Row> {
  for (let at = start; at < text.length; ) {
    const row = rowAt(text, writing, at);
    at = row.end;
    const [only, ...more] = row.cells;
    if (more.length > 0 || row.error || (only && text.slice(only.start, only.end).trim() !== '')) yield row;
  }
}

/** Reads the row that begins at `start`. Its end is the offset after its line break. */
function rowAt(text: string, writing: Writing, start: number): Row {
  const cells: Cell[] = [];
  for (let at = start; ; at += 1) {
    const cell = cellAt(text, writing, at);
    if ('message' in cell) return { cells, start, end: cell.end, error: cell };
    cells.push(cell);
    at = cell.end;
    const unit = text.charCodeAt(at);
    if (unit === writing.delimiter) continue;
    const end = unit === RETURN && text.charCodeAt(at + 1) === FEED ? at + 2 : at + 1;
    return { cells, start, end: Math.min(end, text.length) };
  }
}

function cellAt(
  text: string,
  { delimiter, backslash }: Writing,
  start: number,
): Cell | { readonly offset: number; readonly end: number; readonly message: string } {
  if (text.charCodeAt(start) !== QUOTE) return { start, end: endOf(text, delimiter, start), quoted: false };
  for (let at = start + 1; ; at += 2) {
    at = backslash ? unescapedQuote(text, at) : text.indexOf('"', at);
    if (at < 0) return { offset: start, end: text.length, message: 'the quotation mark here is never closed' };
    if (text.charCodeAt(at + 1) === QUOTE) continue;
    const end = endOf(text, delimiter, at + 1);
    if (text.slice(at + 1, end).trim() === '') return { start, end, quoted: true };
    const line = text.indexOf('\n', end);
    return {
      offset: at + 1,
      end: line < 0 ? text.length : line + 1,
      message: 'text after a closing quotation mark; a quotation mark inside a quoted cell must be doubled',
    };
  }
}

/** Returns the offset of the next quotation mark that has no backslash before it. -1 if there is none. */
function unescapedQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at;
    if (unit === BACKSLASH) at += 1;
  }
  return -1;
}

/** Returns the end of an unquoted cell. */
function endOf(text: string, delimiter: number, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === delimiter || unit === FEED || unit === RETURN) return at;
  }
  return text.length;
}

/** Decodes a cell, and returns its value with a map to the file. */
export function decodedCell(text: string, { start, end, quoted }: Cell, backslash = false): DecodedText {
  const out = new MappedText();
  if (!quoted) {
    out.add(text.slice(start, end), start, end);
    return { body: out.text, map: out.map(unquoted) };
  }
  const close = text.lastIndexOf('"', end - 1);
  const pair = backslash ? /"|\\["\\]/g : /"/g;
  for (let at = start + 1; at < close; ) {
    pair.lastIndex = at;
    const stop = Math.min(pair.exec(text)?.index ?? close, close);
    out.add(text.slice(at, stop), at, stop);
    // The second of two adjacent quotation marks is part of the value.
    if (stop < close) out.add(text.charAt(stop + 1), stop, stop + 2);
    at = stop + 2;
  }
  return { body: out.text, map: out.map(backslash ? withBackslashes : inQuotes) };
}

function inQuotes(text: string): string {
  return text.replace(/"/g, '""');
}

function withBackslashes(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

/** Returns the text if no reader could mistake part of it for the end of a cell. Undefined otherwise. */
function unquoted(text: string): string | undefined {
  return /[",;\t\r\n|]/.test(text) ? undefined : text;
}
