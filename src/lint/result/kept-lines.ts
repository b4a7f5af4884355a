import type { KeptLine, LinesOfFile } from '../../model/finding.js';
import { partitionPoint } from '../../model/partition-point.js';
import { PackedPages } from './packed-pages.js';
import { BETWEEN } from './page.js';
import type { Spool } from './spool.js';

/** The lines with findings of a file that is too long to keep in memory. Only their positions are held in memory. */
export class KeptLines implements LinesOfFile {
  readonly #texts: PackedPages<string>;
  readonly #lines: number[] = [];
  readonly #offsets: number[] = [];
  /** Lines that were added later, between the others. */
  #later: readonly KeptLine[] = [];

  /** @param spool stores the texts */
  constructor(spool: Spool) {
    this.#texts = new PackedPages(spool);
  }

  /** Adds lines that come after all others. */
  add(lines: readonly KeptLine[]): void {
    if (lines.length === 0) return;
    this.#texts.add({ count: lines.length, text: lines.map(({ text }) => JSON.stringify(text)).join(BETWEEN) });
    for (const { line, offset } of lines) {
      this.#lines.push(line);
      this.#offsets.push(offset);
    }
  }

  /** Adds lines that may come before others. */
  addLater(lines: readonly KeptLine[]): void {
    const all = new Map([...this.#later, ...lines].map((line) => [line.line, line]));
    this.#later = [...all.values()].sort((a, b) => a.line - b.line);
  }

  get isEmpty(): boolean {
    return this.#lines.length + this.#later.length === 0;
  }

  textOf(line: number): string | undefined {
    const index = partitionPoint(this.#lines.length, (at) => (this.#lines[at] ?? 0) < line);
    if (this.#lines[index] === line) return this.#texts.at(index);
    const later = partitionPoint(this.#later.length, (at) => (this.#later[at]?.line ?? 0) < line);
    return this.#later[later]?.line === line ? this.#later[later]?.text : undefined;
  }

  startBefore(offset: number): Omit<KeptLine, 'text'> | undefined {
    const index = partitionPoint(this.#offsets.length, (at) => (this.#offsets[at] ?? 0) <= offset) - 1;
    const later = partitionPoint(this.#later.length, (at) => (this.#later[at]?.offset ?? 0) <= offset) - 1;
    const [line, start] = [this.#lines[index], this.#offsets[index]];
    const found = line === undefined || start === undefined ? undefined : { line, offset: start };
    const other = this.#later[later];
    return other && (!found || other.offset > found.offset) ? other : found;
  }
}
