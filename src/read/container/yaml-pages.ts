import { type Beginning, SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { LongText } from '../long-text.js';
import { openYamlItems } from './yaml.js';

/** Adjacent items of a long list. */
export interface YamlPage {
  /** The bytes of the file that contain them. */
  readonly bytes: Span;
  readonly from: Beginning;
  /** The index of the first item in the list. */
  readonly first: number;
  /** The start of the next item. Empty after the last item. */
  readonly next: string;
}

/** A long file as a list: the key that it belongs to, if any, and where it can be split. */
export interface LongYaml {
  readonly key: string | undefined;
  readonly pages: readonly YamlPage[];
}

/** Maximum length of an item. A longer one is neither a reply nor a few of them. */
const LONGEST_ITEM = 16 * 1024 * 1024;

const BLANK = /^[ \t\r]*$/;
const DOCUMENT = /^---[ \t\r]*(?:#.*)?$/;
/** Matches a key whose value begins on the next line. */
const KEY = /^([A-Za-z_][\w.-]*):[ \t\r]*(?:#.*)?$/;
const ITEM = /^-(?:[ \t\r]|$)/;
/** A comment with this name is for the linter, and can apply to several items. */
const OWN_NAME = /reply[-_ ]?lint/i;

/** Thrown for a YAML text that cannot be read in parts, with the reason as its message. */
class Unfit extends Error {}

/**
 * Scans a long text once, and records where its list can be split. The text must be a single list in block style, or
 * one key with such a list: YAML ends whatever an item contains at the next line with the indentation of the list. Each
 * page is parsed, but not kept.
 * @returns the reason in words if the text cannot be read in parts
 */
export function yamlPagesOf(text: LongText): LongYaml | string {
  try {
    const finder = new PageFinder(text);
    for (const piece of text.pieces()) finder.add(piece);
    return finder.end();
  } catch (error) {
    if (error instanceof Unfit) return error.message;
    throw error;
  }
}

class PageFinder {
  readonly #file: LongText;
  readonly #pages: YamlPage[] = [];
  #key: string | undefined;
  #hasMarker = false;
  /** The number of blanks before each item. Undefined before the first item. */
  #indent: number | undefined;
  /** Text that is not on a page yet, the start of its next line, and the number of its items. */
  #text = '';
  #at = 0;
  #count = 0;
  #first = 0;
  #bytes: number;
  #from: Beginning = { offset: 0, line: 1, before: 0 };

  constructor(file: LongText) {
    this.#file = file;
    this.#bytes = file.start;
  }

  add(piece: string): void {
    this.#text += piece;
    for (;;) {
      const feed = this.#text.indexOf('\n', this.#at);
      if (feed < 0) break;
      this.#addLine(feed + 1);
    }
    if (this.#text.length > LONGEST_ITEM) throw new Unfit('an item of its list is very long');
  }

  end(): LongYaml {
    if (this.#at < this.#text.length) this.#addLine(this.#text.length);
    if (this.#count === 0) throw new Unfit('it does not contain a list with one item after the other');
    this.#close('');
    return { key: this.#key, pages: this.#pages };
  }

  #addLine(end: number): void {
    const length = end - this.#at;
    const line = this.#text.slice(this.#at, end).replace(/\n$/, '');
    const written = line.trimStart();
    if (!BLANK.test(line) && !written.startsWith('#')) {
      if (this.#startsItem(line)) {
        if (this.#count === 0 || this.#at > this.#file.passage) this.#close(`${' '.repeat(indentOf(line))}-\n`);
        this.#count += 1;
      } else if (this.#indent === undefined) this.#addHead(line);
      else if (indentOf(line) <= this.#indent) throw new Unfit(whatElse(line));
    }
    this.#at += length;
  }

  #startsItem(line: string): boolean {
    const indent = indentOf(line);
    if (!ITEM.test(line.slice(indent))) return false;
    this.#indent ??= indent;
    return indent === this.#indent;
  }

  /** Adds a line before the first item. */
  #addHead(line: string): void {
    const key = KEY.exec(line)?.[1];
    if (key !== undefined && this.#key === undefined) this.#key = key;
    else if (DOCUMENT.test(line) && this.#key === undefined && !this.#hasMarker) this.#hasMarker = true;
    else throw new Unfit(whatElse(line));
  }

  /**
   * Ends the page before the current line.
   * @param next the start of the next item
   */
  #close(next: string): void {
    const taken = this.#text.slice(0, this.#at);
    const from = this.#from;
    const bytes = { start: this.#bytes, end: this.#bytes + this.#file.sizeOf(taken) };
    if (OWN_NAME.test(taken)) throw new Unfit('it may contain comments for replylint');
    if (this.#count > 0) {
      const passage = new SourceFile(this.#file.path, taken, { from });
      const items = openYamlItems({ passage, key: this.#key, first: this.#first, next });
      if (items?.length !== this.#count) throw new Unfit('a part of its list cannot be read by itself');
      this.#pages.push({ bytes, from, first: this.#first, next });
    }
    this.#first += this.#count;
    this.#count = 0;
    this.#text = this.#text.slice(this.#at);
    this.#at = 0;
    this.#bytes = bytes.end;
    this.#from = new SourceFile(this.#file.path, taken, { from }).end;
  }
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent += 1;
  return indent;
}

/** Says what a line is that belongs to no item. */
function whatElse(line: string): string {
  if (line.startsWith('%')) return 'it contains a directive';
  return /^(?:---|\.\.\.)/.test(line) ? 'it contains several documents' : 'it contains more than one list';
}
