import type { Span } from '../../model/span.js';
import { layoutOf } from './csv-header.js';
import { type Cell, decodedCell, type Row, rowsOf, type Writing } from './csv-rows.js';
import type { Tree } from './tree.js';
import { Broken, type DecodedText, Records, step, Value } from './value.js';

/**
 * The text of a file as rows: commas, semicolons, tabs or bars between the cells, doubled quotation marks, and line
 * ends inside quoted cells (RFC 4180). Columns are named by the header; without one, by their numbers from 1.
 */
export function openCsv(text: string): Tree {
  const layout = layoutOf(text);
  if (!layout) return { format: 'csv', error: { offset: 0, message: 'not CSV: the file is empty' } };
  const { writing, start } = layout;
  const [first] = rowsOf(text, writing, layout.top);
  if (first?.error)
    return { format: 'csv', error: { offset: first.error.offset, message: `not CSV: ${first.error.message}` } };
  const { names } = layout;
  const columns = new Map<string, number>();
  for (const [index, name] of names.entries())
    if (name !== '' && !columns.has(folded(name))) columns.set(folded(name), index);
  const table: Table = { text, writing, columns, names };
  return { format: 'csv', roots: [new Records(text.length, () => recordsOf(table, start))] };
}

interface Table {
  readonly text: string;
  readonly writing: Writing;
  readonly names: readonly string[];
  /** Column by normalized name. */
  readonly columns: ReadonlyMap<string, number>;
}

/** `Short Code` and `short_code` are the same column. */
function folded(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '_');
}

function* recordsOf(table: Table, start: number): Generator<Value> {
  let index = 0;
  for (const row of rowsOf(table.text, table.writing, start)) {
    const pointer = step('', index);
    index += 1;
    const { error } = row;
    const surplus = row.cells.slice(table.names.length).find((cell) => cell.end > cell.start);
    if (error) yield new Broken(pointer, { start: error.offset, end: error.offset }, error.message);
    else if (surplus)
      yield new Broken(
        pointer,
        { start: surplus.start, end: surplus.end },
        `the row has ${row.cells.length} cells, but the header has ${table.names.length}; put cells that contain the separator in quotation marks`,
      );
    else yield new RowValue(table, row, pointer);
  }
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

  /** By the column's name, ignoring case. */
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
    return cell && new CellValue(this.#table, cell, step(this.pointer, this.#table.names[index] ?? index));
  }
}

class CellValue extends Value {
  readonly kind = 'text';
  readonly span: Span;
  readonly #table: Table;
  readonly #cell: Cell;

  constructor(table: Table, cell: Cell, pointer: string) {
    super(pointer);
    this.span = { start: cell.start, end: cell.end };
    this.#table = table;
    this.#cell = cell;
  }

  override get scalar(): string {
    return this.text().body;
  }

  override text(): DecodedText {
    return decodedCell(this.#table.text, this.#cell, this.#table.writing.backslash);
  }
}
