import { constants, isUtf8 } from 'node:buffer';
import { SourceFile } from '../model/source-file.js';
import { declaredEncoding } from './declared-encoding.js';

/** Thrown if a file cannot be read as text. The message says where and why. It ends with the advice, if there is any. */
export class NotText extends Error {
  /** The message without the advice. */
  readonly reason: string;
  /**
   * The text that the bytes probably represent. It is used only to decide whether the file matters to the user, and is
   * never linted.
   */
  readonly guess: string;

  constructor(reason: string, guess = '', advice?: string) {
    super(advice === undefined ? reason : `${reason}; ${advice}`);
    this.reason = reason;
    this.guess = guess;
  }
}

/** The first bytes of Outlook's `.oft` and `.msg` files, and of all other files in the Compound File format. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** What the first bytes of a file reveal about its encoding. */
export interface Mark {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** The length of the byte order mark in bytes. 0 if there is none. */
  readonly length: number;
}

/**
 * Detects the byte order mark at the start of a file.
 * @param bytes at least the first eight bytes, or all of a shorter file
 * @throws NotText for a kind of file that is known to be binary
 */
export function markOf(bytes: Buffer): Mark {
  if (bytes.subarray(0, 8).equals(COMPOUND))
    throw new NotText(
      'the file is an Outlook template or message in Outlook’s own format; save it from Outlook as text (.txt) or HTML, or from a mail program as .eml',
    );
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return { encoding: 'utf-8', length: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0 };
}

/**
 * Decodes a file. Supported are UTF-8 with or without a byte order mark, UTF-16 with one, and the encoding that the
 * file declares, if its kind has a declaration. Valid UTF-8 takes precedence over any declaration, because converted
 * files often keep an old one, and text in other encodings is hardly ever valid UTF-8 by accident.
 * @throws NotText for anything else, with the offset of the first invalid byte
 */
export function decode(path: string, bytes: Buffer): SourceFile {
  const { encoding, length } = markOf(bytes);
  const content = bytes.subarray(length);
  if (encoding !== 'utf-8') return utf16(path, bytes, encoding);
  const bom = length > 0;
  const nul = content.indexOf(0);
  if (nul >= 0) throw new NotText(notText(nul + length), guessed(content));
  if (isUtf8(content)) return new SourceFile(path, asText(content), { bom });
  const declared = bom ? undefined : declaredEncoding(path, bytes);
  if (declared === undefined || declared === 'utf-8') {
    const at = firstWrong(content);
    const line = content.subarray(0, at).filter((byte) => byte === 10).length + 1;
    throw new NotText(notUtf8(content[at] ?? 0, at + length, line), guessed(content), SAVE_AS_UTF8);
  }
  return new SourceFile(path, inEncoding(bytes, declared), { encoding: declared });
}

/** @throws NotText if the text is longer than a string can be */
function asText(utf8: Buffer): string {
  if (utf8.length <= MOST_AT_ONCE) return utf8.toString('utf8');
  throw new NotText(tooLong());
}

/** Maximum number of bytes in a file that is read at once. */
export const MOST_AT_ONCE = constants.MAX_STRING_LENGTH;

/**
 * Returns the advice for a file that is too large to be read at once. Formats with one record per line are read in parts
 * instead.
 * @param why the reason in words why it is not read in parts, if its format could be
 */
export function tooLong(why?: string): string {
  const limit = `the file is too large to read at once (more than ${Math.round(MOST_AT_ONCE / 2 ** 20)} MiB)`;
  const reason = why === undefined ? '' : `, and cannot be read in parts because ${why}`;
  return `${limit}${reason}; export it as NDJSON, with one reply per line, which has no size limit`;
}

/** Number of bytes from which the kind of a text is guessed. */
export const GUESSED = 65_536;

/** Zero bytes are removed so that UTF-16 without a byte order mark is readable, too. */
export function guessed(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, GUESSED).filter((byte) => byte !== 0)).toString('latin1');
}

function inEncoding(bytes: Buffer, encoding: string): string {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    // Node.js 20 decodes Windows-1252 correctly only in stream mode. Otherwise, it decodes ISO 8859-1 instead.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    throw new NotText(`the file is not valid UTF-8 or ${encoding}, its declared encoding`, guessed(bytes));
  }
}

function utf16(path: string, bytes: Buffer, encoding: Utf16): SourceFile {
  if (bytes.length > constants.MAX_STRING_LENGTH * 2) throw new NotText(tooLong());
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(2));
    return new SourceFile(path, text, { bom: true, encoding });
  } catch {
    const lone = loneSurrogate(bytes, 2, encoding);
    throw new NotText(lone < 0 ? halfUnit(encoding, bytes.length - 1) : notUtf16(encoding, lone));
  }
}

/** An encoding with two bytes per code unit. */
export type Utf16 = Exclude<Mark['encoding'], 'utf-8'>;

/** Returns the position of the first lone surrogate, or -1 if there is none. */
export function loneSurrogate(bytes: Buffer, from: number, encoding: Utf16): number {
  const unitAt = (at: number) => (encoding === 'utf-16le' ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  for (let at = from; at + 1 < bytes.length; at += 2) {
    const high = unitAt(at) >> 10 === 0x36;
    const low = high && at + 3 < bytes.length && unitAt(at + 2) >> 10 === 0x37;
    if (low) at += 2;
    else if (high || unitAt(at) >> 10 === 0x37) return at;
  }
  return -1;
}

export function notUtf16(encoding: Utf16, at: number): string {
  return `the file has a ${encoding.toUpperCase()} byte order mark but is not valid ${encoding.toUpperCase()}: lone surrogate at byte offset ${at}`;
}

export function halfUnit(encoding: Utf16, at: number): string {
  return `the file has a ${encoding.toUpperCase()} byte order mark but is not valid ${encoding.toUpperCase()}: incomplete character at byte offset ${at}`;
}

export function notText(at: number): string {
  return `the file is not text: byte 0x00 at offset ${at}`;
}

/** The advice for a file that is not UTF-8. */
export const SAVE_AS_UTF8 = 'save it as UTF-8';

export function notUtf8(byte: number, at: number, line: number): string {
  const written = byte.toString(16).padStart(2, '0');
  return `the file is not UTF-8: byte 0x${written} at offset ${at}, line ${line}`;
}

/** Returns the position of the first invalid character, or the number of bytes if all characters are valid. */
export function firstWrong(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthAt(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Returns the length in bytes of the character that starts at a position. 0 if it is invalid (Unicode, table 3-7). */
function lengthAt(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const from = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const to = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < from || second > to) return 0;
  for (let next = at + 2; next < at + length; next += 1) if ((bytes[next] ?? 0) >> 6 !== 2) return 0;
  return length;
}
