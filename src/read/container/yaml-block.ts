import type { CST } from 'yaml';
import type { MappedText } from '../../model/offset-map.js';

interface Line {
  /** The offset of the line's first character, and the offset after its last one, without the line break. */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly text: string;
}

/** The header of a block scalar, and the indentation of its lines. */
interface Style {
  readonly folds: boolean;
  readonly chomps: 'keep' | 'strip' | 'clip';
  readonly trim: number;
}

/** A block scalar with everything before its first line that is not empty, and the number of its lines of text. */
interface Block {
  readonly lines: readonly Line[];
  readonly first: number;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** Adds the value of a block scalar, according to YAML 1.2, chapter 8.1. */
export function addBlock(out: MappedText, token: CST.BlockScalar): void {
  const [header, ...props] = token.props;
  if (header?.type !== 'block-scalar-header') return;
  let start = token.offset + header.source.length;
  for (const prop of props) start += 'source' in prop ? prop.source.length : 0;
  const lines = linesOf(token.source, start);
  const first = lines.findIndex((line) => !isEmpty(line));
  const style = styleOf(header.source, token.indent, lines[first]?.indent ?? 0);
  const block = { lines, first, count: countOf(lines, first, style.trim), start, end: start + token.source.length };
  if (first >= 0) new BlockText(out, style, start).add(block);
  else if (style.chomps === 'keep' && lines.length > 0)
    out.add('\n'.repeat(Math.max(1, lines.length - 1)), start, block.end);
}

function styleOf(header: string, indent: number, ofFirst: number): Style {
  const explicit = Number(/[1-9]/.exec(header)?.[0] ?? 0);
  return {
    folds: header.startsWith('>'),
    chomps: header.includes('+') ? 'keep' : header.includes('-') ? 'strip' : 'clip',
    trim: explicit > 0 ? indent + explicit : ofFirst,
  };
}

/** Returns the number of lines, not counting empty ones at the end. */
function countOf(lines: readonly Line[], first: number, trim: number): number {
  let count = lines.length;
  for (; count > 0; count -= 1) {
    const line = lines[count - 1];
    if (!line || !isEmpty(line) || (first >= 0 && line.indent > trim)) break;
  }
  return count;
}

function isEmpty({ text, indent }: Line): boolean {
  return text.length === indent;
}

/** Writes the lines of a block scalar in order. The folded text before each line is added to that line. */
class BlockText {
  readonly #out: MappedText;
  readonly #style: Style;
  /** The offset after the text that was written last. */
  #last: number;
  /** Folded text that becomes the separator before the next line, so that each character has exactly one position. */
  #pending = '';
  #separator = '';
  #wasMoreIndented = false;

  constructor(out: MappedText, style: Style, start: number) {
    this.#out = out;
    this.#style = style;
    this.#last = start;
  }

  add({ lines, first, count, start, end }: Block): void {
    for (const [index, line] of lines.slice(0, count).entries()) {
      if (index < first) {
        this.#put(line, this.#pending);
        this.#pending = '\n';
      } else if (index === first) this.#begin(line);
      else if (this.#style.folds) this.#fold(line);
      else this.#put(line, '\n');
    }
    this.#chomp(lines.slice(count), Math.max(start, end));
  }

  #begin(line: Line): void {
    const isMore = this.#isMoreIndented(line);
    this.#put(line, this.#pending);
    this.#pending = '';
    this.#separator = this.#style.folds && !isMore ? ' ' : '\n';
    this.#wasMoreIndented = this.#style.folds && isMore;
  }

  #fold(line: Line): void {
    if (this.#isMoreIndented(line)) {
      if (this.#separator === ' ') this.#separator = '\n';
      else if (!this.#wasMoreIndented && this.#separator === '\n') this.#separator = '\n\n';
      this.#follow(line, '\n');
      this.#wasMoreIndented = true;
    } else if (isEmpty(line)) {
      if (this.#separator === '\n') this.#pending += '\n';
      else this.#separator = '\n';
    } else {
      this.#follow(line, ' ');
      this.#wasMoreIndented = false;
    }
  }

  #follow(line: Line, separator: string): void {
    this.#put(line, this.#pending + this.#separator);
    this.#pending = '';
    this.#separator = separator;
  }

  /** Adds the line breaks after the text. */
  #chomp(empty: readonly Line[], end: number): void {
    if (this.#style.chomps === 'strip') return;
    if (this.#style.chomps === 'clip') {
      this.#out.add('\n', this.#last, Math.min(end, Math.max(this.#last, empty[0]?.start ?? end)));
      return;
    }
    for (const line of empty) this.#put(line, '\n');
    if (!this.#out.text.endsWith('\n')) this.#out.add('\n', this.#last, end);
  }

  #put(line: Line, before: string): void {
    const from = Math.min(line.start + this.#style.trim, line.end);
    this.#out.add(before, this.#last, from);
    this.#out.add(line.text.slice(from - line.start), from, line.end);
    this.#last = line.end;
  }

  #isMoreIndented({ indent, text }: Line): boolean {
    return indent > this.#style.trim || text[indent] === '\t';
  }
}

/** Splits lines at line feeds. A carriage return before a line feed is part of the line break. */
function linesOf(source: string, offset: number): Line[] {
  if (source === '') return [];
  let at = offset;
  return source.split('\n').map((written) => {
    const text = written.endsWith('\r') ? written.slice(0, -1) : written;
    const line = { start: at, end: at + text.length, text, indent: text.length - text.replace(/^ +/, '').length };
    at += written.length + 1;
    return line;
  });
}
