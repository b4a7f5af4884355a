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

/** The syntax of a file's rows. */
export interface Writing {
  /** The code unit between two cells. */
  readonly delimiter: number;
  /** True if a quotation mark inside a quoted cell is written `\\"`, an option of MySQL and pandas, and not doubled. */
  readonly backslash?: boolean;
}

const QUOTE = 34;
const BACKSLASH = 92;
const FEED = 10;
const RETURN = 13;

/** Rows that are not blank. */
export function* rowsOf(text: string, writing: Writing, start: number): Generator<Row> {
  for (let at = start; at < text.length; ) {
    const row = rowAt(text, writing, at);
    at = row.end;
    const [only, ...more] = row.cells;
    if (more.length > 0 || row.error || (only && text.slice(only.start, only.end).trim() !== '')) yield row;
  }
}

/** The row that begins at `start`; its end is after its line end. */
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

/** The next quotation mark without a backslash before it; -1 if there is none. */
function unescapedQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at;
    if (unit === BACKSLASH) at += 1;
  }
  return -1;
}

/** Where an unquoted cell ends. */
function endOf(text: string, delimiter: number, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === delimiter || unit === FEED || unit === RETURN) return at;
  }
  return text.length;
}

/** The value of a cell, with the map back to the file. */
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
    // The second of the two is part of the value.
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

/** Only text that no reader could mistake for the end of a cell. */
function unquoted(text: string): string | undefined {
  return /[",;\t\r\n|]/.test(text) ? undefined : text;
}
