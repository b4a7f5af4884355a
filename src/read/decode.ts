import { isUtf8 } from 'node:buffer';
import { type Encoding, SourceFile } from '../model/source-file.js';

/** A file that cannot be read as text; the message says where and why. */
export class NotText extends Error {}

/**
 * Bytes → text: UTF-8 with or without byte order mark, UTF-16 with one.
 * @throws NotText for anything else, with the offset of the first byte that is wrong
 */
export function decode(path: string, bytes: Buffer): SourceFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(path, bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(path, bytes, 'utf-16be');
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = bom ? bytes.subarray(3) : bytes;
  if (content.includes(0)) throw new NotText(`the file is not text: byte ${content.indexOf(0)} is NUL`);
  if (!isUtf8(content)) throw new NotText(notUtf8(content));
  return new SourceFile(path, content.toString('utf8'), { bom });
}

function utf16(path: string, bytes: Buffer, encoding: Encoding): SourceFile {
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(2));
  return new SourceFile(path, text, { bom: true, encoding });
}

function notUtf8(bytes: Buffer): string {
  const at = firstWrong(bytes);
  const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
  return `the file is not UTF-8: byte 0x${(bytes[at] ?? 0).toString(16)} at offset ${at}, line ${line}; save it as UTF-8`;
}

/** The length of the longest valid beginning, found by halving. */
function firstWrong(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Valid but for a character that is cut off at the end. */
function isPrefix(bytes: Buffer): boolean {
  for (let cut = 0; cut < 4 && cut <= bytes.length; cut += 1) {
    if (!isUtf8(bytes.subarray(0, bytes.length - cut))) continue;
    const [lead = 0, ...following] = bytes.subarray(bytes.length - cut);
    const needs = lead > 0xf4 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    return cut === 0 || (needs > cut && following.every((byte) => byte >= 0x80 && byte <= 0xbf));
  }
  return false;
}
