import type { Reply } from '../../model/reply.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import { alignHunk, Lines } from './align-hunk.js';
import type { FileChange } from './changes.js';
import type { Hunk } from './patch.js';

/** The replies of a file that a change affects. */
export interface TouchedReplies {
  readonly ids: ReadonlySet<string>;
  /** Returns true for a line of one of these replies, and for a changed line. Line numbers are 1-based. */
  hasLine(line: number): boolean;
}

/** The selection for a file none of whose replies are reported. */
export const NONE_TOUCHED: TouchedReplies = { ids: new Set(), hasLine: () => false };

/**
 * Returns the replies of a file that have a changed line in their entry. An entry ends where the next one begins. A
 * section has no beginning of its own, so lines between two texts belong to the later one. In a file with a single
 * reply, all lines belong to it.
 */
export function touchedBy(change: FileChange, file: SourceFile, replies: readonly Reply[]): TouchedReplies {
  if (change === 'all' || (replies.length === 1 && change.length > 0))
    return { ids: new Set(replies.map(({ id }) => id)), hasLine: () => true };
  const { text } = file;
  const lines = new Lines(text);
  const entries = entriesOf(replies, text);
  const beginnings = firstLinesOf(entries, lines);
  const hunks = change.map((hunk) =>
    spanOfHunk(
      alignHunk(hunk, lines, (line) => beginnings.has(line)),
      lines,
    ),
  );
  const touched: Entry[] = [];
  let from = 0;
  for (const entry of entries) {
    // Both lists are sorted, so hunks before this entry are also before all later ones.
    while (from < hunks.length && (hunks[from]?.end ?? 0) < entry.start) from += 1;
    for (let at = from; at < hunks.length && (hunks[at]?.start ?? 0) <= entry.next; at += 1)
      if (touches(hunks[at] as Span, entry, text)) {
        touched.push(entry);
        break;
      }
  }
  const lineNumbers = new Set<number>();
  for (const { start, end } of [...touched, ...hunks])
    for (let line = file.placeOf(start).line; line <= file.placeOf(Math.max(start, end - 1)).line; line += 1)
      lineNumbers.add(line);
  return { ids: new Set(touched.flatMap(({ ids }) => ids)), hasLine: (line) => lineNumbers.has(line) };
}

interface Entry extends Span {
  readonly ids: readonly string[];
  /** The offset at which the last of its texts ends. */
  readonly bodyEnd: number;
  /** The offset at which the next entry begins. */
  readonly next: number;
}

function entriesOf(replies: readonly Reply[], text: string): Entry[] {
  const placed = replies
    .map(({ id, start, map, body }) => ({ id, start, body: map.spanOf({ start: 0, end: body.length }) }))
    .sort((a, b) => a.start - b.start);
  const entries: { ids: string[]; start: number; bodyEnd: number; said: number }[] = [];
  for (const { id, start, body } of placed) {
    const last = entries.at(-1);
    if (last && last.said === start) {
      last.ids.push(id);
      last.bodyEnd = Math.max(last.bodyEnd, body.end);
    } else
      entries.push({
        ids: [id],
        said: start,
        start: start < body.start ? start : textAfter(text, last?.bodyEnd ?? 0),
        bodyEnd: body.end,
      });
  }
  return entries.map(({ ids, start, bodyEnd }, index) => {
    const next = lineStartBefore(text, entries[index + 1]?.start ?? text.length);
    return { ids, start, bodyEnd, next, end: Math.max(bodyEnd, start + text.slice(start, next).trimEnd().length) };
  });
}

function touches({ start, end }: Span, entry: Entry, text: string): boolean {
  if (start < end) return start < entry.end && entry.start < end;
  // If lines were removed, the entry has changed if they were inside it, or directly after its text, because they may
  // have been its end.
  if (start < entry.end) return entry.start < start;
  return start >= entry.bodyEnd && text.slice(entry.bodyEnd, start).trim() === '';
}

function spanOfHunk({ line, count }: Hunk, lines: Lines): Span {
  return count > 0
    ? { start: lines.startOf(line), end: lines.startOf(line + count) }
    : { start: lines.startOf(line + 1), end: lines.startOf(line + 1) };
}

/** Returns the lines on which entries begin. Both lists are sorted. */
function firstLinesOf(entries: readonly Entry[], lines: Lines): Set<number> {
  const found = new Set<number>();
  let line = 1;
  for (const { start } of entries) {
    while (lines.startOf(line + 1) <= start && lines.at(line + 1) !== undefined) line += 1;
    found.add(line);
  }
  return found;
}

/** Returns the start of the line if only a YAML dash comes before the offset. Otherwise, returns the offset. */
function lineStartBefore(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]{0,100}(?:-[ \t]{1,100})?$/.test(text.slice(start, offset)) ? start : offset;
}

/** Returns the offset of the first character on a later line. */
function textAfter(text: string, offset: number): number {
  if (offset === 0) return 0;
  const feed = text.indexOf('\n', offset);
  const from = feed < 0 ? text.length : feed + 1;
  const blank = /\S/.exec(text.slice(from, from + 1000))?.index ?? 0;
  return text.lastIndexOf('\n', from + blank - 1) + 1;
}
