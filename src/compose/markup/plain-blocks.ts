import type { Piece, PieceBlock } from './pieces.js';

/**
 * A part of a Markdown text between blank lines, with its blocks. The blocks are undefined if the parser must read the
 * part.
 */
export type Stretch =
  | { readonly blocks: readonly PieceBlock[] }
  | { readonly from: number; readonly to: number; readonly blocks?: undefined };

/**
 * Matches constructs that can extend across a blank line or change the meaning of other text: fences, comments, scripts
 * and definitions.
 */
const FAR = /```|~~~|\]:|<(?:[!?]|script|pre|style|textarea)|[\r\t\0\ufeff]/i;

/**
 * Splits Markdown at its blank lines. Paragraphs of plain words and lists of plain lines are read here; everything else
 * goes to the parser, together with its neighbors.
 * @returns undefined if the parser must read the whole text
 */
export function plainBlocks(body: string): readonly Stretch[] | undefined {
  if (FAR.test(body)) return undefined;
  const stretches: Stretch[] = [];
  let unread: number | undefined;
  const flush = (to: number) => {
    if (unread !== undefined) stretches.push({ from: unread, to });
    unread = undefined;
  };
  for (let chunk = chunkAt(body, 0); chunk; chunk = chunkAt(body, chunk.end)) {
    const { from, to, end } = chunk;
    // If the text before could be code that is still open, only a list that starts with 1 is certain to be a list.
    const mayBeList = unread === undefined || BEGINS_ANYWHERE.test(body.slice(from, from + 2));
    const blocks = (mayBeList ? listIn(body, from, to, end) : undefined) ?? paragraphIn(body, from, to);
    if (blocks) {
      flush(from);
      stretches.push({ blocks });
    } else unread ??= from;
  }
  flush(body.length);
  return stretches;
}

/** Matches the start of a list that can begin anywhere, no matter what comes before it. */
const BEGINS_ANYWHERE = /^(?:[*+-]|1[.)])/;

/**
 * Returns the next lines up to a blank line. `end` is the offset after the blank lines that follow. Undefined at the
 * end of the body.
 */
function chunkAt(body: string, start: number): { from: number; to: number; end: number } | undefined {
  const from = afterBlankLines(body, start);
  if (from >= body.length) return undefined;
  let to = from;
  for (let next = from; next < body.length; ) {
    const feed = body.indexOf('\n', next);
    to = feed < 0 ? body.length : feed;
    next = to + 1;
    if (isBlankLine(body, next)) break;
  }
  return { from, to, end: to };
}

function afterBlankLines(body: string, start: number): number {
  let line = start;
  for (let at = start; at < body.length; at += 1) {
    const unit = body.charCodeAt(at);
    if (unit === FEED) line = at + 1;
    else if (unit !== BLANK) return line;
  }
  return body.length;
}

function isBlankLine(body: string, start: number): boolean {
  let at = start;
  while (body.charCodeAt(at) === BLANK) at += 1;
  return at >= body.length || body.charCodeAt(at) === FEED;
}

const FEED = 10;
const BLANK = 32;
const ASTERISK = 42;
const DOT = 46;
const CLOSING = 41;

const STARTS = 1;
const INLINE = 2;
const DIGIT = 4;
/**
 * For each ASCII character, flags that say whether it can begin a block at the start of a line and whether it has a
 * meaning within a line.
 */
const MEANS = new Uint8Array(128);
for (const mark of '#>-+*=_`~<|[: ') MEANS[mark.charCodeAt(0)] = STARTS;
for (const mark of '`_[]<\\&') MEANS[mark.charCodeAt(0)] = (MEANS[mark.charCodeAt(0)] ?? 0) | INLINE;
for (const digit of '0123456789') MEANS[digit.charCodeAt(0)] = DIGIT;

/** Reads a paragraph of plain words, some of which can be in pairs of asterisks. */
function paragraphIn(body: string, from: number, to: number): PieceBlock[] | undefined {
  let strong = false;
  for (let at = from; at < to; at += 1) {
    const unit = body.charCodeAt(at);
    if (unit >= 128) continue;
    if ((at === from || body.charCodeAt(at - 1) === FEED) && mayBegin(body, at)) return undefined;
    if (unit === FEED ? body.charCodeAt(at - 1) === BLANK : ((MEANS[unit] as number) & INLINE) !== 0) return undefined;
    if (unit === ASTERISK) strong = true;
  }
  if (body.charCodeAt(to - 1) === BLANK) return undefined;
  const pieces = strong ? strongIn(body, from, to) : [{ text: body.slice(from, to), from, to }];
  return pieces && [{ kind: 'paragraph', pieces }];
}

/** Returns true if the character at the start of a line may begin something other than a paragraph. */
function mayBegin(body: string, at: number): boolean {
  const means = MEANS[body.charCodeAt(at)] as number;
  // Two asterisks followed by a word begin bold text, not a list or a thematic break.
  if (body.charCodeAt(at) === ASTERISK && isWord(body.charCodeAt(at + 2))) return body.charCodeAt(at + 1) !== ASTERISK;
  return (means & STARTS) !== 0 || ((means & DIGIT) !== 0 && markerEnd(body, at) > 0);
}

/**
 * Returns the offset after the digits of a list marker and the period or parenthesis that follows them. 0 if there is
 * no such marker.
 */
function markerEnd(body: string, start: number): number {
  let at = start;
  while (((MEANS[body.charCodeAt(at)] ?? 0) & DIGIT) !== 0) at += 1;
  const unit = body.charCodeAt(at);
  return at > start && (unit === DOT || unit === CLOSING) ? at + 1 : 0;
}

/**
 * Returns the visible text of a paragraph that is plain except for `**words**`. Undefined if its asterisks have another
 * meaning.
 */
function strongIn(body: string, from: number, to: number): Piece[] | undefined {
  const pieces: Piece[] = [];
  let isOpen = false;
  let start = from;
  for (let at = body.indexOf('*', from); at >= 0 && at < to; at = body.indexOf('*', at)) {
    const [before, after] = [
      at === from ? FEED : body.charCodeAt(at - 1),
      at + 2 >= to ? FEED : body.charCodeAt(at + 2),
    ];
    if (body.charCodeAt(at + 1) !== ASTERISK) return undefined;
    const fits = isOpen ? isWord(before) && isBeside(after) : isBeside(before) && isWord(after);
    if (!fits) return undefined;
    if (at > start) pieces.push({ text: body.slice(start, at), from: start, to: at });
    isOpen = !isOpen;
    at += 2;
    start = at;
  }
  if (isOpen) return undefined;
  if (to > start) pieces.push({ text: body.slice(start, to), from: start, to });
  return pieces;
}

/** Returns true for an ASCII letter or digit, and for the mask of a placeholder. */
function isWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 0xe000;
}

