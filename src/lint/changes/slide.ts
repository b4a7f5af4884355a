import { type Hunk, isSameLine } from './patch.js';

/** The lines of a text, as Git counts them: a lone carriage return ends none. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Where a line begins; the text's end for one behind the last. 1-based. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** A line without its feed. */
  at(line: number): string | undefined {
    const start = this.#starts[line - 1];
    if (start === undefined) return undefined;
    const next = this.#starts[line];
    return this.#text.slice(start, next === undefined ? undefined : next - 1);
  }
}

/**
 * Where lines were only put in, or only taken out, beside lines that are the same, they could as well be others: `}, {`
 * in place of `{ … },`. The same change, moved to where an entry begins, if it can be.
 * @param isBeginning true for a line on which an entry begins
 */
export function slid(hunk: Hunk, lines: Lines, isBeginning: (line: number) => boolean): Hunk {
  const { line, count, taken } = hunk;
  if (count > 0 && taken.length > 0) return hunk;
  // The changed lines begin here, whether they stand there now or did before.
  const first = count > 0 ? line : line + 1;
  const length = count > 0 ? count : taken.length;
  const changed = (index: number) => (count > 0 ? lines.at(first + index) : taken[index]);
  const moved = (by: number): Hunk => ({ ...hunk, line: line + by });
  if (isBeginning(first)) return hunk;
  for (let by = 0; by < length && isSameLine(changed(by), lines.at(first + count + by)); by += 1)
    if (isBeginning(first + by + 1)) return moved(by + 1);
  for (let by = 0; by < length && isSameLine(changed(length - 1 - by), lines.at(first - 1 - by)); by += 1)
    if (isBeginning(first - 1 - by)) return moved(-1 - by);
  return hunk;
}
