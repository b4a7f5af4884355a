import type { Beginning } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { LongText } from '../long-text.js';
import { bracketsOf, DEEPEST } from './json.js';

/** Thrown for a JSON text that cannot be read in parts. */
export class Unfit extends Error {}

/**
 * Maximum depth of a value. The lists and objects around it, of which there are fewer than ten, also count toward
 * `DEEPEST`.
 */
const DEEPEST_VALUE = DEEPEST - 10;

/** Maximum length of the text before the first entry on a line, such as `{"count": 3, "macros": [`. */
const MOST_BEFORE = 1000;

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const FEED = 10;
const RETURN = 13;

/** The position of some entries in the file. */
interface Taken {
  readonly bytes: Span;
  readonly from: Beginning;
  readonly before: number;
  readonly after: number;
  readonly count: number;
  readonly names: readonly string[];
}

/** A sliding window over JSON text that advances as values are read from it. */
export class JsonWindow {
  readonly #pieces: Iterator<string>;
  readonly #file: LongText;
  #text = '';
  #at = 0;
  /** The offset in the file at which the window’s text starts. */
  #offset = 0;
  #bytes: number;
  #line = 1;
  /** The number of UTF-16 units before the window’s text in its line. */
  #before = 0;
  readonly #wholeLines: boolean;
  /** The start of the current value, and everything that has been taken since the last page. */
  #begin = 0;
  #first = -1;
  #last = 0;
  #count = 0;
  #names: string[] = [];

  constructor(file: LongText) {
    this.#file = file;
    this.#pieces = file.pieces();
    this.#bytes = file.start;
    this.#wholeLines = file.wholeLines;
  }

  /** The current offset in the file, in UTF-16 units. */
  get offset(): number {
    return this.#offset + this.#at;
  }

  /** The length of the text that has been taken. */
  get taken(): number {
    return this.#first < 0 ? 0 : this.#last - this.#first;
  }

  skipBlanks(): void {
    for (;;) {
      const unit = this.#unit();
      if (unit !== 32 && unit !== 9 && unit !== FEED && unit !== RETURN) return;
      this.#at += 1;
    }
  }

