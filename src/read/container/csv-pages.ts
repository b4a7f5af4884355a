import { type Beginning, SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { LongText } from '../long-text.js';
import { headLayout, type Layout, withWriting } from './csv-header.js';
import { rowsOf, type Writing } from './csv-rows.js';
import { LONGEST_LINE } from './value.js';

/** Adjacent rows of a long file. */
export interface CsvPage {
  /** The bytes of the file that contain them. */
  readonly bytes: Span;
  readonly from: Beginning;
  /** The number of rows before the first. */
  readonly first: number;
}

/** A long file as rows: its layout, and where it can be split. */
export interface LongCsv {
  readonly layout: Layout;
  readonly pages: readonly CsvPage[];
}

/**
 * Scans a long text once, and records where its rows can be split.
 * @param head its beginning, with a few rows at least
 * @returns undefined if it cannot be read in parts: it has no rows, a very long one, or several ways to be read
 */
export function csvPagesOf(text: LongText, head: string): LongCsv | undefined {
  const doubled = scan(text, headLayout(head));
  if (!doubled || doubled.faults === 0 || !doubled.hasEscapes) return doubled;
  const { layout } = doubled;
  const escaped = scan(text, withWriting(layout, { ...layout.writing, backslash: true }, head));
  return escaped?.faults === 0 ? escaped : undefined;
}

interface Scanned extends LongCsv {
  /** The number of rows that cannot be read. */
  readonly faults: number;
  /** True if a quotation mark somewhere has a backslash before it. */
  readonly hasEscapes: boolean;
}

function scan(text: LongText, layout: Layout | undefined): Scanned | undefined {
  if (!layout) return undefined;
  const finder = new PageFinder(text, layout);
  for (const piece of text.pieces()) if (!finder.add(piece, false)) return undefined;
  if (!finder.add('', true) || finder.pages.length === 0) return undefined;
  return { layout, pages: finder.pages, faults: finder.faults, hasEscapes: finder.hasEscapes };
}

class PageFinder {
  readonly pages: CsvPage[] = [];
  faults = 0;
  hasEscapes = false;
  readonly #writing: Writing;
  readonly #file: LongText;
  /** Text that has been read but is not on a page yet. */
  #text = '';
  /** Number of UTF-16 units before the first row of data. 0 once they have been dropped. */
  #skip: number;
  /** Minimum length of `#text` to split. */
  #enough: number;
  #bytes: number;
  #from: Beginning = { offset: 0, line: 1, before: 0 };
  #rows = 0;

  constructor(file: LongText, { writing, start }: Layout) {
    this.#file = file;
    this.#writing = writing;
    this.#skip = start;
    this.#bytes = file.start;
    this.#enough = file.passage;
  }

  /** @returns false if the text cannot be read in parts */
  add(piece: string, isLast: boolean): boolean {
    this.#text += piece;
    if (this.#skip > 0) {
      if (this.#text.length < this.#skip) return !isLast;
      this.#take(this.#skip);
      this.#skip = 0;
    }
    if (this.#text.length < this.#enough && !isLast) return true;
    return this.#split(isLast);
  }

  #split(isLast: boolean): boolean {
    let start = 0;
    let end = 0;
    let [count, faults] = [0, 0];
    const close = () => {
      const { bytes, from } = this.#take(end - start);
      this.pages.push({ bytes, from, first: this.#rows });
      this.#rows += count;
      this.faults += faults;
      [start, count, faults] = [end, 0, 0];
    };
    const whole = this.#text;
    for (const row of rowsOf(whole, this.#writing, 0)) {
      // The next piece could continue it.
      if (row.end >= whole.length && !isLast) break;
      end = row.end;
      count += 1;
      if (row.error) faults += 1;
      if (end - start > this.#file.passage) close();
    }
    if (count > 0) close();
    // If a long row were scanned again with every piece, this would take the square of its length.
    this.#enough = Math.min(LONGEST_LINE + 1, Math.max(this.#file.passage, 2 * this.#text.length));
    // The quotation mark of a longer row is probably never closed.
    return isLast || this.#text.length <= LONGEST_LINE;
  }

  /** Takes units from the start of the text. */
  #take(count: number): { readonly bytes: Span; readonly from: Beginning } {
    const taken = this.#text.slice(0, count);
    this.hasEscapes ||= taken.includes('\\"');
    const from = this.#from;
    const bytes = { start: this.#bytes, end: this.#bytes + this.#file.sizeOf(taken) };
    this.#text = this.#text.slice(count);
    this.#bytes = bytes.end;
    this.#from = new SourceFile(this.#file.path, taken, { from }).end;
    return { bytes, from };
  }
}
