import { MappedText } from '../../model/offset-map.js';
import { linesOf } from '../markdown-blocks.js';
import type { CatalogEntry } from './entry.js';

const ESCAPE = /\\(?:u[\da-fA-F]{4}|\r\n|[\s\S])/g;
const MEANS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' };

/**
 * Reads the entries of a Java properties file. A line that ends with `\` continues on the next line, whose indentation
 * is removed. Source: java.util.Properties.load.
 */
export function* readProperties(text: string): Generator<CatalogEntry> {
  const lines = linesOf(text);
  for (let at = 0; at < lines.length; at += 1) {
    const { start } = lines[at] as { start: number };
    let { end } = lines[at] as { end: number };
    if (/^[ \t\f]*(?:[#!]|$)/.test(text.slice(start, end))) continue;
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(start, end)) && at + 1 < lines.length) {
      at += 1;
      end = (lines[at] as { end: number }).end;
    }
    const raw = text.slice(start, end);
    const [whole = '', key = ''] =
      /^[ \t\f]*((?:[^\\:= \t\f\r\n]|\\[\s\S])+)(?:[ \t\f]*[:=])?[ \t\f]*(?:\\\r?\n[ \t\f]*)*/.exec(raw) ?? [];
    if (key === '') continue;
    yield { key: key.replace(/\\(.)/g, '$1'), text: valueIn(text, start + whole.length, end), start };
  }
}

function valueIn(text: string, start: number, end: number): CatalogEntry['text'] {
  const out = new MappedText();
  let at = start;
  for (const { 0: written, index } of text.slice(start, end).matchAll(ESCAPE)) {
    const from = start + index;
    if (from < at) continue;
    out.add(text.slice(at, from), at, from);
    at = from + written.length;
    if (/^\\\r?\n?$/.test(written)) at += /^[ \t\f]*/.exec(text.slice(at, end))?.[0].length ?? 0;
    else out.add(meaningOf(written), from, at);
  }
  out.add(text.slice(at, end), at, end);
  return { body: out.text, map: out.map(written) };
}

function meaningOf(sequence: string): string {
  if (sequence[1] === 'u' && sequence.length === 6) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return MEANS[sequence[1] ?? ''] ?? sequence.slice(1);
}

function written(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/\r/g, '\\r').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
}
