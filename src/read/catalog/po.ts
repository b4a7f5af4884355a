import { MappedText } from '../../model/offset-map.js';
import type { DecodedText } from '../container/value.js';
import { linesOf } from '../markdown-blocks.js';
import type { CatalogEntry } from './entry.js';

/** A field of a message, with its strings in order. */
interface Field {
  readonly name: string;
  readonly start: number;
  readonly out: MappedText;
  /** The spans of the text between the quotation marks of each string. */
  readonly strings: { start: number; end: number }[];
}

interface Message {
  start: number;
  isFuzzy: boolean;
  readonly fields: Map<string, Field>;
}

const FIELD = /^[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*(?=")/;
const STRING = /^[ \t]*"((?:[^"\\]|\\.)*)"/;
const ESCAPE = /\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}|[\s\S])/g;
const MEANS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

/**
 * Reads the messages of a gettext catalog. If a translation is missing or marked as fuzzy, the source text is used. A
 * message on one line without blanks, such as `mail.late`, is a key rather than a text. Source: gettext's manual, “The
 * Format of PO Files”.
 */
export function* readPo(text: string): Generator<CatalogEntry> {
  const messages = [...messagesIn(text)];
  const head = messages.find(({ fields }) => fields.get('msgid')?.out.text === '')?.fields.get('msgstr');
  const language = /^Language:[ \t]*([A-Za-z]{2,3}(?:[-_]\w{2,4})?)[ \t]*$/m.exec(head?.out.text ?? '')?.[1];
  for (const message of messages) {
    const id = message.fields.get('msgid');
    if (!id || id.out.text === '') continue;
    const context = message.fields.get('msgctxt')?.out.text;
    const isKey = /^\S+$/.test(id.out.text);
    const key = context ?? (isKey ? id.out.text : undefined);
    const translated = [...message.fields.values()].filter(
      ({ name, out }) => name.startsWith('msgstr') && out.text !== '',
    );
    const isTranslated = translated.length > 0 && !message.isFuzzy;
    for (const field of isTranslated ? translated : [id])
      yield { key, text: decoded(field), start: message.start, locale: isTranslated ? language : undefined };
  }
}

function* messagesIn(text: string): Generator<Message> {
  let message: Message | undefined;
  let field: Field | undefined;
  let isFuzzy = false;
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    if (/^[ \t]*#/.test(line)) {
      if (/^#,.*\bfuzzy\b/.test(line)) isFuzzy = true;
      field = undefined;
      continue;
    }
    const name = FIELD.exec(line);
    if (name) {
      const [whole, which = ''] = name;
      if (!message || message.fields.has(which) || (which === 'msgctxt' && message.fields.has('msgid'))) {
        if (message) yield message;
        message = { start, isFuzzy, fields: new Map() };
        isFuzzy = false;
      }
      field = { name: which, start, out: new MappedText(), strings: [] };
      message.fields.set(which, field);
      addString(field, text, start + whole.length, end);
    } else if (field && /\S/.test(line)) addString(field, text, start, end);
  }
  if (message) yield message;
}

function addString({ out, strings }: Field, text: string, from: number, end: number): void {
  const line = text.slice(from, end);
  const found = STRING.exec(line);
  if (!found) return;
  const inside = from + found[0].length - 1 - (found[1] ?? '').length;
  strings.push({ start: inside, end: inside + (found[1] ?? '').length });
  let at = inside;
  for (const { 0: written, index } of (found[1] ?? '').matchAll(ESCAPE)) {
    out.add(text.slice(at, inside + index), at, inside + index);
    at = inside + index + written.length;
    out.add(meaningOf(written), inside + index, at);
  }
  out.add(text.slice(at, from + found[0].length - 1), at, from + found[0].length - 1);
}

function meaningOf(written: string): string {
  const kind = written[1] ?? '';
  if (kind === 'x') return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  if (/[0-7]/.test(kind)) return String.fromCharCode(Number.parseInt(written.slice(1), 8));
  return MEANS[kind] ?? kind;
}

function decoded({ out, strings }: Field): DecodedText {
  const map = out.map((text, at) =>
    strings.some(({ start, end }) => start <= at.start && at.end <= end) ? written(text) : undefined,
  );
  return { body: out.text, map };
}

function written(text: string): string {
  return text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
}
