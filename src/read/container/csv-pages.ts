import type { Beginning } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { LongText } from '../long-text.js';
import { headLayout, type Layout, withWriting } from './csv-header.js';
import { rowsOf, type Writing } from './csv-rows.js';

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

/** In UTF-16 units: the cells of a page take several times its text. */
const LARGEST_PAGE = 256 * 1024;
/** A longer row is not a reply; its quotation mark is probably never closed. */
const LONGEST_ROW = 2 * 1024 * 1024;

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
  readonly #bytesOf: (part: string) => number;
  readonly #size: number;
  /** What has arrived and is on no page. */
  #text = '';
  /** The number of units that are not yet on a page and not part of the first row with data. */
  #skip: number;
  /** Less text than this is not worth splitting. */
  #enough: number;
  #bytes: number;
  #from: Beginning = { offset: 0, line: 1, before: 0 };
  #rows = 0;

  constructor(text: LongText, { writing, start }: Layout) {
    this.#writing = writing;
    this.#skip = start;
    this.#bytes = text.start;
    this.#size = Math.min(text.passage, LARGEST_PAGE);
    this.#enough = this.#size;
    this.#bytesOf = (part) => (text.encoding === 'utf-8' ? Buffer.byteLength(part) : 2 * part.length);
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
      if (end - start > this.#size) close();
    }
    if (count > 0) close();
    // Looking at a long row again with every piece would take the square of its length.
    this.#enough = Math.min(LONGEST_ROW + 1, Math.max(this.#size, 2 * this.#text.length));
    return isLast || this.#text.length <= LONGEST_ROW;
  }

  /** Takes units from the start of the text. */
  #take(count: number): { readonly bytes: Span; readonly from: Beginning } {
    const taken = this.#text.slice(0, count);
    this.hasEscapes ||= taken.includes('\\"');
    const from = this.#from;
    const bytes = { start: this.#bytes, end: this.#bytes + this.#bytesOf(taken) };
    this.#text = this.#text.slice(count);
    this.#bytes = bytes.end;
    this.#from = after(from, taken);
    return { bytes, from };
  }
}

/** The place after a text. */
function after({ offset, line, before }: Beginning, text: string): Beginning {
  let lines = 0;
  let last = -1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 10 && (unit !== 13 || text.charCodeAt(at + 1) === 10)) continue;
    lines += 1;
    last = at;
  }
  return {
    offset: offset + text.length,
    line: line + lines,
    before: last < 0 ? before + text.length : text.length - last - 1,
  };
}
