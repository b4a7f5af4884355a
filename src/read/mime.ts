import { type OffsetMap, shiftedBy } from '../model/offset-map.js';
import type { Rewritten } from '../model/reply.js';
import type { Replacement } from '../model/span.js';
import { rewriterOf } from './base64-part.js';
import { quotedPrintable } from './charset.js';
import { fromBase64, fromQuotedPrintable, inCharset } from './transfer-encoding.js';

/**
 * A part of an email according to RFC 5322 and RFC 2045–2047, as far as templates need them: headers, parts, and their
 * encodings. Email libraries return decoded strings without positions, but a finding must point to a line of the file
 * even in quoted-printable and Base64 text, so the few relevant rules are implemented here.
 */
export interface MailPart {
  /** The headers by name in lowercase, unfolded. If a header is repeated, the first one counts. */
  readonly headers: ReadonlyMap<string, string>;
  /** The content type in lowercase, such as `text/plain`. */
  readonly type: string;
  /** The start of the part's content in the file. */
  readonly start: number;
  readonly end: number;
  readonly parts: readonly MailPart[];
}

/** Maximum depth of nested parts, which no email program exceeds. */
const DEEPEST = 20;
const MOST_PARTS = 500;

/** Parses the structure of an email. The time is linear in its length for each level of nesting. */
export function readMail(text: string, start = 0, end = text.length, depth = 0): MailPart {
  const { headers, body } = headersOf(text, start, end);
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  const boundary = type.startsWith('multipart/') ? parameterOf(contentType, 'boundary') : undefined;
  const parts =
    boundary !== undefined && depth < DEEPEST
      ? partsOf(text, body, end, boundary).map((part) => readMail(text, part.start, part.end, depth + 1))
      : [];
  return { headers, type, start: body, end, parts };
}

/** Reads the headers up to the first empty line. A line that starts with a blank continues the previous header. */
function headersOf(text: string, start: number, end: number): { headers: Map<string, string>; body: number } {
  const headers = new Map<string, string>();
  let name = '';
  let at = start;
  while (at < end) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    const line = text.slice(at, next).replace(/\r?\n$/, '');
    at = next;
    if (line === '') break;
    if (/^[ \t]/.test(line)) {
      if (name !== '') headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const found = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    name = headers.has(found) ? '' : found;
    if (name !== '') headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: at };
}

/** Returns the spans between the boundary lines. */
function partsOf(text: string, start: number, end: number, boundary: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  const mark = `--${boundary}`;
  let open: number | undefined;
  for (let at = start; at < end && parts.length < MOST_PARTS; ) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    if (text.startsWith(mark, at)) {
      const rest = text.slice(at + mark.length, next).trim();
      if (rest === '' || rest === '--') {
        if (open !== undefined) parts.push({ start: open, end: Math.max(open, beforeLineEnd(text, at)) });
        open = rest === '--' ? undefined : next;
        if (rest === '--') return parts;
      }
    }
    at = next;
  }
  if (open !== undefined) parts.push({ start: open, end });
  return parts;
}

/** Returns the offset before a line break, because the line break before a boundary belongs to the boundary. */
function beforeLineEnd(text: string, at: number): number {
  const feed = text.charCodeAt(at - 1) === 10 ? at - 1 : at;
  return text.charCodeAt(feed - 1) === 13 && feed < at ? feed - 1 : feed;
}

/** Returns a parameter of a header, such as `charset` in `text/plain; charset="utf-8"`. */
export function parameterOf(header: string, name: string): string | undefined {
  for (const part of header.split(';').slice(1)) {
    const equals = part.indexOf('=');
    if (equals < 0 || part.slice(0, equals).trim().toLowerCase() !== name) continue;
    const value = part.slice(equals + 1).trim();
    return value.startsWith('"') ? value.slice(1).split('"', 1)[0] : (value.split(/\s/, 1)[0] ?? value);
  }
  return undefined;
}

/** The decoded text of a part, with a map to the file. */
export interface PartText {
  readonly body: string;
  readonly map: OffsetMap;
  /** Writes changes to the text; see `Reply`. */
  readonly rewritten?: (changes: readonly Replacement[]) => Rewritten;
}

/** @throws RangeError for an unknown charset */
export function textOfPart(text: string, { headers, start, end }: MailPart): PartText {
  const charset = parameterOf(headers.get('content-type') ?? '', 'charset') ?? 'utf-8';
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64') {
    const placed = fromBase64(text, start, end);
    return { ...inCharset(placed, charset), rewritten: rewriterOf(text, { start, end }, placed, charset) };
  }
  if (encoding === 'quoted-printable') {
    const lineEnd = text.slice(start, end).includes('\r\n') ? '\r\n' : '\n';
    return inCharset(fromQuotedPrintable(text, start, end), charset, quotedPrintable(charset, lineEnd));
  }
  return { body: text.slice(start, end), map: shiftedBy(start) };
}

const ENCODED_WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,1000})\?=/gi;

/**
 * Returns the value of a header with its encoded words (RFC 2047) decoded. Blanks between two encoded words are
 * dropped.
 */
export function headerText(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?[\w.:-]{1,40}(?:\*[\w-]{1,20})?\?[bq]\?)/gi, '$1')
    .replace(ENCODED_WORD, (word, charset: string, kind: string, text: string) => {
      try {
        const bytes =
          kind.toLowerCase() === 'b'
            ? fromBase64(text, 0, text.length)
            : fromQuotedPrintable(text, 0, text.length, true);
        return inCharset(bytes, charset).body;
      } catch {
        return word;
      }
    });
}
