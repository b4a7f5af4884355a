import { MappedText } from '../../model/offset-map.js';
import type { Span } from '../../model/span.js';
import type { DecodedText } from './value.js';

/** A cell as it stands in the file, quotation marks and all. */
export interface Cell extends Span {
  readonly quoted: boolean;
}

export interface Row extends Span {
  readonly cells: readonly Cell[];
  readonly error?: { readonly offset: number; readonly message: string };
}

const QUOTE = 34;
const FEED = 10;
const RETURN = 13;

/** Rows without those that are blank. */
export function* rowsOf(text: string, delimiter: number, start: number): Generator<Row> {
  for (let at = start; at < text.length; ) {
    const row = rowAt(text, delimiter, at);
    at = row.end;
    const [only, ...more] = row.cells;
    if (more.length > 0 || row.error || (only && text.slice(only.start, only.end).trim() !== '')) yield row;
  }
}

/** The row that begins at `start`; its end is after its line end. */
function rowAt(text: string, delimiter: number, start: number): Row {
  const cells: Cell[] = [];
  for (let at = start; ; at += 1) {
    const cell = cellAt(text, delimiter, at);
    if ('message' in cell) return { cells, start, end: cell.end, error: cell };
    cells.push(cell);
    at = cell.end;
    const unit = text.charCodeAt(at);
    if (unit === delimiter) continue;
    const end = unit === RETURN && text.charCodeAt(at + 1) === FEED ? at + 2 : at + 1;
    return { cells, start, end: Math.min(end, text.length) };
  }
}

function cellAt(
  text: string,
  delimiter: number,
  start: number,
): Cell | { readonly offset: number; readonly end: number; readonly message: string } {
  if (text.charCodeAt(start) !== QUOTE) return { start, end: endOf(text, delimiter, start), quoted: false };
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
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

/** Where a cell without quotation marks ends. */
function endOf(text: string, delimiter: number, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === delimiter || unit === FEED || unit === RETURN) return at;
  }
  return text.length;
}

/** What a cell says, with the map back to the file. */
export function decodedCell(text: string, { start, end, quoted }: Cell): DecodedText {
  const out = new MappedText();
  if (!quoted) out.add(text.slice(start, end), start, end);
  else {
    const close = text.lastIndexOf('"', end - 1);
    for (let at = start + 1; at < close; ) {
      const quote = text.indexOf('"', at);
      const stop = Math.min(quote < 0 ? close : quote, close);
      out.add(text.slice(at, stop), at, stop);
      if (stop < close) out.add('"', stop, stop + 2);
      at = stop + 2;
    }
  }
  return { body: out.text, map: out.map(quoted ? inQuotes : unquoted) };
}

function inQuotes(text: string): string {
  return text.replace(/"/g, '""');
}

/** Only what no reader could take for the end of a cell. */
function unquoted(text: string): string | undefined {
  return /[",;\t\r\n|]/.test(text) ? undefined : text;
}
