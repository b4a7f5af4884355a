/**
 * Returns the known path that is closest to the given one: with different case or dashes, or with a typo in one part.
 */
export function nearestTo(path: string, known: readonly string[]): string | undefined {
  const plain = bare(path);
  const same = known.find((other) => bare(other) === plain);
  if (same) return same;
  const parts = path.split('.');
  let best: { path: string; off: number } | undefined;
  for (const other of known) {
    const off = slipsBetween(parts, other.split('.'));
    if (off !== undefined && (!best || off < best.off)) best = { path: other, off };
  }
  return best?.path;
}

/** Returns a path in lowercase, without `_` and without separators between its parts. */
export function bare(path: string): string {
  return path
    .toLowerCase()
    .replace(/[_\s-]/g, '')
    .replace(/[.,]{1,9}/g, '.');
}

/** Returns the number of typos between two paths. Undefined unless they differ slightly in a single part. */
function slipsBetween(a: readonly string[], b: readonly string[]): number | undefined {
  const pair = differingPair(a, b);
  if (!pair) return undefined;
  const [left, right] = [bare(pair[0]), bare(pair[1])];
  const length = Math.min(left.length, right.length);
  // The plural of a name, such as “ids” or “names”, may be a different field.
  if (length < 4 || isPlural(left, right)) return undefined;
  const off = distance(left, right);
  return off <= (length >= 7 ? 2 : 1) ? off : undefined;
}

/** Returns the words in which two lists of words differ. Undefined unless they differ in a single one. */
export function differingPair(a: readonly string[], b: readonly string[]): readonly [string, string] | undefined {
  if (a.length !== b.length) return undefined;
  const differing = a.flatMap((word, at) => (word === b[at] ? [] : [at]));
  const [at] = differing;
  return differing.length === 1 && at !== undefined ? [a[at] ?? '', b[at] ?? ''] : undefined;
}

/** Returns true if one of two words is the plural of the other. */
export function isPlural(one: string, other: string): boolean {
  return one === `${other}s` || other === `${one}s`;
}

/** Counts letters that are added, missing or changed, and adjacent letters that are swapped. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j] ?? 0, (before[j - 2] ?? 0) + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
