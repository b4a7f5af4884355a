import type { Markup } from '../model/reply.js';
import { isSureReply } from './chosen.js';
import { roleOf, wordsOf } from './heading-words.js';
import { type Block, type Line, linesOf } from './markdown-blocks.js';
import { withoutHead } from './message-head.js';
import { markedPassagesOf } from './passages.js';

/** The only reply in a file, without the text around it. */
export interface OneReply {
  readonly lines: readonly Line[];
  readonly title: string | undefined;
  /** True if a heading or label says that the text is the reply, and the text reads like one. */
  readonly marked: boolean;
}

/** A section of a file. */
interface Stretch {
  /** The offset at which the text begins, after the front matter. */
  readonly start: number;
  readonly blocks: readonly Block[];
  /** True if it is known that no heading or label marks a part of the text as the reply. */
  readonly isUnmarked?: boolean;
}

/**
 * Returns the text to send from a file with one reply: the text under a marker or, if there is none, the file without
 * its title and without anything that precedes the message.
 * @param end the offset at which the text ends, if another reply follows in the file
 */
export function oneReplyIn(text: string, stretch: Stretch, markup: Markup, end = text.length): OneReply {
  const lines = linesOf(text, stretch.start, end);
  if (markup === 'html') return { lines, title: undefined, marked: false };
  if (markup === 'markdown' && !stretch.isUnmarked) {
    const marked = markedPassagesOf(text, stretch.blocks);
    const [only, second] = marked;
    if (only && !second)
      return { lines: only.lines, title: only.title ?? only.subject, marked: isSureReply(text, only) };
  }
  const heading = markup === 'markdown' ? titleIn(text, lines) : undefined;
  const body = heading ? lines.slice(heading.at + 1) : lines;
  const { lines: kept, subject, hadHead } = withoutHead(text, body);
  if (kept.length === 0 || (!heading && !hadHead)) return { lines, title: undefined, marked: false };
  return { lines: kept, title: heading?.title ?? subject, marked: false };
}

/** Returns the heading at the start of a file, if it is a title. */
function titleIn(text: string, lines: readonly Line[]): { readonly at: number; readonly title: string } | undefined {
  const at = lines.findIndex((line) => text.slice(line.start, line.end).trim() !== '');
  const line = lines[at];
  const heading = line && /^#[ \t]+(\S.*)$/.exec(text.slice(line.start, line.end))?.[1];
  return heading !== undefined && roleOf(heading) === undefined ? { at, title: wordsOf(heading) } : undefined;
}
