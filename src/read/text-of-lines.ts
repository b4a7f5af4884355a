import { MappedText, type OffsetMap } from '../model/offset-map.js';
import type { Span } from '../model/span.js';
import type { Line } from './markdown-blocks.js';

/** Returns the text of some lines without the marks of their block, with a map to the file. */
export function textOf(text: string, lines: readonly Line[]): { body: string; map: OffsetMap } {
  const out = new MappedText();
  const [first] = lines;
  const last = lines.at(-1);
  if (first && last && areAdjacent(lines)) out.add(text.slice(first.start, last.end), first.start, last.end);
  else {
    for (const [index, line] of lines.entries()) {
      out.add(text.slice(line.start, line.end), line.start, line.end);
      const following = lines[index + 1];
      // The line break covers everything up to the text of the next line, so that the marks are removed along with the
      // line.
      if (following) out.add(text.slice(line.end, line.next), line.end, following.start);
    }
  }
  return { body: out.text, map: out.map((written, at) => inLines(written, at, { text, lines })) };
}

/** Returns the same text without a map. Most texts are only judged. */
export function bodyOf(text: string, lines: readonly Line[]): string {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return '';
  if (areAdjacent(lines)) return text.slice(first.start, last.end);
  let body = '';
  for (const line of lines) body += text.slice(line.start, line === last ? line.end : line.next);
  return body;
}

/** Returns true if there are no marks between lines, so that their text is a part of the file as it is. */
function areAdjacent(lines: readonly Line[]): boolean {
  let next = lines[0]?.start;
  for (const line of lines) {
    if (line.start !== next) return false;
    next = line.next;
  }
  return true;
}

/** Writes a text with the marks and the indentation of the block's other lines. */
function inLines(written: string, at: Span, block: { readonly text: string; readonly lines: readonly Line[] }): string {
  const { text, lines } = block;
  const index = lines.findLastIndex(({ start }) => start <= at.start);
  // The first line may begin with a list marker, whereas the other lines of the item are only indented.
  const line = lines[Math.max(1, index)] ?? lines[0];
  const marks = line ? text.slice(text.lastIndexOf('\n', line.start - 1) + 1, line.start) : '';
  return written.replace(/\r?\n(?:\r?\n)*/g, (run) =>
    run
      .split(/(?<=\n)/)
      .reduce((all, end, nth, ends) => all + end + (nth < ends.length - 1 ? marks.trimEnd() : marks), ''),
  );
}
