import type { CST } from 'yaml';
import { MappedText } from '../../model/offset-map.js';
import type { DecodedText } from './value.js';
import { scalarWriter } from './yaml-writer.js';

/**
 * A YAML scalar's value with the map back to the file, worked out from its token as YAML 1.2 chapters 7.3 and 8.1 say.
 * Undefined where that differs from what the parser made of it: then no place is guessed.
 * @param parsed the parser's value
 */
export function decodeScalar(token: CST.FlowScalar | CST.BlockScalar, parsed: string): DecodedText | undefined {
  const out = new MappedText();
  if (token.type === 'block-scalar') addBlock(out, token);
  else if (token.type === 'scalar') addFolded(out, token.source, token.offset, addPlain);
  else if (token.type === 'single-quoted-scalar')
    addFolded(out, token.source.slice(1, -1), token.offset + 1, addSingleQuoted);
  else if (token.type === 'double-quoted-scalar') addDoubleQuoted(out, token.source, token.offset);
  return out.text === parsed ? { body: out.text, map: out.map(scalarWriter(token)) } : undefined;
}

type Add = (out: MappedText, raw: string, from: number) => void;

const addPlain: Add = (out, raw, from) => out.add(raw, from, from + raw.length);

const addSingleQuoted: Add = (out, raw, from) => {
  for (let at = 0; at < raw.length; ) {
    const quote = raw.indexOf("''", at);
    const stop = quote < 0 ? raw.length : quote;
    out.add(raw.slice(at, stop), from + at, from + stop);
    if (quote >= 0) out.add("'", from + stop, from + stop + 2);
    at = stop + 2;
  }
};

/** Lines that are joined with a space, or with as many line feeds as lines between them are empty. */
function addFolded(out: MappedText, source: string, offset: number, add: Add): void {
  const lines = source.split('\n');
  let at = 0;
  let last = 0;
  let empty = 0;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    let from = at;
    let to = at + line.length;
    if (!isLast && source.charCodeAt(to - 1) === 13 && to > from) to -= 1;
    if (index > 0) while (from < to && isBlank(source.charCodeAt(from))) from += 1;
    if (!isLast) while (to > from && isBlank(source.charCodeAt(to - 1))) to -= 1;
    at += line.length + 1;
    if (index > 0 && !isLast && from === to) {
      empty += 1;
      continue;
    }
    if (index > 0) out.add(empty === 0 ? ' ' : '\n'.repeat(empty), offset + last, offset + from);
    add(out, source.slice(from, to), offset + from);
    last = to;
    empty = 0;
  }
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
/** A run that stands for itself; an escape; blanks and line ends. */
const PART = /[^\\ \t\r\n]+|\\(?:\r\n[ \t]*|[\s\S])|[ \t\r\n]+/g;

function addDoubleQuoted(out: MappedText, source: string, offset: number): void {
  const close = source.length - 1;
  PART.lastIndex = 1;
  for (let match = PART.exec(source); match && match.index < close; match = PART.exec(source)) {
    const from = match.index;
    const part = match[0].slice(0, close - from);
    let to = from + part.length;
    const key = part[1] ?? '';
    if (part[0] !== '\\') {
      const feeds = part.split('\n').length - 1;
      if (feeds > 0) out.add(feeds === 1 ? ' ' : '\n'.repeat(feeds - 1), offset + from, offset + to);
      else out.add(part, offset + from, offset + to);
    } else if (key === '\n' || key === '\r') {
      while (isBlank(source.charCodeAt(to))) to += 1;
    } else if (Object.hasOwn(DIGITS, key)) {
      to += DIGITS[key] ?? 0;
      const code = Number.parseInt(source.slice(from + 2, to), 16);
      if (code <= 0x10ffff) out.add(String.fromCodePoint(code), offset + from, offset + to);
    } else out.add(Object.hasOwn(ESCAPES, key) ? (ESCAPES[key] ?? '') : part, offset + from, offset + to);
    PART.lastIndex = to;
  }
}

interface Line {
  /** Offset in the file of the line's first unit, and of the one after its last, the line end apart. */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly text: string;
}

function addBlock(out: MappedText, token: CST.BlockScalar): void {
  const [header, ...props] = token.props;
  if (header?.type !== 'block-scalar-header') return;
  const folds = header.source.startsWith('>');
  const keep = header.source.includes('+');
  const strip = header.source.includes('-');
  const explicit = Number(/[1-9]/.exec(header.source)?.[0] ?? 0);
  let start = token.offset + header.source.length;
  for (const prop of props) start += 'source' in prop ? prop.source.length : 0;
  const lines = linesOf(token.source, start);
  const isEmpty = ({ text, indent }: Line) => text.length === indent;
  const first = lines.findIndex((line) => !isEmpty(line));
  const trim = explicit > 0 ? token.indent + explicit : (lines[first]?.indent ?? 0);
  let count = lines.length;
  while (count > 0) {
    const line = lines[count - 1];
    if (!line || !isEmpty(line) || (first >= 0 && line.indent > trim)) break;
    count -= 1;
  }
  if (first < 0) {
    if (keep && lines.length > 0)
      out.add('\n'.repeat(Math.max(1, lines.length - 1)), start, start + token.source.length);
    return;
  }
  let last = start;
  let separator = '';
  let wasMoreIndented = false;
  const put = (line: Line, before: string) => {
    const from = Math.min(line.start + trim, line.end);
    out.add(before, last, from);
    out.add(line.text.slice(from - line.start), from, line.end);
    last = line.end;
  };
  // What is folded away in front of a line counts as that line's separator, so that each unit has one place.
  let pending = '';
  for (const [index, line] of lines.slice(0, count).entries()) {
    if (index < first) {
      put(line, pending);
      pending = '\n';
      continue;
    }
    const isMore = line.indent > trim || line.text[line.indent] === '\t';
    if (index === first) {
      put(line, pending);
      pending = '';
      separator = folds && !isMore ? ' ' : '\n';
      wasMoreIndented = folds && isMore;
    } else if (!folds) put(line, '\n');
    else if (isMore) {
      if (separator === ' ') separator = '\n';
      else if (!wasMoreIndented && separator === '\n') separator = '\n\n';
      put(line, pending + separator);
      pending = '';
      separator = '\n';
      wasMoreIndented = true;
    } else if (isEmpty(line)) {
      if (separator === '\n') pending += '\n';
      else separator = '\n';
    } else {
      put(line, pending + separator);
      pending = '';
      separator = ' ';
      wasMoreIndented = false;
    }
  }
  const end = start + token.source.length;
  if (keep) {
    for (const line of lines.slice(count)) put(line, '\n');
    if (!out.text.endsWith('\n')) out.add('\n', last, end);
  } else if (!strip) out.add('\n', last, Math.min(end, Math.max(last, lines[count]?.start ?? end)));
}

/** Lines split at line feeds; a carriage return in front of one is part of the line end. */
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
