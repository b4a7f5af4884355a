import { MappedText, type OffsetMap, type Writer } from '../model/offset-map.js';

/** The bytes of an email part, each with its span in the file. */
export interface PlacedBytes {
  readonly bytes: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

class Collected implements PlacedBytes {
  readonly bytes: number[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];

  add(byte: number, from: number, to: number): void {
    this.bytes.push(byte);
    this.from.push(from);
    this.to.push(to);
  }
}

/**
 * Decodes quoted-printable text (RFC 2045, 6.7). Anything that is not a valid escape is kept as is, as in all email
 * programs.
 * @param underscores true for an encoded word in a header (RFC 2047, 4.2), in which `_` stands for a blank
 */
export function fromQuotedPrintable(text: string, start: number, end: number, underscores = false): PlacedBytes {
  const out = new Collected();
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === EQUALS) {
      const soft = softBreak(text, at, end);
      if (soft > at) {
        at = soft;
        continue;
      }
      const byte = at + 2 < end ? hex(text.charCodeAt(at + 1), text.charCodeAt(at + 2)) : -1;
      if (byte >= 0) {
        out.add(byte, at, at + 3);
        at += 3;
        continue;
      }
    }
    if (isTrailingBlank(text, at, end)) {
      at += 1;
      continue;
    }
    at = addUnit(out, text, at, underscores && unit === UNDERSCORE ? 32 : undefined);
  }
  return out;
}

const EQUALS = 61;
const UNDERSCORE = 95;

/**
 * Returns the start of the next line after an escaped line break, which may have blanks before it. Returns the same
 * position if there is no such line break.
 */
function softBreak(text: string, at: number, end: number): number {
  let next = at + 1;
  while (next < end && isBlank(text.charCodeAt(next)) && next - at < MOST_BLANKS) next += 1;
  if (next >= end) return next;
  if (text.charCodeAt(next) === 13) next += 1;
  return text.charCodeAt(next) === 10 ? next + 1 : at;
}

/**
 * Maximum number of blanks before a line break that are removed. Blanks there are added in transit and do not belong to
 * the text, but a longer run is kept.
 */
const MOST_BLANKS = 80;

function isTrailingBlank(text: string, at: number, end: number): boolean {
  if (!isBlank(text.charCodeAt(at))) return false;
  let next = at + 1;
  while (next < end && isBlank(text.charCodeAt(next)) && next - at < MOST_BLANKS) next += 1;
  const unit = text.charCodeAt(next);
  return next < end && (unit === 10 || unit === 13);
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

function hex(high: number, low: number): number {
  const digit = (unit: number) =>
    unit >= 48 && unit <= 57
      ? unit - 48
      : unit >= 65 && unit <= 70
        ? unit - 55
        : unit >= 97 && unit <= 102
          ? unit - 87
          : Number.NaN;
  const byte = digit(high) * 16 + digit(low);
  return Number.isNaN(byte) ? -1 : byte;
}

/** Adds an unescaped character that is not ASCII. It is invalid there, so it counts as its UTF-8 bytes. */
function addUnit(out: Collected, text: string, at: number, byte: number | undefined): number {
  const code = byte ?? text.codePointAt(at) ?? 0;
  const next = at + (code > 0xffff ? 2 : 1);
  if (code < 128) out.add(code, at, next);
  else for (const each of Buffer.from(String.fromCodePoint(code), 'utf8')) out.add(each, at, next);
  return next;
}

/** Decodes Base64 (RFC 2045, 6.8). Characters outside its alphabet are skipped, and padding ends the data. */
export function fromBase64(text: string, start: number, end: number): PlacedBytes {
  const out = new Collected();
  let bits = 0;
  let held = 0;
  let last = start;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === EQUALS) break;
    const value = SEXTETS[unit] ?? -1;
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out.add((bits >> held) & 0xff, last, at + 1);
    }
    last = at;
  }
  return out;
}

const SEXTETS: readonly number[] = (() => {
  const table: number[] = new Array(128).fill(-1);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let value = 0; value < 64; value += 1) table[alphabet.charCodeAt(value)] = value;
  return table;
})();

/**
 * Decodes bytes, and returns the text with a map to the file. A character maps to all of its bytes, and invalid bytes
 * become U+FFFD.
 * @param writer writes a text as bytes; omitted if the text is only read
 * @throws RangeError for an unknown charset
 */
export function inCharset(
  { bytes, from, to }: PlacedBytes,
  charset: string,
  writer: Writer = () => undefined,
): { body: string; map: OffsetMap } {
  const decoder = new TextDecoder(charset, { ignoreBOM: true });
  const plain = !/^(?:utf-16|iso-2022)/.test(decoder.encoding);
  const out = new MappedText();
  let pending = -1;
  const add = (text: string, first: number, last: number) => out.add(text, from[first] ?? 0, to[last] ?? 0);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (plain && byte < 128 && pending < 0) {
      add(String.fromCharCode(byte), at, at);
      continue;
    }
    const text = decoder.decode(Uint8Array.of(byte), { stream: true });
    if (pending < 0) pending = at;
    if (text === '') continue;
    add(text, pending, at);
    pending = -1;
  }
  const rest = decoder.decode();
  if (rest !== '') add(rest, Math.max(pending, 0), bytes.length - 1);
  return { body: out.text, map: out.map(writer) };
}
