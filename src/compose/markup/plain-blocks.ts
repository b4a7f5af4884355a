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
const EXCLAMATION = 33;
const LESS_THAN = 60;
const OPENING_BRACKET = 91;

const STARTS = 1;
const INLINE = 2;
const DIGIT = 4;
const MARKS = 8;
/**
 * For each ASCII character, flags that say whether it can begin a block at the start of a line, whether it has a meaning
 * within a line that only the parser knows, and whether it can begin bold text or a link.
 */
const MEANS = new Uint8Array(128);
for (const mark of '#>-+*=_`~<|[: ') MEANS[mark.charCodeAt(0)] = STARTS;
for (const mark of '`_]\\&') MEANS[mark.charCodeAt(0)] = (MEANS[mark.charCodeAt(0)] ?? 0) | INLINE;
for (const mark of '*[<') MEANS[mark.charCodeAt(0)] = (MEANS[mark.charCodeAt(0)] ?? 0) | MARKS;
for (const digit of '0123456789') MEANS[digit.charCodeAt(0)] = DIGIT;

/** Reads a paragraph of plain words, some of which can be in pairs of asterisks or in links. */
function paragraphIn(body: string, from: number, to: number): PieceBlock[] | undefined {
  let isMarked = false;
  for (let at = from; at < to; at += 1) {
    const unit = body.charCodeAt(at);
    if (unit >= 128) continue;
    if ((at === from || body.charCodeAt(at - 1) === FEED) && mayBegin(body, at)) return undefined;
    const means = MEANS[unit] as number;
    if (unit === FEED ? body.charCodeAt(at - 1) === BLANK : (means & INLINE) !== 0) return undefined;
    if ((means & MARKS) === 0) continue;
    isMarked = true;
    if (unit === ASTERISK) continue;
    const link = linkAt(body, at);
    if (!link || link.end > to) return undefined;
    at = link.end - 1;
  }
  if (body.charCodeAt(to - 1) === BLANK) return undefined;
  const pieces = isMarked ? markedIn(body, from, to) : [{ text: body.slice(from, to), from, to }];
  return pieces && [{ kind: 'paragraph', pieces }];
}

/** Returns true if the character at the start of a line may begin something other than a paragraph. */
function mayBegin(body: string, at: number): boolean {
  const unit = body.charCodeAt(at);
  const means = MEANS[unit] as number;
  // Without a colon after its brackets, a link is not a definition. An address in angle brackets is not an element.
  if (unit === OPENING_BRACKET || unit === LESS_THAN) return linkAt(body, at) === undefined;
  // Two asterisks followed by a word begin bold text, not a list or a thematic break.
  if (unit === ASTERISK && isWord(body.charCodeAt(at + 2))) return body.charCodeAt(at + 1) !== ASTERISK;
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
 * Returns the visible text of a paragraph that is plain except for `**words**` and links. Undefined if its asterisks
 * have another meaning.
 */
function markedIn(body: string, from: number, to: number): Piece[] | undefined {
  const pieces: Piece[] = [];
  const add = (start: number, end: number) => {
    if (end > start) pieces.push({ text: body.slice(start, end), from: start, to: end });
  };
  let isOpen = false;
  let start = from;
  for (let at = from; at < to; ) {
    const unit = body.charCodeAt(at);
    const link = unit === OPENING_BRACKET || unit === LESS_THAN ? linkAt(body, at) : undefined;
    if (link) {
      add(start, at);
      pieces.push(link.piece);
      at = link.end;
      start = at;
    } else if (unit === ASTERISK) {
      if (!isBold(body, at, { from, to, isOpen })) return undefined;
      add(start, at);
      isOpen = !isOpen;
      at += 2;
      start = at;
    } else at += 1;
  }
  if (isOpen) return undefined;
  add(start, to);
  return pieces;
}

/** Returns true if the asterisks at an offset are two that begin bold text, or that end it if some is open. */
function isBold(
  body: string,
  at: number,
  { from, to, isOpen }: { readonly from: number; readonly to: number; readonly isOpen: boolean },
): boolean {
  if (body.charCodeAt(at + 1) !== ASTERISK) return false;
  const before = at === from ? FEED : body.charCodeAt(at - 1);
  const after = at + 2 >= to ? FEED : body.charCodeAt(at + 2);
  return isOpen ? isWord(before) && isBeside(after) : isBeside(before) && isWord(after);
}

interface LinkInText {
  readonly piece: Piece;
  /** The offset after the link. */
  readonly end: number;
}

/**
 * Matches an address in angle brackets, and a link whose text is plain and whose address needs no decoding and has no
 * title.
 */
const LINK =
  /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[\w/:.?=#%+,;~@!$-]{0,2000})>|\[([^\s[\]()*_<>\\&`!](?:[^[\]*_<>\\&`\n]{0,500}[^\s[\]*_<>\\&`])?)\]\(([\w/:.?=#%+,;~@!$-]{1,2000})\)/y;

/** Returns the link that begins at an offset. Undefined for anything else, and for a link that the parser must read. */
function linkAt(body: string, at: number): LinkInText | undefined {
  // An exclamation mark before the brackets makes it a picture.
  if (body.charCodeAt(at - 1) === EXCLAMATION) return undefined;
  LINK.lastIndex = at;
  const match = LINK.exec(body);
  if (!match) return undefined;
  const text = match[1] ?? match[2] ?? '';
  const piece = { text, from: at + 1, to: at + 1 + text.length, link: match[1] ?? match[3] ?? '' };
  return { piece, end: at + match[0].length };
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
