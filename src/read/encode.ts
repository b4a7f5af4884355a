import type { SourceFile } from '../model/source-file.js';

/** Thrown if a text cannot be written in its file's encoding. */
export class NotEncodable extends Error {}

/**
 * Encodes a text like its original file, with the same encoding and byte order mark. This is the exact inverse of
 * `decode`.
 * @throws NotEncodable for a character that the encoding does not have, and for encodings that can only be read
 */
export function encode({ encoding, bom }: Pick<SourceFile, 'encoding' | 'bom'>, text: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(bom ? `\ufeff${text}` : text, 'utf8');
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return encoding === 'utf-16be' ? bytes.swap16() : bytes;
  }
  const table = byteOfCharacter(encoding);
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const byte = table.get(character);
    if (byte === undefined) throw new NotEncodable(`“${character}” cannot be written in ${encoding}`);
    bytes[at] = byte;
  }
  return bytes;
}

const TABLES = new Map<string, ReadonlyMap<string, number>>();

/** The platform has only decoders, so a single-byte encoding is inverted by decoding every byte. */
function byteOfCharacter(encoding: string): ReadonlyMap<string, number> {
  const known = TABLES.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    // Stream mode is used as in `decode`. An incomplete character is not a single byte.
    const character = decoder.decode(Uint8Array.of(byte), { stream: true });
    if (character.length !== 1 || (character === '\ufffd' && byte > 127 && !SINGLE.test(encoding)))
      throw new NotEncodable(`replylint can read ${encoding} but not write it`);
    if (character !== '\ufffd' && !table.has(character)) table.set(character, byte);
  }
  TABLES.set(encoding, table);
  return table;
}

/** Matches the single-byte encodings of the Encoding Standard. */
const SINGLE = /^(?:ibm866|iso-8859-|koi8-|macintosh|windows-\d|x-mac-)/;