  isAtEnd(): boolean {
    return Number.isNaN(this.#unit());
  }

  isAtList(): boolean {
    return this.#unit() === 91;
  }

  /** Enters a list or an object. */
  open(): 'array' | 'object' {
    const unit = this.#unit();
    if (unit !== 91 && unit !== 123) throw new Unfit();
    this.#at += 1;
    return unit === 91 ? 'array' : 'object';
  }

  /** Leaves the current list or object, if it ends here. */
  close(kind: 'array' | 'object'): boolean {
    if (this.#unit() !== (kind === 'array' ? 93 : 125)) return false;
    this.#at += 1;
    return true;
  }

  comma(): void {
    this.#expect(COMMA);
  }

  /** Begins an entry, or a member with its name. */
  begin(): void {
    this.#begin = this.#at;
  }

  /** Reads the name of a member, and moves to its value. */
  name(): string {
    const start = this.#at;
    this.#expect(QUOTE);
    if (!this.#skipString(start, 65_536)) throw new Unfit();
    const name = parsed(this.#text.slice(start, this.#at));
    this.skipBlanks();
    this.#expect(COLON);
    this.skipBlanks();
    return String(name);
  }

  /**
   * Skips a value.
   * @param most maximum number of UTF-16 units
   * @returns false for a longer list or object, which is not skipped
   */
  skipValue(most: number): boolean {
    const start = this.#at;
    const opens = this.#unit() === 91 || this.#unit() === 123;
    for (let depth = 0; ; ) {
      const unit = this.#unit();
      if (this.#at - start > most) return this.#goBack(start, opens);
      if (unit === QUOTE) {
        this.#at += 1;
        if (!this.#skipString(start, most)) return this.#goBack(start, opens);
        if (depth === 0) return true;
      } else if (unit === 91 || unit === 123) {
        depth += 1;
        if (depth > DEEPEST_VALUE) throw new Unfit();
        this.#at += 1;
      } else if (unit === 93 || unit === 125) {
        if (depth === 0) return true;
        depth -= 1;
        this.#at += 1;
        if (depth === 0) return true;
      } else if (Number.isNaN(unit)) throw new Unfit();
      else if (depth === 0 && (unit === COMMA || unit <= 32)) return true;
      else this.#at += 1;
    }
  }

  /** Adds everything read since `begin` to the page. */
  take(name: string | undefined): void {
    if (this.#first < 0) this.#first = this.#begin;
    this.#last = this.#at;
    this.#count += 1;
    if (name !== undefined) this.#names.push(name);
  }

  /** Discards everything read since the last page. */
  forget(): void {
    this.#drop(this.#at);
  }

  /** Returns what has been taken, extended to whole lines. Undefined if nothing has been taken. */
  page(kind: 'array' | 'object'): Taken | undefined {
    if (this.#first < 0) return undefined;
    const [open, close] = bracketsOf(kind);
    parsed(`${open}${this.#text.slice(this.#first, this.#last)}${close}`);
    const start = this.#lineStart();
    const before = this.#first - start;
    this.#drop(start);
    const end = this.#lineEnd();
    const from = { offset: this.#offset, line: this.#line, before: this.#before };
    const bytes = { start: this.#bytes, end: this.#bytes + this.#file.sizeOf(this.#text.slice(0, end)) };
    const taken = { bytes, from, before, after: end - this.#last, count: this.#count, names: this.#names };
    this.#drop(Math.min(end, this.#at));
    this.#first = -1;
    this.#count = 0;
    this.#names = [];
    return taken;
  }

  /**
   * Returns the start of the line that contains the first entry. If that is too far away or on another page, returns
   * the start of the entry itself.
   */
  #lineStart(): number {
    const feed = this.#text.lastIndexOf('\n', this.#first - 1);
    const start = this.#first === 0 ? 0 : feed + 1;
    if ((start > 0 || this.#before === 0) && this.#first - start <= MOST_BEFORE) return start;
    if (this.#wholeLines) throw new Unfit();
    return this.#first;
  }

  /**
   * Returns the offset after the line break that follows the last entry, if only brackets and a comma are in between.
   */
  #lineEnd(): number {
    for (let end = this.#last; ; end += 1) {
      if (end >= this.#text.length && !this.#pull()) return end;
      const unit = this.#text.charCodeAt(end);
      if (unit === FEED) return end + 1;
      if (!isBlank(unit) && unit !== RETURN && unit !== COMMA && unit !== 93 && unit !== 125) return this.#last;
    }
  }

  #goBack(start: number, opens: boolean): false {
    if (!opens) throw new Unfit();
    this.#at = start;
    return false;
  }

  /** Moves to the position after the closing quotation mark of a string. Returns false if the string is too long. */
  #skipString(start: number, most: number): boolean {
    for (;;) {
      const quote = this.#text.indexOf('"', this.#at);
      if (quote < 0) {
        this.#at = this.#text.length;
        if (this.#at - start > most) return false;
        if (!this.#pull()) throw new Unfit();
        continue;
      }
      let escapes = 0;
      while (this.#text.charCodeAt(quote - 1 - escapes) === BACKSLASH) escapes += 1;
      this.#at = quote + 1;
      if (escapes % 2 === 0) return true;
    }
  }

  #unit(): number {
    if (this.#at >= this.#text.length && !this.#pull()) return Number.NaN;
    return this.#text.charCodeAt(this.#at);
  }

  #expect(unit: number): void {
    if (this.#unit() !== unit) throw new Unfit();
    this.#at += 1;
  }

  #pull(): boolean {
    const { done, value } = this.#pieces.next();
    if (done) return false;
    this.#text += value;
    return true;
  }

  #drop(count: number): void {
    const dropped = this.#text.slice(0, count);
    this.#bytes += this.#file.sizeOf(dropped);
    this.#offset += count;
    let lineStart = -1;
    for (const { index, 0: end } of dropped.matchAll(/\r\n|\n|\r/g)) {
      this.#line += 1;
      lineStart = index + end.length;
    }
    this.#before = lineStart < 0 ? this.#before + count : count - lineStart;
    this.#text = this.#text.slice(count);
    this.#at -= count;
    this.#begin -= count;
    this.#first -= this.#first < 0 ? 0 : count;
    this.#last -= count;
  }
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Unfit();
  }
}
