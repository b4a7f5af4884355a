import { bitsOf, foldTelltale, telltales } from '../../language/telltale/index.js';
import { decodedCell, type Row, rowsOf, type Writing } from './csv-rows.js';

/** Says where the rows of a file begin, after the text above them. */
export interface Layout {
  readonly writing: Writing;
  /** The names of the columns. Without a header, they are numbers, starting at 1. */
  readonly names: readonly string[];
  /** The offset at which the first row starts. */
  readonly top: number;
  /** The offset at which the first row of data starts. */
  readonly start: number;
}

/** Possible separators. The first one that splits the most rows in the same way is used. */
const DELIMITERS = [',', ';', '\t', '|'];
/** Number of rows that show the layout of a file. */
const DECIDING = 6;

/**
 * Detects the layout of a file. If the first line is `sep=;`, as written by Excel, it names the separator. A row with
 * one cell above wider rows is the title of the sheet, and a first row that contains sentences is not a header.
 */
export function layoutOf(text: string): Layout | undefined {
  const { delimiter, from } = separatorOf(text);
  const writing = writingOf(text, delimiter, from);
  return layoutIn(text, from, writing, firstRows(text, from, writing));
}

/**
 * Returns the layout of a long file, assuming that quotation marks in it are doubled.
 * @param head the beginning of the file
 * @returns undefined if the beginning does not show the layout
 */
export function headLayout(head: string): Layout | undefined {
  const { delimiter, from } = separatorOf(head);
  return layoutOfHead(head, from, { delimiter: delimiter.charCodeAt(0) });
}

/** Returns the layout of the same file, read with another syntax. */
export function withWriting({ top }: Layout, writing: Writing, head: string): Layout | undefined {
  return layoutOfHead(head, top, writing);
}

function layoutOfHead(head: string, from: number, writing: Writing): Layout | undefined {
  const first = firstRows(head, from, writing);
  const isCut = first.length < DECIDING || first.some(({ error }) => error !== undefined);
  return isCut ? undefined : layoutIn(head, from, writing, first);
}

function separatorOf(text: string): { readonly delimiter: string; readonly from: number } {
  const said = /^sep=(.)\r?\n/.exec(text);
  return { delimiter: said?.[1] ?? delimiterOf(text), from: said?.[0].length ?? 0 };
}

/** Returns the rows that determine the layout. */
function firstRows(text: string, from: number, writing: Writing): readonly Row[] {
  const first: Row[] = [];
  for (const row of rowsOf(text, writing, from)) {
    first.push(row);
    if (first.length === DECIDING || row.error) break;
  }
  return first;
}

function layoutIn(text: string, from: number, writing: Writing, first: readonly Row[]): Layout | undefined {
  const header = first.find((row, at) => !isTitle(text, row, first.slice(at + 1)));
  if (!header) return undefined;
  const names = header.cells.map((cell) => decodedCell(text, cell, writing.backslash).body.trim());
  return header.error || areNames(names)
    ? { writing, names, top: from, start: header.end }
    : { writing, names: names.map((_, index) => String(index + 1)), top: from, start: header.start };
}

/** Detects how quotation marks are written. They are doubled, unless the rows are readable only with backslashes. */
function writingOf(text: string, mark: string, from: number): Writing {
  const delimiter = mark.charCodeAt(0);
  const doubled = { delimiter };
  if (!text.includes('\\"') || areWhole(rowsOf(text, doubled, from))) return doubled;
  const escaped = { delimiter, backslash: true };
  return areWhole(rowsOf(text, escaped, from)) ? escaped : doubled;
}

function areWhole(rows: Iterable<Row>): boolean {
  for (const { error } of rows) if (error) return false;
  return true;
}

function delimiterOf(text: string): string {
  const rated = DELIMITERS.map((delimiter) => {
    const counts: number[] = [];
    for (const row of rowsOf(text.slice(0, 50_000), { delimiter: delimiter.charCodeAt(0) }, 0)) {
      if (counts.length === DECIDING) break;
      counts.push(row.error ? 0 : row.cells.length);
    }
    const widest = Math.max(...counts, 1);
    return {
      delimiter,
      same: widest < 2 ? 0 : counts.filter((count) => count === widest).length / counts.length,
      widest,
    };
  });
  return rated.reduce((best, next) =>
    next.same > best.same || (next.same === best.same && next.widest > best.widest) ? next : best,
  ).delimiter;
}

/** Returns true for a row with one filled cell above rows with more of them. */
function isTitle(text: string, { cells }: Row, below: readonly Row[]): boolean {
  const written = (row: Pick<Row, 'cells'>) =>
    row.cells.filter((cell) => text.slice(cell.start, cell.end).replace(/"/g, '').trim() !== '').length;
  if (written({ cells }) > 1) return false;
  const areWider = below.map((row) => written(row) > 1);
  return cells.length > 1 ? areWider.includes(true) : areWider.length > 1 && !areWider.includes(false);
}

const KNOWN =
  /^(?:id|no|nr|#|key|name|title|label|subject|shortcut|short_?code|code|category|topic|tags?|status|active|locale|lang(?:uage)?|body|text|content|message|reply|response|answer|question|template|macro|comment(?:_\w+)?|email|date|type|url|channel)s?$/i;
/** Number of characters of a cell to search for a greeting. Every telltale is shorter. */
const LONGEST_GREETING = 40;
const MOST_WORDS_OF_A_NAME = 8;

/**
 * Returns true if cells can be column names. Names are short and distinct, and are not sentences, numbers or texts with
 * placeholders.
 */
function areNames(cells: readonly string[]): boolean {
  const isText = (cell: string) => cell.split(/\s+/).length > MOST_WORDS_OF_A_NAME || /[\r\n]/.test(cell);
  if (cells.some(isText)) return false;
  if (cells.some((cell) => KNOWN.test(cell.replaceAll(' ', '_')))) return true;
  return !cells.some((cell) => (/[.!?]$/.test(cell) && /\S\s/.test(cell)) || /\{\{|^\d+$/.test(cell) || greets(cell));
}

const GREETING = bitsOf('greeting');

function greets(cell: string): boolean {
  return telltales().endsAt(foldTelltale(cell.slice(0, LONGEST_GREETING)), 0, GREETING).length > 0;
}
