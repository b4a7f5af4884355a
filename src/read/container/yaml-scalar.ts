import type { CST } from 'yaml';
import { MappedText } from '../../model/offset-map.js';
import type { DecodedText } from './value.js';
import { addBlock } from './yaml-block.js';
import { scalarWriter } from './yaml-writer.js';

/**
 * Decodes a YAML scalar and maps its value to the file. The value is computed from the token according to YAML 1.2,
 * chapters 7.3 and 8.1. Undefined if it differs from the parser's value, so that no position is guessed.
 * @param parsed the value that the parser returned
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

/** Joins lines with a space, or with one line feed for each empty line between them. */
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
/** Matches a run of literal characters, an escape, or blanks and line breaks. */
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
