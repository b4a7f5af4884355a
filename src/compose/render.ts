import { escapedHtml } from '../model/html-text.js';
import { compose as chained, MappedText, type OffsetMap, type Writer } from '../model/offset-map.js';
import type { Block, Link } from '../model/rendering.js';
import type { Markup, Placeholder, Reply } from '../model/reply.js';
import type { Span } from '../model/span.js';
import type { Markedup, Piece } from './markup/index.js';

/** A text cut out of a body. It lacks the language, form and intent of a rendering. */
export interface CutText {
  readonly text: string;
  /** Maps offsets in the text to offsets in the body. */
  readonly toBody: OffsetMap;
  /** Maps offsets in the text to offsets in the file. */
  readonly map: OffsetMap;
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  readonly placeholders: readonly { readonly placeholder: Placeholder; readonly span: Span }[];
  readonly code: readonly Span[];
  readonly quoted: readonly Span[];
}

/** The spans that are left out of a body, and the placeholders that are shown as written. Both are sorted by start. */
export interface Cuts {
  readonly dropped: readonly Dropped[];
  readonly placeholders: readonly Placeholder[];
}

/** A span to leave out, and the text to show instead. */
export interface Dropped extends Span {
  readonly shows?: string;
}

/** Cuts one text out of a body. The markup was read from a copy of the body with a masked template. */
export function cut(reply: Reply, { blocks }: Markedup, cuts: Cuts): CutText {
  const cutter = new Cutter(reply, cuts);
  for (const block of blocks) cutter.block(block.kind, block.pieces);
  return cutter.finish();
}

/**
 * Writers of plain text for each markup. Because the meaning of Markdown's special characters depends on their context,
 * text that contains one cannot be written.
 */