/** Returns true for a blank, a line break or punctuation that can be next to a word. */
function isBeside(unit: number): boolean {
  return unit === BLANK || unit === FEED || unit === DOT || unit === 44 || unit === CLOSING || unit === 40;
}

/** Reads a list in which each line is an item and all items have the same marker. */
function listIn(body: string, from: number, to: number, end: number): PieceBlock[] | undefined {
  const marker = body.charCodeAt(from);
  const isOrdered = ((MEANS[marker] ?? 0) & DIGIT) !== 0;
  if (!isOrdered && marker !== 45 && marker !== ASTERISK && marker !== 43) return undefined;
  // Indented lines after a blank line belong to the last item, so the parser must read them.
  if (body.charCodeAt(afterBlankLines(body, end)) === BLANK) return undefined;
  const closes = isOrdered ? body.charCodeAt(markerEnd(body, from) - 1) : 0;
  const blocks: PieceBlock[] = [];
  for (let line = from; line < to; ) {
    const feed = body.indexOf('\n', line);
    const lineEnd = feed < 0 || feed > to ? to : feed;
    const after = isOrdered ? markerEnd(body, line) : line + 1;
    const isSame = isOrdered
      ? after > 0 && after - line <= 9 && body.charCodeAt(after - 1) === closes
      : body.charCodeAt(line) === marker;
    if (!isSame || body.charCodeAt(after) !== BLANK || after + 1 >= lineEnd) return undefined;
    const [paragraph] = paragraphIn(body, after + 1, lineEnd) ?? [];
    if (!paragraph) return undefined;
    blocks.push({ kind: 'item', pieces: paragraph.pieces });
    line = lineEnd + 1;
  }
  return blocks;
}
