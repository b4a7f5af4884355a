import { isAboutPage } from './about-pages.js';
import { type Adapter, type Content, type Found, remembered } from './content.js';
import { readsLikeReply } from './cues.js';
import { readFrontMatter, saidOf } from './front-matter.js';
import { blocksOf, linesOf } from './markdown-blocks.js';
import { oneReplyIn } from './one-reply.js';
import { promisesReply } from './reply-keys.js';
import { slugOf } from './slug.js';
import { textOf } from './text-of-lines.js';

/** Reads files with several replies, each with its own front matter. */
export const severalFrontMatters: Adapter = {
  name: 'several replies, each with front matter',
  recognises: (content) => {
    const { text, named, markup, file } = content;
    if (markup === undefined || !text.startsWith('---') || !hasFences(text)) return false;
    const pieces = piecesIn(content);
    if (pieces.length < 2 || (!named && isAboutPage(file.path))) return false;
    return named || pieces.some(({ start, body }) => promisesReply(text.slice(start, body))) || mostRead(text, pieces);
  },
  replies,
};

/** Number of `---` lines around two front matters. */
const FEWEST_FENCES = 4;

/** Returns false quickly for most files, which do not have enough `---` lines. The first one is at the start. */
function hasFences(text: string): boolean {
  let count = 1;
  for (let at = text.indexOf('\n---'); at >= 0 && count < FEWEST_FENCES; at = text.indexOf('\n---', at + 4)) count += 1;
  return count >= FEWEST_FENCES;
}

/** The result is stored because recognizing the file requires finding its replies. */
const piecesIn = remembered(({ text }: Content) => piecesOf(text));

interface Piece {
  /** The start of the front matter, and the text after it. */
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

function mostRead(text: string, pieces: readonly Piece[]): boolean {
  const reading = pieces.filter(({ body, end }) => readsLikeReply(text.slice(body, end).trim()));
  return reading.length * 2 >= pieces.length;
}

const KEY = /^[a-z][\w-]{0,40}[ \t]*:(?:[ \t]|$)/;
const KNOWN =
  /^(?:id|title|name|form|intent|topics|locale|lang|language|channel|tags|active|audience|visibility|shortcut|macro|replylint)[ \t]*:/;

/**
 * Splits a file at its front matters. Each one is a `---` line, lines of keys and values with at least one known key,
 * and another `---` line.
 */
function piecesOf(text: string): Piece[] {
  const lines = linesOf(text);
  const isFence = (index: number) => {
    const line = lines[index];
    return line !== undefined && /^---[ \t]*$/.test(text.slice(line.start, line.end));
  };
  const pieces: { start: number; body: number }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!isFence(at)) continue;
    const close = closingOf(text, lines, at + 1, isFence);
    if (close === undefined) continue;
    pieces.push({ start: lines[at]?.start ?? 0, body: lines[close]?.next ?? text.length });
    at = close;
  }
  return pieces.map((piece, index) => ({ ...piece, end: pieces[index + 1]?.start ?? text.length }));
}

const MOST_LINES = 200;

function closingOf(
  text: string,
  lines: readonly { start: number; end: number }[],
  from: number,
  isFence: (index: number) => boolean,
): number | undefined {
  let known = false;
  for (let at = from; at < lines.length && at - from < MOST_LINES; at += 1) {
    if (isFence(at)) return known ? at : undefined;
    const { start, end } = lines[at] as { start: number; end: number };
    const line = text.slice(start, end);
    known ||= KNOWN.test(line);
    const continues = at > from && /^(?:[ \t]+\S|- |#)/.test(line);
    if (!KEY.test(line) && !continues) return undefined;
  }
  return undefined;
}

async function* replies(content: Content): AsyncGenerator<Found> {
  const { text, file, markup = 'text' } = content;
  for (const { start, end } of piecesIn(content)) {
    const front = await readFrontMatter(text, start);
    for (const problem of front?.problems ?? []) yield { problem };
    const from = front?.end ?? start;
    const { lines, title } = oneReplyIn(text, { start: from, blocks: blocksOf(text, from, end) }, markup, end);
    const { body, map } = textOf(text, lines);
    if (body.trim() === '') continue;
    const shown = front?.title ?? title;
    const slug = slugOf(shown ?? '');
    yield {
      reply: {
        id: front?.id,
        slug,
        title: shown,
        pointer: `#${slug}`,
        start: lines[0]?.start ?? start,
        body,
        map,
        markup,
        ...saidOf(front, file.path),
      },
    };
  }
}
