import { Parser } from 'htmlparser2';
import type { BlockKind } from '../../model/rendering.js';
import { MASK } from '../template/mask.js';
import { type Markedup, type Piece, type PieceBlock, TooComplex } from './pieces.js';

/** The block elements of HTML, with the kind of block that each creates. */
export const BLOCKS: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ...'p div section article header footer main aside address center figure figcaption form fieldset table tbody thead tr td th dl dt dd ul ol body html hr mj-body mj-section mj-column mj-group mj-wrapper mj-hero mj-text mj-table mj-raw mj-button mj-accordion-element mj-social mj-navbar'
    .split(' ')
    .map((name) => [name, 'paragraph'] as const),
  ...'h1 h2 h3 h4 h5 h6'.split(' ').map((name) => [name, 'heading'] as const),
  ['li', 'item'],
  ['blockquote', 'quote'],
  ['pre', 'code'],
]);
const CODE = new Set(['code', 'kbd', 'samp', 'pre', 'tt', 'button', 'mj-button']);
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'mj-head']);

const DEEPEST = 500;

/** Matches whitespace that is collapsed, or that is not a plain space. */
const FOLDS = /\s\s|[^\S ]/;

/**
 * Reads HTML the way a browser shows it: divided into blocks, with `<br>` as a line break, collapsed whitespace and
 * decoded entities.
 * @throws TooComplex if elements are nested more than 500 levels deep
 */
export function readHtml(body: string, offset = 0): Markedup {
  const reader = new HtmlReader(offset);
  reader.read(body);
  return { blocks: reader.blocks.filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== '')) };
}

class HtmlReader {
  readonly blocks: PieceBlock[] = [];
  readonly #offset: number;
  readonly #stack: { name: string; kind: BlockKind | undefined }[] = [];
  #open: PieceBlock | undefined;
  #link: string | undefined;
  #code = 0;
  #unseen = 0;
  #preformatted = 0;

  constructor(offset: number) {
    this.#offset = offset;
  }

  read(body: string): void {
    const parser: Parser = new Parser(
      {
        onopentag: (name, attributes) => this.#opened(name, attributes, this.#at(parser)),
        onclosetag: (name) => this.#closed(name),
        ontext: (text) => this.#text(text, this.#at(parser)),
      },
      { decodeEntities: true, lowerCaseTags: true },
    );
    parser.end(body);
  }

  #at(parser: Parser): { from: number; to: number } {
    return { from: parser.startIndex + this.#offset, to: parser.endIndex + 1 + this.#offset };
  }

  #opened(name: string, attributes: Record<string, string>, { from, to }: { from: number; to: number }): void {
    if (name === 'br') {
      this.#add({ text: '\n', from, to });
      return;
    }
    const kind = BLOCKS.get(name);
    if (kind) this.#open = undefined;
    if (this.#stack.length >= DEEPEST) throw new TooComplex(`elements are nested more than ${DEEPEST} levels deep`);
    this.#stack.push({ name, kind });
    if (CODE.has(name)) this.#code += 1;
    if (UNSEEN.has(name)) this.#unseen += 1;
    if (name === 'pre') this.#preformatted += 1;
    if (name === 'a') this.#link = attributes.href;
  }

  #closed(name: string): void {
    // The parser also reports the end of void elements, but `<br>` was not opened as an element here.
    if (name === 'br') return;
    const open = this.#stack.pop();
    if (!open) return;
    if (open.kind) this.#open = undefined;
    if (CODE.has(name)) this.#code -= 1;
    if (UNSEEN.has(name)) this.#unseen -= 1;
    if (name === 'pre') this.#preformatted -= 1;
    if (name === 'a') this.#link = undefined;
  }

  #text(text: string, { from, to }: { from: number; to: number }): void {
    if (this.#unseen > 0) return;
    if (this.#preformatted > 0 || text.length !== to - from) {
      this.#add({ text: /^\s+$/.test(text) && this.#preformatted === 0 ? ' ' : text, from, to });
      return;
    }
    if (!FOLDS.test(text) && !text.includes(MASK)) {
      this.#spaced(text, from);
      return;
    }
    // Whitespace is collapsed to one space. The remaining words map to unchanged parts of the body.
    for (const match of text.matchAll(/\s+|\S+/g)) {
      const start = from + match.index;
      const blank = /^\s/.test(match[0]);
      if (blank) this.#add({ text: ' ', from: start, to: start + match[0].length });
      else this.#add({ text: match[0], from: start, to: start + match[0].length });
    }
  }

  /** Adds words with single spaces between and around them as a single piece. */
  #spaced(text: string, from: number): void {
    const start = text.startsWith(' ') ? 1 : 0;
    const end = text.length > start && text.endsWith(' ') ? text.length - 1 : text.length;
    if (start > 0) this.#add({ text: ' ', from, to: from + 1 });
    if (end > start) this.#add({ text: text.slice(start, end), from: from + start, to: from + end });
    if (end < text.length) this.#add({ text: ' ', from: from + end, to: from + end + 1 });
  }

  #add(piece: Piece): void {
    const last = this.#open?.pieces.at(-1);
    const blank = piece.text === ' ';
    if (blank && (!last || /\s$/.test(last.text))) return;
    if (piece.text === '\n' && !this.#open) return;
    const kind = this.#kind();
    this.#open ??= this.#begin(kind);
    this.#open.pieces.push({
      ...piece,
      ...(this.#code > 0 && { code: true }),
      ...(this.#isQuoted() && { quoted: true }),
      ...(this.#link !== undefined && { link: this.#link }),
    });
  }

  #begin(kind: BlockKind): PieceBlock {
    const block = { kind, pieces: [] };
    this.blocks.push(block);
    return block;
  }

  #kind(): BlockKind {
    for (let at = this.#stack.length - 1; at >= 0; at -= 1) {
      const kind = this.#stack[at]?.kind;
      if (kind && kind !== 'paragraph') return kind;
    }
    return 'paragraph';
  }

  #isQuoted(): boolean {
    return this.#stack.some(({ name }) => name === 'blockquote' || name === 'q');
  }
}
