import { MappedText } from '../../model/offset-map.js';
import type { Span } from '../../model/span.js';
import type { Tree } from './tree.js';
import { Broken, type DecodedText, Records, step, Value } from './value.js';

/** A cell as it stands in the file, quotation marks and all. */
interface Cell extends Span {
  readonly quoted: boolean;
}

interface Row extends Span {
  readonly cells: readonly Cell[];
  readonly error?: { readonly offset: number; readonly message: string };
}

const QUOTE = 34;
const FEED = 10;
const RETURN = 13;

/**
 * A file's text as rows with a header: commas, semicolons or tabs between the cells, doubled quotation marks and line
 * ends inside quoted ones (RFC 4180). A first line `sep=;`, as Excel writes it, says which.
 */
export function openCsv(text: string): Tree {
  const said = /^sep=(.)\r?\n/.exec(text);
  const start = said?.[0].length ?? 0;
  const delimiter = said?.[1] ?? delimiterOf(text);
  const rows = rowsOf(text, delimiter.charCodeAt(0), start);
  const header = rows.next().value;
  if (!header) return { format: 'csv', error: { offset: 0, message: 'not CSV: the file is empty' } };
  if (header.error)
    return { format: 'csv', error: { offset: header.error.offset, message: `not CSV: ${header.error.message}` } };
  const columns = new Map<string, number>();
  for (const [index, cell] of header.cells.entries()) {
    const name = decoded(text, cell).body.trim();
    if (name !== '' && !columns.has(folded(name))) columns.set(folded(name), index);
  }
  const names = header.cells.map((cell: Cell) => decoded(text, cell).body.trim());
  const table: Table = { text, columns, names };
  return {
    format: 'csv',
    roots: [new Records(text.length, () => recordsOf(table, delimiter.charCodeAt(0), header.end))],
  };
}

interface Table {
  readonly text: string;
  readonly names: readonly string[];
  /** Column by folded name. */
  readonly columns: ReadonlyMap<string, number>;
}

/** `Short Code` and `short_code` are the same column. */
function folded(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '_');
}

/** What stands most often outside quotation marks in the first row. */
function delimiterOf(text: string): string {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const unit of text.slice(0, 10_000)) {
    if (unit === '"') quoted = !quoted;
    else if (!quoted && unit === '\n') break;
    else if (!quoted && (unit === ',' || unit === ';' || unit === '\t')) counts[unit] += 1;
  }
  return (Object.entries(counts).sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',') as string;
}

function* recordsOf(table: Table, delimiter: number, start: number): Generator<Value> {
  let index = 0;
  for (const row of rowsOf(table.text, delimiter, start)) {
    const pointer = step('', index);
    index += 1;
    const { error } = row;
    const surplus = row.cells.slice(table.names.length).find((cell) => cell.end > cell.start);
    if (error) yield new Broken(pointer, { start: error.offset, end: error.offset }, error.message);
    else if (surplus)
      yield new Broken(
        pointer,
        { start: surplus.start, end: surplus.end },
        `the row has ${row.cells.length} cells, the header ${table.names.length}; is a text with separators not quoted?`,
      );
    else yield new RowValue(table, row, pointer);
  }
}

/** Rows without those that are blank. */
function* rowsOf(text: string, delimiter: number, start: number): Generator<Row> {
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

class RowValue extends Value {
  readonly kind = 'object';
  readonly span: Span;
  readonly #table: Table;
  readonly #cells: readonly Cell[];

  constructor(table: Table, { cells, start, end }: Row, pointer: string) {
    super(pointer);
    this.span = { start, end };
    this.#table = table;
    this.#cells = cells;
  }

  /** By the column's name, whatever its case. */
  override member(key: string): Value | undefined {
    const index = this.#table.columns.get(folded(key));
    return index === undefined ? undefined : this.#cellAt(index);
  }

  override *members(): Generator<readonly [string, Value]> {
    for (const index of this.#table.columns.values()) {
      const cell = this.#cellAt(index);
      if (cell) yield [this.#table.names[index] ?? '', cell];
    }
  }

  #cellAt(index: number): Value | undefined {
    const cell = this.#cells[index];
    return cell && new CellValue(this.#table.text, cell, step(this.pointer, this.#table.names[index] ?? index));
  }
}

class CellValue extends Value {
  readonly kind = 'text';
  readonly span: Span;
  readonly #file: string;
  readonly #cell: Cell;

  constructor(file: string, cell: Cell, pointer: string) {
    super(pointer);
    this.span = { start: cell.start, end: cell.end };
    this.#file = file;
    this.#cell = cell;
  }

  override get scalar(): string {
    return this.text().body;
  }

  override text(): DecodedText {
    return decoded(this.#file, this.#cell);
  }
}

function decoded(text: string, { start, end, quoted }: Cell): DecodedText {
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
