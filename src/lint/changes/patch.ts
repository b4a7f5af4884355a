/** Added or changed lines. Line numbers are 1-based and count line feeds, as in Git. */
export interface Hunk {
  /** The first changed line. If `count` is 0, it is the line after which lines were removed. */
  readonly line: number;
  readonly count: number;
  /** The lines that were removed. */
  readonly removed: readonly string[];
}

/**
 * Returns the changed lines of each file in a patch without context (`git diff -U0`), by path. A line that only gains
 * or loses a final comma does not count as changed, because the last entry of a JSON list gains a comma when another
 * entry is added after it.
 */
export function hunksIn(patch: string): Map<string, Hunk[]> {
  const files = new Map<string, Hunk[]>();
  let hunks: Hunk[] = [];
  const lines = patch.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('diff --git ')) hunks = [];
    else if (line.startsWith('+++ ')) {
      const path = parsePath(line.slice(4));
      if (path !== undefined) files.set(path, hunks);
    }
    const head = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!head) continue;
    const [removedCount, start, addedCount] = [Number(head[1] ?? 1), Number(head[2]), Number(head[3] ?? 1)];
    const { minus, plus, end } = linesOfHunk(lines, at + 1, removedCount, addedCount);
    hunks.push(...hunksFrom(start, minus, plus));
    at = end - 1;
  }
  return files;
}

/**
 * Returns the lines of a hunk. The line counts decide where the hunk ends, because a line can look like the header of a
 * file.
 */
function linesOfHunk(lines: readonly string[], from: number, removedCount: number, addedCount: number) {
  const minus: string[] = [];
  const plus: string[] = [];
  let at = from;
  for (
    ;
    at < lines.length && (minus.length < removedCount || plus.length < addedCount || lines[at]?.startsWith('\\'));
    at += 1
  ) {
    const line = lines[at] ?? '';
    if (line.startsWith('-')) minus.push(line.slice(1));
    else if (line.startsWith('+')) plus.push(line.slice(1));
  }
  return { minus, plus, end: at };
}

function hunksFrom(start: number, minus: readonly string[], plus: readonly string[]): Hunk[] {
  let same = 0;
  while (same < minus.length && same < plus.length && isSameLine(minus[same], plus[same])) same += 1;
  const count = plus.length - same;
  const removed = minus.slice(same);
  if (count > 0) return [{ line: start + same, count, removed }];
  return removed.length > 0 ? [{ line: plus.length > 0 ? start + same - 1 : start, count, removed }] : [];
}

/** Returns true for lines that are equal except for a final comma. */
export function isSameLine(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || withoutComma(a) === withoutComma(b));
}

function withoutComma(line: string): string {
  return line.replace(/,?\r?$/, '');
}

/** Parses `b/path`. Git quotes it like a C string if it contains unusual characters. Undefined for `/dev/null`. */
function parsePath(written: string): string | undefined {
  if (written === '/dev/null') return undefined;
  const path = written.startsWith('"') ? unquote(written) : written.replace(/\t$/, '');
  return path.replace(/^b\//, '');
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

function unquote(written: string): string {
  const inside = written.slice(1, written.lastIndexOf('"'));
  const parts = inside.split(/(\\(?:[0-7]{3}|.))/su).map((part) => {
    if (!part.startsWith('\\')) return Buffer.from(part);
    return Buffer.from([ESCAPES[part.slice(1)] ?? Number.parseInt(part.slice(1), 8)]);
  });
  return Buffer.concat(parts).toString('utf8');
}
