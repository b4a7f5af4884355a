import type { KeptLine, LintMessage, LintResult } from '../model/finding.js';
import { partitionPoint } from '../model/partition-point.js';
import { type Place, SourceFile } from '../model/source-file.js';
import { ByteColumns } from './byte-columns.js';
import type { ReportContext } from './reporter.js';

/** The position of a message: 1-based, columns in UTF-16 units, the end exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The text that a result's positions refer to, by lines. */
export class SourceLines {
  readonly #places: Pick<SourceFile, 'placeOf'>;
  readonly #line: (number: number) => string | undefined;
  readonly #bytes = new Map<number, ByteColumns>();

  private constructor(places: Pick<SourceFile, 'placeOf'>, line: (number: number) => string | undefined) {
    this.#places = places;
    this.#line = line;
  }

  /**
   * For the linted text; undefined if it is not available.
   * @param kept for a file too long to keep, the lines with findings
   */
  static of({ source, output, filePath }: LintResult, { lines: kept }: ReportContext): SourceLines | undefined {
    const text = source ?? output;
    if (text !== undefined) {
      const lines = text.split(/\r\n|\n|\r/);
      return new SourceLines(new SourceFile('', text), (number) => lines[number - 1]);
    }
    const few = kept?.get(filePath);
    if (!few) return undefined;
    const lines = new Map(few.map(({ line, text }) => [line, text]));
    return new SourceLines({ placeOf: (offset) => placeIn(few, offset) }, (number) => lines.get(number));
  }

  /** A line without its end; empty if there is no such line. */
  line(number: number): string {
    return this.#line(number) ?? '';
  }

  placeOf(offset: number): Place {
    return this.#places.placeOf(offset);
  }

  /** A 1-based column, counted in bytes of UTF-8. */
  byteColumn({ line, column }: Place): number {
    const columns = this.#bytes.get(line) ?? new ByteColumns(this.line(line));
    this.#bytes.set(line, columns);
    return columns.at(column);
  }
}

/** The position of an offset in one of these lines. */
function placeIn(lines: readonly KeptLine[], at: number): Place {
  const index = Math.max(0, partitionPoint(lines.length, (line) => (lines[line]?.offset ?? 0) <= at) - 1);
  const { line, offset } = lines[index] ?? { line: 1, offset: 0 };
  return { line, column: at - offset + 1 };
}

/**
 * The position of a message on one line: a review shows a remark only if all its lines were changed, so longer ones
 * end with their first line.
 */
export function shortRegion({ line, column, endLine, endColumn }: LintMessage, lines: SourceLines | undefined): Region {
  if (endLine <= line) return { line, column, endLine: line, endColumn: Math.max(column, endColumn) };
  const end = lines ? lines.line(line).length + 1 : column + 1;
  return { line, column, endLine: line, endColumn: Math.max(column + 1, end) };
}
