import type { LintMessage, LintResult } from '../model/finding.js';
import { type Place, SourceFile } from '../model/source-file.js';
import { ByteColumns } from './byte-columns.js';

/** Where a message stands: 1-based, columns in UTF-16 units, the end exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The text that a result's positions are those of, by lines. */
export class SourceLines {
  readonly #file: SourceFile;
  readonly #lines: readonly string[];
  readonly #bytes = new Map<number, ByteColumns>();

  constructor(text: string) {
    this.#file = new SourceFile('', text);
    this.#lines = text.split(/\r\n|\n|\r/);
  }

  /** Of the text that was linted; undefined where the result does not carry it. */
  static of({ source, output }: LintResult): SourceLines | undefined {
    const text = source ?? output;
    return text === undefined ? undefined : new SourceLines(text);
  }

  /** A line without its end; empty where there is no such line. */
  line(number: number): string {
    return this.#lines[number - 1] ?? '';
  }

  placeOf(offset: number): Place {
    return this.#file.placeOf(offset);
  }

  /** A column, 1-based, counted in bytes of UTF-8. */
  byteColumn({ line, column }: Place): number {
    const columns = this.#bytes.get(line) ?? new ByteColumns(this.line(line));
    this.#bytes.set(line, columns);
    return columns.at(column);
  }
}

/**
 * A message's place on one line: a review shows a remark only where all its lines were changed, so long ones end with
 * their first line.
 */
export function shortRegion({ line, column, endLine, endColumn }: LintMessage, lines: SourceLines | undefined): Region {
  if (endLine <= line) return { line, column, endLine: line, endColumn: Math.max(column, endColumn) };
  const end = lines ? lines.line(line).length + 1 : column + 1;
  return { line, column, endLine: line, endColumn: Math.max(column + 1, end) };
}
