/** Lines that are new or other than before: 1-based, as Git counts them, by line feeds. */
export interface Hunk {
  /** The first changed line; for `count` 0, the line after which lines were taken out. */
  readonly line: number;
  readonly count: number;
  /** What stood there before. */
  readonly taken: readonly string[];
}

/**
 * The changed lines of each file of a patch without context (`git diff -U0`), by path. A line that only got or lost a
 * comma at its end, as the last entry of a JSON list does when one is added behind it, is not changed.
 */
export function hunksIn(patch: string): Map<string, Hunk[]> {
  const files = new Map<string, Hunk[]>();
  let hunks: Hunk[] = [];
  const lines = patch.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('diff --git ')) hunks = [];
    else if (line.startsWith('+++ ')) {
      const path = pathOf(line.slice(4));
      if (path !== undefined) files.set(path, hunks);
    }
    const head = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!head) continue;
    const [taken, start, put] = [Number(head[1] ?? 1), Number(head[2]), Number(head[3] ?? 1)];
    const { minus, plus, end } = contentOf(lines, at + 1, taken, put);
    hunks.push(...withoutCommas(start, minus, plus));
    at = end - 1;
  }
  return files;
}

/** The lines of a hunk; told by their number, for a line of theirs may look like the head of a file. */
function contentOf(lines: readonly string[], from: number, taken: number, put: number) {
  const minus: string[] = [];
  const plus: string[] = [];
  let at = from;
  for (; at < lines.length && (minus.length < taken || plus.length < put || lines[at]?.startsWith('\\')); at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('-')) minus.push(line.slice(1));
    else if (line.startsWith('+')) plus.push(line.slice(1));
  }
  return { minus, plus, end: at };
}

function withoutCommas(start: number, minus: readonly string[], plus: readonly string[]): Hunk[] {
  let same = 0;
  while (same < minus.length && same < plus.length && isSameLine(minus[same], plus[same])) same += 1;
  const count = plus.length - same;
  const taken = minus.slice(same);
  if (count > 0) return [{ line: start + same, count, taken }];
  return taken.length > 0 ? [{ line: plus.length > 0 ? start + same - 1 : start, count, taken }] : [];
}

/** True for lines that are the same, but for a comma at the end. */
export function isSameLine(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || bare(a) === bare(b));
}

function bare(line: string): string {
  return line.replace(/,?\r?$/, '');
}

/** `b/path`, in quotation marks with C's escapes where it has unusual characters; undefined for `/dev/null`. */
function pathOf(written: string): string | undefined {
  if (written === '/dev/null') return undefined;
  const path = written.startsWith('"') ? unquoted(written) : written.replace(/\t$/, '');
  return path.replace(/^b\//, '');
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

function unquoted(written: string): string {
  const inside = written.slice(1, written.lastIndexOf('"'));
  const parts = inside.split(/(\\(?:[0-7]{3}|.))/su).map((part) => {
    if (!part.startsWith('\\')) return Buffer.from(part);
    return Buffer.from([ESCAPES[part.slice(1)] ?? Number.parseInt(part.slice(1), 8)]);
  });
  return Buffer.concat(parts).toString('utf8');
}
