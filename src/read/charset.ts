import { encode, NotEncodable } from './encode.js';

/** Labels of ASCII, which decoders read as Windows-1252. */
const ASCII = /ascii|^ansi_x3|^iso-ir-6$|iso[_-]?646/;
/** Encodings of several bytes a character that hold ASCII as it is. */
const OVER_ASCII = /^(?:gbk|gb18030|big5|euc-jp|euc-kr|shift_jis)$/;

/**
 * A text as the bytes of a mail's charset, as its name is meant: what decoders take `iso-8859-1` for has more characters
 * than it.
 * @throws NotEncodable for a character that the charset does not have, and for charsets that can only be read
 * @throws RangeError for a charset that nobody knows
 */
export function inBytes(text: string, charset: string): Buffer {
  const label = charset.trim().toLowerCase();
  const { encoding } = new TextDecoder(label);
  const lone = /[\ud800-\udfff]/u.exec(text);
  if (lone) throw new NotEncodable('half a character cannot be written');
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

/** A text in quoted-printable (RFC 2045, 6.7); undefined where the charset does not have it. */
export function quotedPrintable(text: string, charset: string): string | undefined {
  try {
    let out = '';
    for (const byte of inBytes(text, charset)) {
      const isPlain = byte === 10 || byte === 13 || (byte >= 32 && byte < 127 && byte !== 61);
      out += isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return out;
  } catch (error) {
    if (error instanceof NotEncodable) return undefined;
    throw error;
  }
}
