import { compose, shiftedBy } from '../../model/offset-map.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import { type Layout, layoutOf } from './csv-header.js';
import type { CsvPage, LongCsv } from './csv-pages.js';
import { type Cell, decodedCell, type Row, rowsOf, type Writing } from './csv-rows.js';
import type { Tree } from './tree.js';
import { Broken, type DecodedText, Records, step, Value } from './value.js';

/**
 * Parses the text of a file as rows (RFC 4180). Cells are separated by commas, semicolons, tabs or vertical bars,
 * quotation marks are doubled, and quoted cells can contain line breaks. Columns are named by the header. Without a
 * header, they are numbered from 1.
 */
export function openCsv(text: string): Tree {
  const layout = layoutOf(text);
  if (!layout) return { format: 'csv', error: { offset: 0, message: 'not CSV: the file is empty' } };
  const { writing, start } = layout;
  const [first] = rowsOf(text, writing, layout.top);
  if (first?.error)
    return { format: 'csv', error: { offset: first.error.offset, message: `not CSV: ${first.error.message}` } };
  const table = { ...columnsOf(layout), text, offset: 0, passage: undefined };
  return { format: 'csv', roots: [new Records(text.length, () => recordsOf(table, start))] };
}

/**
 * Opens a long text whose rows are read page by page, each time they are needed.
 * @param read returns the text of a page. Undefined if the page is not needed now
 */
export function openLongCsv({ layout, pages }: LongCsv, read: (page: CsvPage) => SourceFile | undefined): Tree {
  const columns = columnsOf(layout);
  const records = function* () {
    for (const page of pages) {
      const passage = read(page);
      if (!passage) continue;
      const { text, from } = passage;
      yield* recordsOf({ ...columns, text, offset: from.offset, passage }, 0, page.first);
    }
  };
  return { format: 'csv', roots: [new Records(Number.POSITIVE_INFINITY, records)] };
}

function columnsOf({ names, writing }: Layout): Pick<Table, 'writing' | 'names' | 'columns'> {
  const columns = new Map<string, number>();
  for (const [index, name] of names.entries())
    if (name !== '' && !columns.has(folded(name))) columns.set(folded(name), index);
  return { writing, names, columns };
}

interface Table {
  readonly text: string;
  /** The number of UTF-16 units before the text in the file. */
  readonly offset: number;
  /** The passage that positions refer to. Undefined if they refer to the whole file. */
  readonly passage: SourceFile | undefined;
  readonly writing: Writing;
  readonly names: readonly string[];
  /** The index of each column by its normalized name. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Normalizes a name, so that `Short Code` and `short_code` are the same column. */
function folded(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '_');
}

function* recordsOf(table: Table, start: number, first = 0): Generator<Value> {
  const { offset, passage } = table;
  let index = first;
  for (const row of rowsOf(table.text, table.writing, start)) {
    const pointer = step('', index);
    index += 1;
    const { error } = row;
    const surplus = row.cells.slice(table.names.length).find((cell) => cell.end > cell.start);
    if (error)
      yield new Broken(pointer, moved({ start: error.offset, end: error.offset }, offset), error.message, passage);
    else if (surplus)
      yield new Broken(
        pointer,
        moved(surplus, offset),
        `the row has ${row.cells.length} cells, but the header has ${table.names.length}; put cells that contain the separator in quotation marks`,
        passage,
      );
    else yield new RowValue(table, row, pointer);
  }
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

class RowValue extends Value {
  readonly kind = 'object';
  readonly span: Span;
  readonly #table: Table;
  readonly #cells: readonly Cell[];

  constructor(table: Table, { cells, start, end }: Row, pointer: string) {
    super(pointer);
    this.span = moved({ start, end }, table.offset);
    this.#table = table;
    this.#cells = cells;
  }

  override get passage(): SourceFile | undefined {
    return this.#table.passage;
  }

  /** Finds a cell by the name of its column, ignoring case. */
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
    this.span = moved(cell, table.offset);
    this.#table = table;
    this.#cell = cell;
  }

  override get passage(): SourceFile | undefined {
    return this.#table.passage;
  }

  override get scalar(): string {
    return this.text().body;
  }

  override text(): DecodedText {
    const { text, offset, passage, writing } = this.#table;
    const { body, map } = decodedCell(text, this.#cell, writing.backslash);
    return passage ? { body, map: compose(map, shiftedBy(offset)) } : { body, map };
  }
}
