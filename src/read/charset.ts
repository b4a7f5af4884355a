import type { Writer } from '../model/offset-map.js';
import { encode, NotEncodable } from './encode.js';

/** Matches labels for ASCII, which decoders read as Windows-1252. */
const ASCII = /ascii|^ansi_x3|^iso-ir-6$|iso[_-]?646/;
/** Matches multi-byte encodings in which ASCII is unchanged. */
const OVER_ASCII = /^(?:gbk|gb18030|big5|euc-jp|euc-kr|shift_jis)$/;

/**
 * Encodes a text in an email charset, which is taken literally: decoders read `iso-8859-1` as an encoding with more
 * characters.
 * @throws NotEncodable for a character that the charset does not have, and for charsets that can only be read
 * @throws RangeError for an unknown charset
 */
export function inBytes(text: string, charset: string): Buffer {
  const label = charset.trim().toLowerCase();
  const { encoding } = new TextDecoder(label);
  const lone = /[\ud800-\udfff]/u.exec(text);
  if (lone) throw new NotEncodable('an incomplete character cannot be written');
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const beyond = /[^\x00-\x7f]/u.exec(text)?.[0];
  if (beyond === undefined && (OVER_ASCII.test(encoding) || ASCII.test(label))) return Buffer.from(text, 'latin1');
  if (beyond !== undefined && (OVER_ASCII.test(encoding) || ASCII.test(label)))
    throw new NotEncodable(`“${beyond}” cannot be written in ${label}`);
  const bytes = encode({ encoding, bom: false }, text);
  const control = /^(?:iso|latin|l\d)/.test(label) ? bytes.findIndex((byte) => byte >= 0x80 && byte < 0xa0) : -1;
  if (control >= 0) throw new NotEncodable(`“${text[control]}” cannot be written in ${label}`);
  return bytes;
}

/**
 * Maximum length of a written line. Lines must not exceed 76 bytes, and text before an insertion on the same line is
 * not counted.
 */
const LONGEST_LINE = 70;
const EQUALS = 61;

/**
 * Returns a function that writes text in quoted-printable (RFC 2045, 6.7). Text outside the charset is rejected.
 * @param lineEnd the line ending of the file
 */
export function quotedPrintable(charset: string, lineEnd: string): Writer {
  return (text) => {
    // In UTF-16, a line break is not a single byte.
    if (/^utf-?16/i.test(charset)) return undefined;
    try {
      return text
        .split(/\r?\n/)
        .map((line) => quotedLine(inBytes(line, charset), lineEnd))
        .join(lineEnd);
    } catch (error) {
      if (error instanceof NotEncodable) return undefined;
      throw error;
    }
  };
}

function quotedLine(bytes: Buffer, lineEnd: string): string {
  let written = '';
  let width = 0;
  for (const [index, byte] of bytes.entries()) {
    const isPlain = (byte > 32 && byte < 127 && byte !== EQUALS) || (byte === 32 && index < bytes.length - 1);
    const next = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (width + next.length > LONGEST_LINE) {
      written += `=${lineEnd}`;
      width = 0;
    }
    written += next;
    width += next.length;
  }
  return written;
}
