/** Lines that differ between two texts, with some equal lines around them. */
export interface ChangedLines {
  /** The number of lines before this piece. */
  readonly line: number;
  /** The offset of this piece in the first text. */
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Returns the lines that differ between two texts with the same number of lines. If the numbers differ, the texts are
 * returned as one piece.
 * @param around the number of equal lines to include on each side
 */
export function changedLines(before: string, after: string, around: number): ChangedLines[] {
  const old = before.split(AFTER_FEED);
  const now = after.split(AFTER_FEED);
  if (old.length !== now.length) return [{ line: 0, start: 0, before, after }];
  const stretches: { from: number; to: number }[] = [];
  for (const [index, line] of old.entries()) {
    if (line === now[index]) continue;
    const [from, to] = [Math.max(0, index - around), Math.min(old.length, index + 1 + around)];
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = to;
    else stretches.push({ from, to });
  }
  let start = 0;
  let line = 0;
  return stretches.map(({ from, to }) => {
    for (; line < from; line += 1) start += old[line]?.length ?? 0;
    return { line, start, before: old.slice(from, to).join(''), after: now.slice(from, to).join('') };
  });
}

const AFTER_FEED = /(?<=\n)/;
