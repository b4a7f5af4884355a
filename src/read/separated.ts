import { cuesIn, readsLikeReply } from './cues.js';
import { type Line, linesOf } from './markdown-blocks.js';
import type { Passage } from './passages.js';
import { textOf } from './text-of-lines.js';

/** `###[Q] More than one question`, as Stack Exchange's AutoReviewComments writes its comments. */
const COMMENT = /^#{2,4}[ \t]*\[(?:[A-Z]{1,2}(?:,[ \t]?[A-Z]{1,2}){0,4})\][ \t]*(\S.*)$/;
/** `---- NOT A BUG`, with or without dashes behind. */
const SEPARATOR = /^-{3,40}[ \t]+([^\s|-][^|\n]{0,120}?)[ \t]*-{0,40}$/;

/** Replies that title lines of a kind of their own part; none where there are not two such lines with replies under. */
export function separatedIn(text: string, from: number): Passage[] {
  const found: { title: string; lines: Line[] }[] = [];
  for (const line of linesOf(text, from)) {
    const raw = text.slice(line.start, line.end);
    const title = raw.startsWith('#')
      ? COMMENT.exec(raw)?.[1]
      : raw.startsWith('---')
        ? SEPARATOR.exec(raw)?.[1]
        : undefined;
    if (title !== undefined) found.push({ title: title.trim(), lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  if (found.length < 2) return [];
  const passages = found.flatMap(({ title, lines }): Passage[] => {
    const kept = trimmed(text, lines);
    return kept.length > 0
      ? [{ kind: 'section', title, marked: true, depth: 0, subject: undefined, lines: kept, markup: 'markdown' }]
      : [];
  });
  const bodies = passages.map(({ lines }) => textOf(text, lines).body);
  const telling = bodies.filter((body) => cuesIn(body).size >= 2);
  return telling.length * 2 >= bodies.length && bodies.some(readsLikeReply) ? passages : [];
}

function trimmed(text: string, lines: readonly Line[]): readonly Line[] {
  const full = (line: Line) => /\S/.test(text.slice(line.start, line.end));
  const from = lines.findIndex(full);
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex(full) + 1);
}
