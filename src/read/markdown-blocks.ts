import type { Span } from '../model/span.js';

/**
 * The blocks of a Markdown file with replies: headings, fences, block quotes, and all other text. The file is read line
 * by line in one pass and without recursion, because all the documentation of a repository is read to find the few
 * files with replies. A syntax tree would not be enough, because the marks of a quotation and the indentation of a
 * fence must be separated from the text character by character.
 */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly start: number }
  | { readonly kind: 'fence'; readonly info: string; readonly lines: readonly Line[]; readonly start: number }
  | { readonly kind: 'quote'; readonly lines: readonly Line[]; readonly start: number }
  /** Consecutive lines with no blank line between them. */
  | { readonly kind: 'text'; readonly lines: readonly Line[]; readonly start: number }
  /** A thematic break, such as `---`, on its own line. */
  | { readonly kind: 'rule'; readonly start: number };

/** A line of a block from `start` to `end`, without the marks of the block itself. The next line starts at `next`. */
export interface Line extends Span {
  readonly next: number;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const FENCE = /^[ \t]*(`{3,}|~{3,})([^\n]*)/;
const CLOSING = /^[ \t]*(`{3,}|~{3,})[ \t]*$/;
const QUOTE = /^[ \t]{0,12}>[ \t]?/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^[ \t]{0,40}(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** Characters that can begin a block. */
const [GREATER, BACKTICK, TILDE, HASH, EQUALS, MINUS, STAR, PLUS, UNDERSCORE] = [62, 96, 126, 35, 61, 45, 42, 43, 95];

/** Returns the blocks of a text in order, in linear time. */
export function blocksOf(text: string, from = 0, to = text.length): Block[] {
  const reader = new BlockReader(text);
  for (const line of linesOf(text, from, to)) reader.take(line);
  return reader.end();
}

/** Returns the lines of a text without their line breaks. */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < to) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 || feed >= to ? to : feed + 1;
    let end = feed < 0 || feed >= to ? to : feed;
    if (end > start && text.charCodeAt(end - 1) === 13) end -= 1;
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}

/** An open fence: the earliest offset of its text, and what closes it. */
interface OpenFence {
  readonly mark: string;
  readonly info: string;
  /** The indentation of the fence line in columns. It is removed from the text. */
  readonly indent: number;
  readonly quoted: boolean;
  readonly start: number;
  readonly lines: Line[];
}

class BlockReader {
  readonly #text: string;
  readonly #blocks: Block[] = [];
  #fence: OpenFence | undefined;
  #open: { kind: 'quote' | 'text'; start: number; lines: Line[] } | undefined;
  /** The column at which the text of the open list item starts. 0 outside of lists. */
  #item = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(line: Line): void {
    const raw = this.#text.slice(line.start, line.end);
    if (this.#fence && !this.#inFence(this.#fence, line, raw)) return;
    const mark = markOf(raw);
    const quote = mark === GREATER ? QUOTE.exec(raw) : null;
    if (quote && indentOf(quote[0]) - this.#item <= 3) this.#quote(line, quote[0].length);
    else if (Number.isNaN(mark) || (!isPrintable(mark) && raw.trim() === '')) this.#close();
    else this.#other(line, raw, mark);
  }

  end(): Block[] {
    if (this.#fence) this.#closeFence(this.#fence);
    this.#close();
    return this.#blocks;
  }

  /** Adds a line to an open fence. Returns false if the line was not part of it. */
  #inFence(fence: OpenFence, line: Line, raw: string): boolean {
    const quote = fence.quoted ? QUOTE.exec(raw) : undefined;
    if (fence.quoted && !quote) {
      this.#closeFence(fence);
      return true;
    }
    const start = line.start + (quote?.[0].length ?? 0);
    const rest = this.#text.slice(start, line.end);
    const mark = markOf(rest);
    const closing = mark === BACKTICK || mark === TILDE ? CLOSING.exec(rest)?.[1] : undefined;
    if (closing?.startsWith(fence.mark) && indentOf(rest) <= fence.indent + 3) this.#closeFence(fence);
    else fence.lines.push({ start: start + blanksOf(rest, fence.indent), end: line.end, next: line.next });
    return false;
  }

  #quote(line: Line, mark: number): void {
    const start = line.start + mark;
    const fence = FENCE.exec(this.#text.slice(start, line.end));
    if (fence && this.#opensFence(fence)) {
      this.#openFence(fence, start, true);
      return;
    }
    this.#add('quote', { start, end: line.end, next: line.next }, line.start);
  }

  /** @param mark the first character of the line that is not a blank, which decides what the line can be */
  #other(line: Line, raw: string, mark: number): void {
    const indent = indentOf(raw);
    if (indent < this.#item && this.#open === undefined) this.#item = 0;
    const fence = mark === BACKTICK || mark === TILDE ? FENCE.exec(raw) : null;
    if (fence && indent - this.#item <= 3 && this.#opensFence(fence)) {
      this.#openFence(fence, line.start, false);
      return;
    }
    const heading = mark === HASH ? HEADING.exec(raw) : null;
    if (heading) {
      this.#close();
      this.#item = 0;
      this.#blocks.push({
        kind: 'heading',
        depth: heading[1]?.length ?? 1,
        text: headingText(raw, heading[0].length),
        start: line.start,
      });
      return;
    }
    if ((mark === EQUALS || mark === MINUS) && this.#isUnderline(raw)) return;
    if ((mark === MINUS || mark === STAR || mark === UNDERSCORE) && RULE.test(raw)) {
      this.#close();
      this.#item = 0;
      this.#blocks.push({ kind: 'rule', start: line.start });
      return;
    }
    if (mark === MINUS || mark === STAR || mark === PLUS || isDigit(mark)) this.#item = this.#itemOf(raw, indent);
    if (this.#continuesQuote(raw)) this.#open?.lines.push({ ...line, start: line.start + blanksOf(raw, indent) });
    else this.#add('text', line, line.start);
  }

  /** Returns true for `===` or `---` under a line of text, which makes that line a heading. */
  #isUnderline(raw: string): boolean {
    const depth = /^ {0,3}={2,}[ \t]*$/.test(raw) ? 1 : /^ {0,3}-{2,}[ \t]*$/.test(raw) ? 2 : 0;
    const [only, second] = this.#open?.kind === 'text' ? this.#open.lines : [];
    if (depth === 0 || !only || second || this.#item > 0) return false;
    const text = this.#text.slice(only.start, only.end).trim();
    this.#open = undefined;
    this.#blocks.push({ kind: 'heading', depth, text, start: only.start });
    return true;
  }

  /** A quotation continues without its mark until a blank line. */
  #continuesQuote(raw: string): boolean {
    const last = this.#open?.kind === 'quote' ? this.#open.lines.at(-1) : undefined;
    return last !== undefined && !ITEM.test(raw) && this.#text.slice(last.start, last.end).trim() !== '';
  }

