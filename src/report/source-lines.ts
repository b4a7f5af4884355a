import type { LinesOfFile, LintMessage, LintResult } from '../model/finding.js';
import { type Place, SourceFile } from '../model/source-file.js';
import { ByteColumns } from './byte-columns.js';
import type { ReportContext } from './reporter.js';

/** The position of a message. Lines and columns are 1-based, columns are in UTF-16 units, and the end is exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The lines of the text that the positions of a result refer to. */
export class SourceLines {
  readonly #places: Pick<SourceFile, 'placeOf'>;
  readonly #line: (number: number) => string | undefined;
  readonly #bytes = new Map<number, ByteColumns>();

  private constructor(places: Pick<SourceFile, 'placeOf'>, line: (number: number) => string | undefined) {
    this.#places = places;
    this.#line = line;
  }

  /**
   * Returns the lines of the linted text. Undefined if the text is not available.
   * @param kept the lines with findings, for a file that is too large to keep in memory
   */
  static of({ source, output, filePath }: LintResult, { lines: kept }: ReportContext): SourceLines | undefined {
    const text = source ?? output;
    if (text !== undefined) {
      const lines = text.split(/\r\n|\n|\r/);
      return new SourceLines(new SourceFile('', text), (number) => lines[number - 1]);
    }
    const few = kept?.get(filePath);
    return few && new SourceLines({ placeOf: (offset) => placeIn(few, offset) }, (number) => few.textOf(number));
  }

  /** Returns a line without its line ending. Empty if the line does not exist. */
  line(number: number): string {
    return this.#line(number) ?? '';
  }

  placeOf(offset: number): Place {
    return this.#places.placeOf(offset);
  }

  /** Converts a 1-based column in UTF-16 units to a column in UTF-8 bytes. */
  byteColumn({ line, column }: Place): number {
    const columns = this.#bytes.get(line) ?? new ByteColumns(this.line(line));
    this.#bytes.set(line, columns);
    return columns.at(column);
  }
}

/** Converts an offset to a position within the kept lines. */
function placeIn(lines: LinesOfFile, at: number): Place {
  const { line, offset } = lines.startBefore(at) ?? { line: 1, offset: 0 };
  return { line, column: at - offset + 1 };
}

/**
 * Returns a position within one line. A region of several lines ends with its first line, because review tools show a
 * comment only if all of its lines were changed.
 */
export function shortRegion({ line, column, endLine, endColumn }: LintMessage, lines: SourceLines | undefined): Region {
  if (endLine <= line) return { line, column, endLine: line, endColumn: Math.max(column, endColumn) };
  const end = lines ? lines.line(line).length + 1 : column + 1;
  return { line, column, endLine: line, endColumn: Math.max(column + 1, end) };
}