const WRITERS: Readonly<Record<Markup, Writer>> = {
  text: (text) => text,
  html: (text) => escapedHtml(text).replace(/\n/g, '<br>'),
  markdown: (text) => (/[\\`*_[\]<>#~&|{}]|^[^\S\r\n\u2028\u2029]*(?:[-+]|\d+[.)])\s/m.test(text) ? undefined : text),
};

class Cutter {
  readonly #reply: Reply;
  readonly #dropped: Cursor<Dropped>;
  readonly #placeholders: Cursor<Placeholder>;
  readonly #out = new MappedText();
  readonly #blocks: Block[] = [];
  readonly #links: Link[] = [];
  readonly #shown: { placeholder: Placeholder; span: Span }[] = [];
  readonly #code: Span[] = [];
  readonly #quoted: Span[] = [];
  #last = 0;

  constructor(reply: Reply, { dropped, placeholders }: Cuts) {
    this.#reply = reply;
    this.#dropped = new Cursor(dropped, (span) => span);
    this.#placeholders = new Cursor(placeholders, ({ span }) => span);
  }

  block(kind: Block['kind'], pieces: readonly Piece[]): void {
    const kept = this.#dropped.isEmpty ? pieces : pieces.flatMap((piece) => this.#keep(piece));
    let first = 0;
    while (first < kept.length && isBlank((kept[first] as Piece).text)) first += 1;
    if (first === kept.length) return;
    let last = kept.length - 1;
    while (isBlank((kept[last] as Piece).text)) last -= 1;
    if (this.#out.length > 0) this.#out.add('\n\n', this.#last, kept[first]?.from ?? this.#last);
    const start = this.#out.length;
    for (let nth = first; nth <= last; nth += 1) this.#add(kept[nth] as Piece);
    this.#blocks.push({ kind, start, end: this.#out.length });
  }

  finish(): CutText {
    const toBody = this.#out.map(WRITERS[this.#reply.markup]);
    return {
      text: this.#out.text,
      toBody,
      map: chained(toBody, this.#reply.map),
      blocks: this.#blocks,
      links: this.#links,
      placeholders: this.#shown,
      code: this.#code,
      quoted: this.#quoted.concat(quotationsIn(this.#out.text, this.#blocks)),
    };
  }

  /** Returns what is left of a piece after the dropped spans are removed. */
  #keep(piece: Piece): Piece[] {
    const kept: Piece[] = [];
    let from = piece.from;
    this.#dropped.goTo(piece.from);
    for (let dropped = this.#dropped.next(piece.to); dropped; dropped = this.#dropped.next(piece.to)) {
      if (piece.text.length !== piece.to - piece.from) return [];
      if (dropped.start > from) kept.push(part(piece, from, dropped.start));
      if (dropped.shows !== undefined) kept.push({ text: dropped.shows, from: dropped.start, to: dropped.end });
      from = Math.max(from, dropped.end);
    }
    if (from === piece.from) return [piece];
    if (from < piece.to) kept.push(part(piece, from, piece.to));
    return kept;
  }

  #add(piece: Piece): void {
    const start = this.#out.length;
    let from = piece.from;
    if (piece.text.length === piece.to - piece.from && !this.#placeholders.isEmpty) {
      this.#placeholders.goTo(piece.from);
      for (let next = this.#placeholders.next(piece.to); next; next = this.#placeholders.next(piece.to)) {
        const { span } = next;
        if (span.start < from || span.end > piece.to) continue;
        this.#out.add(piece.text.slice(from - piece.from, span.start - piece.from), from, span.start);
        const at = this.#out.length;
        this.#out.add(next.text, span.start, span.end);
        this.#shown.push({ placeholder: next, span: { start: at, end: this.#out.length } });
        from = span.end;
      }
    }
    this.#out.add(from === piece.from ? piece.text : piece.text.slice(from - piece.from), from, piece.to);
    this.#last = piece.to;
    if (!piece.code && !piece.quoted && piece.link === undefined) return;
    const span = { start, end: this.#out.length };
    if (piece.code) this.#code.push(span);
    if (piece.quoted) this.#quoted.push(span);
    if (piece.link !== undefined) this.#link(span, piece.link);
  }

  #link(span: Span, url: string): void {
    const last = this.#links.at(-1);
    if (last && last.url === url && last.end === span.start)
      this.#links[this.#links.length - 1] = { ...last, end: span.end };
    else this.#links.push({ ...span, url });
  }
}

function isBlank(text: string): boolean {
  const unit = text.charCodeAt(0);
  // Most texts begin with a printable ASCII character.
  return !(unit > 32 && unit < 127) && text.trim() === '';
}

function part(piece: Piece, from: number, to: number): Piece {
  return { ...piece, text: piece.text.slice(from - piece.from, to - piece.from), from, to };
}

/** Iterates over sorted spans once while pieces arrive in order. It goes back only for a piece that is out of order. */
class Cursor<T> {
  readonly isEmpty: boolean;
  readonly #items: readonly T[];
  readonly #spanOf: (item: T) => Span;
  /** The first item that does not end before the last piece. */
  #at = 0;
  #next = 0;

  constructor(items: readonly T[], spanOf: (item: T) => Span) {
    this.isEmpty = items.length === 0;
    this.#items = items;
    this.#spanOf = spanOf;
  }

  /** Goes to the first item that ends after an offset. */
  goTo(from: number): void {
    const before = this.#items[this.#at - 1];
    if (before !== undefined && this.#spanOf(before).end > from) this.#at = 0;
    for (; this.#at < this.#items.length; this.#at += 1) if (this.#spanOf(this.#items[this.#at] as T).end > from) break;
    this.#next = this.#at;
  }

  /** Returns the next item. Undefined if it starts after an offset, or if there is none. */
  next(to: number): T | undefined {
    const item = this.#items[this.#next];
    if (item === undefined || this.#spanOf(item).start >= to) return undefined;
    this.#next += 1;
    return item;
  }
}

/**
 * Maximum length of a quotation. A quotation ends within its paragraph, and an opening mark without a closing one is a
 * typo.
 */
const LONGEST_QUOTATION = 300;
const QUOTATION =
  /“[^“”]{1,300}”|„[^„“”]{1,300}[“”]|«[^«»]{1,300}»|"[^"]{1,300}"|(?<=^|[\s(])‘[^‘]{1,300}?’(?=$|[\s.,;:!?)])|(?<=^|[\s(])'[^'\n]{1,100}'(?=$|[\s.,;:!?)])/g;

const NO_SPANS: Span[] = [];

/** Returns true if a text contains a quotation mark. An apostrophe within a word is none. */
function mayQuote(text: string): boolean {
  for (const mark of MARKS) if (text.includes(mark)) return true;
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at + 1))
    if (at === 0 || /[\s(]/.test(text[at - 1] as string)) return true;
  return text.includes('‘');
}

const MARKS = ['"', '«', '“', '„'];

function quotationsIn(text: string, blocks: readonly Block[]): Span[] {
  if (!mayQuote(text)) return NO_SPANS;
  const spans: Span[] = [];
  for (const { start, end } of blocks)
    for (const match of text.slice(start, end).matchAll(QUOTATION))
      if (match[0].length <= LONGEST_QUOTATION)
        spans.push({ start: start + match.index, end: start + match.index + match[0].length });
  return spans;
}