  /** Returns the column of the list item's text, because items may contain fences that are indented like the text. */
  #itemOf(raw: string, indent: number): number {
    const item = ITEM.exec(raw);
    if (item && indent - this.#item <= 3) return indentOf(item[0].replace(/[^\s]/g, ' '));
    return this.#item;
  }

  #opensFence(fence: RegExpExecArray): boolean {
    return !(fence[1]?.startsWith('`') && fence[2]?.includes('`'));
  }

  #openFence(fence: RegExpExecArray, start: number, quoted: boolean): void {
    this.#close();
    const indent = indentOf(fence[0]);
    this.#fence = { mark: fence[1] ?? '```', info: (fence[2] ?? '').trim(), indent, quoted, start, lines: [] };
  }

  #closeFence({ info, lines, start }: OpenFence): void {
    this.#blocks.push({ kind: 'fence', info, lines, start });
    this.#fence = undefined;
  }

  #add(kind: 'quote' | 'text', line: Line, start: number): void {
    if (this.#open?.kind !== kind) {
      this.#close();
      this.#open = { kind, start, lines: [] };
    }
    this.#open?.lines.push(line);
  }

  #close(): void {
    if (this.#open) this.#blocks.push(this.#open);
    this.#open = undefined;
  }
}

/** Returns the first UTF-16 unit of a line that is neither a space nor a tab. NaN if there is none. */
function markOf(raw: string): number {
  let at = 0;
  while (raw.charCodeAt(at) === 32 || raw.charCodeAt(at) === 9) at += 1;
  return raw.charCodeAt(at);
}

/** Returns true for an ASCII character that is not a blank. */
function isPrintable(unit: number): boolean {
  return unit > 32 && unit < 127;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Returns the text of a heading without closing `#` characters, which must follow a blank. */
function headingText(raw: string, from: number): string {
  const text = raw.slice(from).trim();
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 35) end -= 1;
  const closed = end === 0 || text[end - 1] === ' ' || text[end - 1] === '\t';
  return closed ? text.slice(0, end).trimEnd() : text;
}

/** Returns the width of a text's leading blanks in columns. A tab advances to the next multiple of four. */
function indentOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 32) columns += 1;
    else if (unit === 9) columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** Returns the number of blank characters within the first `columns` columns. */
function blanksOf(text: string, columns: number): number {
  let at = 0;
  for (let seen = 0; at < text.length && seen < columns; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 32) seen += 1;
    else if (unit === 9) seen += 4 - (seen % 4);
    else break;
  }
  return at;
}
