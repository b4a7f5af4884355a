import type { BlockContent, DefinitionContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { BlockKind } from '../../model/rendering.js';
import { align } from './align.js';
import { type HtmlReading, type Markedup, type Piece, type PieceBlock, TooComplex } from './pieces.js';
import { plainBlocks } from './plain-blocks.js';
import { cellsOf } from './table.js';

let parser: ReturnType<typeof markdownParser> | undefined;

/** Parses Markdown to a syntax tree. The parser is loaded with the first text that needs it. */
export function treeOf(text: string): Root {
  parser ??= markdownParser();
  return parser.parse(text);
}

const markdownParser = () => unified().use(remarkParse);

/**
 * Maximum size of a text to parse. A reply has a few hundred words, and the cost of remark grows faster than the text
 * if nested elements or open brackets pile up.
 */
const LARGEST = 200_000;
const MOST_OPENERS = 2_000;
const MOST_UNDERLINES = 2_000;
const DEEPEST_LINE = 60;

/**
 * Reads Markdown with remark-parse, without GFM extensions.
 * @param readHtml reads HTML within the Markdown; without it, HTML is ignored
 * @throws TooComplex for a text that is larger or more deeply nested than any reply
 */
export function readMarkdown(body: string, readHtml?: HtmlReading): Markedup {
  guard(body);
  const blocks: PieceBlock[] = [];
  for (const stretch of plainBlocks(body) ?? [{ from: 0, to: body.length }])
    for (const block of stretch.blocks ?? parsed(body, stretch, readHtml)) blocks.push(block);
  return { blocks };
}

/** Parses a part of a body. */
export function parsed(body: string, { from, to }: PlaceInBody, readHtml?: HtmlReading): readonly PieceBlock[] {
  const reader = new MarkdownReader(body, from, readHtml);
  reader.blocksOf(treeOf(body.slice(from, to)), 'paragraph', false);
  return reader.blocks;
}

interface PlaceInBody {
  readonly from: number;
  readonly to: number;
}

/**
 * Scans a body in linear time for what makes the parser slow: its size, runs of opening characters, and deeply nested
 * lines.
 * @throws TooComplex if it finds too much of one
 */
export function guard(body: string): void {
  if (body.length > LARGEST) throw new TooComplex(`the text is longer than ${LARGEST} characters`);
  let openers = 0;
  let markers = 0;
  let underlines = 0;
  for (let at = 0; at < body.length; at += 1) {
    const unit = body.charCodeAt(at);
    // No letter or blank counts.
    if (unit > 96 || unit === 32) continue;
    if (unit === 10) {
      markers = 0;
      if (body.charCodeAt(at + 1) === 61) underlines += 1;
    } else if (unit === 91 || unit === 96 || unit === 42 || unit === 95 || unit === 60 || unit === 33) {
      openers += 1;
    } else if (unit === 62 || unit === 45 || unit === 43) {
      markers += 1;
      if (markers > DEEPEST_LINE && isMarkerRun(body, at))
        throw new TooComplex('lists or quotes are nested too deeply');
    }
    if (underlines > MOST_UNDERLINES) throw new TooComplex(`more than ${MOST_UNDERLINES} lines of equals signs`);
    if (openers > MOST_OPENERS) throw new TooComplex(`more than ${MOST_OPENERS} brackets, backticks and asterisks`);
  }
}

/**
 * Returns true if only list and quote markers come before the offset. Unlike such markers, a line of dashes has no
 * blanks.
 */
function isMarkerRun(body: string, at: number): boolean {
  const before = body.slice(Math.max(0, at - DEEPEST_LINE * 2), at);
  return /^[\s>+*-]*$/.test(before) && /[>+*-]\s+[>+*-]|>>/.test(before);
}

class MarkdownReader {
  readonly blocks: PieceBlock[] = [];
  readonly #body: string;
  /** The offset in the body at which the parsed text starts. */
  readonly #base: number;
  readonly #readHtml: HtmlReading | undefined;

  constructor(body: string, base: number, readHtml: HtmlReading | undefined) {
    this.#body = body;
    this.#base = base;
    this.#readHtml = readHtml;
  }

  blocksOf(
    parent: { children: readonly (RootContent | BlockContent | DefinitionContent)[] },
    kind: BlockKind,
    quoted: boolean,
  ): void {
    for (const node of parent.children) this.#block(node, kind, quoted);
  }

  #block(node: RootContent, kind: BlockKind, quoted: boolean): void {
    switch (node.type) {
      case 'paragraph': {
        const pieces = this.#inline(node.children, { quoted });
        const { from, to } = this.#placeOf(node);
        for (const cell of cellsOf(this.#body.slice(from, to), pieces)) this.#add(kind, cell);
        break;
      }
      case 'heading':
        this.#add('heading', this.#inline(node.children, { quoted }));
        break;
      case 'blockquote':
        this.blocksOf(node, 'quote', true);
        break;
      case 'list':
        for (const item of node.children) this.blocksOf(item, kind === 'quote' ? 'quote' : 'item', quoted);
        break;
      case 'code':
        this.#add('code', this.#code(node));
        break;
      case 'html':
        this.#html(node, kind);
        break;
      default:
        break;
    }
  }

  #placeOf({ position }: Nodes): PlaceInBody {
    return { from: this.#base + (position?.start.offset ?? 0), to: this.#base + (position?.end.offset ?? 0) };
  }

  #add(kind: BlockKind, pieces: Piece[]): void {
    if (pieces.length > 0) this.blocks.push({ kind, pieces });
  }

  #code(node: Extract<Nodes, { type: 'code' }>): Piece[] {
    const { from, to } = this.#placeOf(node);
    const text = this.#body.slice(from, to);
    const source = { text, start: firstLineOf(node.value, text), base: from };
    return align(node.value, source, true).map((piece) => ({ ...piece, code: true }));
  }

  #html(node: Extract<Nodes, { type: 'html' }>, kind: BlockKind): void {
    const { from, to } = this.#placeOf(node);
    const inside = this.#readHtml?.(this.#body.slice(from, to), from);
    for (const block of inside?.blocks ?? []) this.#add(block.kind === 'paragraph' ? kind : block.kind, block.pieces);
  }

  #inline(nodes: readonly PhrasingContent[], outside: Omit<Piece, 'text' | 'from' | 'to'>): Piece[] {
    // The opening and closing tag of an HTML link are siblings of the link's text.
    let around = outside;
    return nodes.flatMap((node): Piece[] => {
      const { from, to } = this.#placeOf(node);
      if (node.type === 'html') {
        const tag = this.#body.slice(from, to);
        const url = hrefOf(tag);
        if (url !== undefined) around = { ...outside, link: url };
        else if (/^<\/a\b/i.test(tag)) around = outside;
      }
      switch (node.type) {
        case 'text': {
          const source = { text: this.#body.slice(from, to), start: 0, base: from };
          return align(node.value, source).map((piece) => ({ ...piece, ...kept(around) }));
        }
        case 'inlineCode': {
          const text = this.#body.slice(from, to);
          const source = { text, start: insideTicks(text), base: from };
          return align(node.value, source, true).map((piece) => ({ ...piece, ...kept(around), code: true }));
        }
        case 'break':
          return [{ text: '\n', from, to }];
        case 'link':
          return this.#inline(node.children, { ...around, link: node.url });
        case 'linkReference':
        case 'emphasis':
        case 'strong':
        case 'delete':
          return this.#inline(node.children, around);
        case 'html':
          return /^<br\b/i.test(this.#body.slice(from, to)) ? [{ text: '\n', from, to }] : [];
        default:
          return [];
      }
    });
  }
}

function kept(around: Omit<Piece, 'text' | 'from' | 'to'>): Omit<Piece, 'text' | 'from' | 'to'> {
  return { ...(around.quoted && { quoted: true }), ...(around.link !== undefined && { link: around.link }) };
}

/** Returns the address of the link that a tag opens. Undefined if the tag does not open a link. */
function hrefOf(tag: string): string | undefined {
  const found = /^<a\s(?:[^>]*?\s)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** Returns the start of inline code: after the backticks and the blank that follows them. */
function insideTicks(source: string): number {
  const ticks = /^`+/.exec(source)?.[0].length ?? 0;
  const inner = source.slice(ticks, source.length - ticks);
  const isParted = /^\s/.test(inner) && /\s$/.test(inner) && inner.trim() !== '';
  return isParted ? ticks + 1 : ticks;
}

/** Returns the start of a code block's text in its source: after the line of the opening fence, if there is one. */
function firstLineOf(value: string, source: string): number {
  if (!/^(?:`{3,}|~{3,})/.test(source) || source.startsWith(value)) return 0;
  const feed = source.indexOf('\n');
  return feed < 0 ? source.length : feed + 1;
}
