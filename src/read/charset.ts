import type { Writer } from '../model/offset-map.js';
import { encode, NotEncodable } from './encode.js';

/** Labels for ASCII, which decoders read as Windows-1252. */
const ASCII = /ascii|^ansi_x3|^iso-ir-6$|iso[_-]?646/;
/** Multi-byte encodings in which ASCII is unchanged. */
const OVER_ASCII = /^(?:gbk|gb18030|big5|euc-jp|euc-kr|shift_jis)$/;

/**
 * A text as bytes of an email charset, taken literally: the decoders' version of `iso-8859-1` has more characters.
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

/** Lines must not be longer than 76 bytes; text before an insertion on its line is not counted. */
const LONGEST_LINE = 70;
const EQUALS = 61;

/**
 * A text in quoted-printable (RFC 2045, 6.7); text outside the charset is not written.
 * @param lineEnd of the file
 */
export function quotedPrintable(charset: string, lineEnd: string): Writer {
  return (text) => {
    // There, a line end is not a byte of its own.
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
