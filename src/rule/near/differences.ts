/** A place where two lists of words differ: words that one list contains and the other lacks or replaces. */
export interface Difference {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Returns the differences between two lists of words, in order. There are as few as possible (Myers, “An O(ND)
 * difference algorithm”, 1986). Letter case is ignored.
 * @param most maximum number of added and removed words
 * @returns undefined if more words were added and removed
 */
export function differencesBetween(
  before: readonly string[],
  after: readonly string[],
  most: number,
): readonly Difference[] | undefined {
  const [a, b] = [before.map(folded), after.map(folded)];
  const trace = traceOf(a, b, most);
  return trace && grouped(stepsIn(trace, a, b), before, after);
}

function folded(word: string): string {
  return word.toLowerCase();
}

/** Returns how far each diagonal reaches, for each number of changes. */
function traceOf(a: readonly string[], b: readonly string[], most: number): readonly Int32Array[] | undefined {
  const reach = Math.min(most, a.length + b.length);
  const middle = reach + 1;
  const trace: Int32Array[] = [];
  let far = new Int32Array(2 * middle + 1);
  for (let changes = 0; changes <= reach; changes += 1) {
    const next = far.slice();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const at = middle + diagonal;
      const isDown = diagonal === -changes || (diagonal !== changes && (far[at - 1] ?? 0) < (far[at + 1] ?? 0));
      let x = changes === 0 ? 0 : isDown ? (far[at + 1] ?? 0) : (far[at - 1] ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      next[at] = x;
      if (x >= a.length && x - diagonal >= b.length) return [...trace, next];
    }
    trace.push(next);
    far = next;
  }
  return undefined;
}

/** Returns the words that the shortest path skips on each side, in reverse order. */
function stepsIn(
  trace: readonly Int32Array[],
  a: readonly string[],
  b: readonly string[],
): readonly { readonly x: number; readonly y: number; readonly isRemoved: boolean }[] {
  const steps: { x: number; y: number; isRemoved: boolean }[] = [];
  let [x, y] = [a.length, b.length];
  for (let changes = trace.length - 1; changes > 0; changes -= 1) {
    const far = trace[changes - 1] as Int32Array;
    const middle = (far.length - 1) / 2;
    const diagonal = x - y;
    const at = middle + diagonal;
    const isDown = diagonal === -changes || (diagonal !== changes && (far[at - 1] ?? 0) < (far[at + 1] ?? 0));
    const fromX = isDown ? (far[at + 1] ?? 0) : (far[at - 1] ?? 0);
    const fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1);
    steps.push({ x: fromX, y: fromY, isRemoved: !isDown });
    [x, y] = [fromX, fromY];
  }
  return steps;
}

/** Combines changes with no common word between them into one difference. */
function grouped(
  steps: ReturnType<typeof stepsIn>,
  before: readonly string[],
  after: readonly string[],
): readonly Difference[] {
  const found: { before: string[]; after: string[] }[] = [];
  let end = { x: -1, y: -1 };
  for (const { x, y, isRemoved } of [...steps].reverse()) {
    if (x !== end.x || y !== end.y) found.push({ before: [], after: [] });
    const last = found.at(-1);
    if (isRemoved) last?.before.push(before[x] ?? '');
    else last?.after.push(after[y] ?? '');
    end = isRemoved ? { x: x + 1, y } : { x, y: y + 1 };
  }
  return found;
}
