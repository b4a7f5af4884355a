import { type Hunk, isSameLine } from './patch.js';

/** The lines of a text as counted by Git, for which a lone carriage return does not end a line. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /**
   * Returns the offset at which a line begins, or the end of the text for a line after the last. Line numbers are
   * 1-based.
   */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** Returns a line without its line feed. */
  at(line: number): string | undefined {
    const start = this.#starts[line - 1];
    if (start === undefined) return undefined;
    const next = this.#starts[line];
    return this.#text.slice(start, next === undefined ? undefined : next - 1);
  }
}

/**
 * Returns the same change, moved to the beginning of an entry if possible. If lines are added or removed next to equal
 * lines, Git may report other lines than the author changed: `}, {` instead of `{ … },`.
 * @param isBeginning returns true for a line on which an entry begins
 */
export function alignHunk(hunk: Hunk, lines: Lines, isBeginning: (line: number) => boolean): Hunk {
  const { line, count, removed } = hunk;
  if (count > 0 && removed.length > 0) return hunk;
  // The first changed line in the current text.
  const first = count > 0 ? line : line + 1;
  const length = count > 0 ? count : removed.length;
  const changed = (index: number) => (count > 0 ? lines.at(first + index) : removed[index]);
  const moved = (by: number): Hunk => ({ ...hunk, line: line + by });
  if (isBeginning(first)) return hunk;
  for (let by = 0; by < length && isSameLine(changed(by), lines.at(first + count + by)); by += 1)
    if (isBeginning(first + by + 1)) return moved(by + 1);
  for (let by = 0; by < length && isSameLine(changed(length - 1 - by), lines.at(first - 1 - by)); by += 1)
    if (isBeginning(first - 1 - by)) return moved(-1 - by);
  return hunk;
}
