import { partitionPoint } from './partition-point.js';
import type { Span } from './span.js';

/** A position for people. Lines and columns are 1-based, and columns are in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Returns a negative number if the first place comes before the second, 0 if they are the same, and a positive number
 * otherwise.
 */
export function comparePlaces(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column;
}

/** The start of a passage in its file: the number of UTF-16 units before it, and its 1-based line number. */
export interface Beginning {
  readonly offset: number;
  readonly line: number;
  /** The number of UTF-16 units before the passage in its line. */
  readonly before: number;
}

const TOP: Beginning = { offset: 0, line: 1, before: 0 };

/**
 * A file as it was read, or a passage of a file that is too long to keep. A passage consists of whole lines, or of a
 * part of a very long line, and its positions refer to the file. Offsets start after the byte order mark, if there is
 * one.
 */
export class SourceFile {
  /** The path relative to the configuration's root, with `/` as the separator. */
  readonly path: string;
  readonly text: string;
  /** True if the file begins with a byte order mark. */
  readonly bom: boolean;
  readonly encoding: Encoding;
  /** The start of `text` in the file. This is the start of the file unless `text` is a passage. */
  readonly from: Beginning;
  #lineStarts: number[] | undefined;
  #lastLine = 0;

  constructor(path: string, text: string, { bom = false, encoding = 'utf-8', from = TOP } = {}) {
    this.path = path;
    this.text = text;
    this.bom = bom;
    this.encoding = encoding;
    this.from = from;
  }

  /** Returns the line and column of an offset in the file. */
  placeOf(offset: number): Place {
    const within = offset - this.from.offset;
    const starts = this.#starts();
    const index = this.#lineAt(within, starts);
    this.#lastLine = index;
    const before = index === 0 ? this.from.before : 0;
    return { line: this.from.line + index, column: before + within - (starts[index] ?? 0) + 1 };
  }

  /** Returns the start of the passage after this one. */
  get end(): Beginning {
    const { offset, line, before } = this.from;
    const starts = this.#starts();
    const last = starts.at(-1) ?? 0;
    return {
      offset: offset + this.text.length,
      line: line + starts.length - 1,
      before: (starts.length === 1 ? before : 0) + this.text.length - last,
    };
  }

  /** Returns the text of a span of this file. */
  slice({ start, end }: Span): string {
    return this.text.slice(start - this.from.offset, end - this.from.offset);
  }

  /** Returns the index of a line. Most places are in the line of the place before, because a reply has several facts. */
  #lineAt(within: number, starts: readonly number[]): number {
    const last = this.#lastLine;
    if (within >= (starts[last] ?? 0) && within < (starts[last + 1] ?? Number.POSITIVE_INFINITY)) return last;
    return Math.max(0, partitionPoint(starts.length, (at) => (starts[at] ?? 0) <= within) - 1);
  }

  #starts(): number[] {
    this.#lineStarts ??= this.text.includes('\r') ? anyLinesIn(this.text) : linesIn(this.text);
    return this.#lineStarts;
  }
}

/** Returns the offset of each line, if only line feeds end the lines. */
function linesIn(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return starts;
}

function anyLinesIn(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The name of an encoding in the Encoding Standard, such as `utf-8`, `utf-16le` or `windows-1251`. */
export type Encoding = string;
