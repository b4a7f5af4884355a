import type { Span } from './span.js';

/** Where something stands, for people: 1-based line and column, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A file as it was read. Offsets count from after the byte order mark, if there is one. */
export class SourceFile {
  /** From the configuration's root, with `/` between folders. */
  readonly path: string;
  readonly text: string;
  /** True where the file began with a byte order mark. */
  readonly bom: boolean;
  readonly encoding: Encoding;
  #lineStarts: number[] | undefined;

  constructor(path: string, text: string, { bom = false, encoding = 'utf-8' } = {}) {
    this.path = path;
    this.text = text;
    this.bom = bom;
    this.encoding = encoding;
  }

  /** Line and column of an offset of this file's text. */
  placeOf(offset: number): Place {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The text of a stretch of this file. */
  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = 0; at < this.text.length; at += 1) {
      const unit = this.text.charCodeAt(at);
      if (unit === 10 || (unit === 13 && this.text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
    }
    this.#lineStarts = starts;
    return starts;
  }
}

/** As the Encoding Standard names it: `utf-8`, `utf-16le`, `windows-1251` … */
export type Encoding = string;
