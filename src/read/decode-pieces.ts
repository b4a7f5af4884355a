import { isUtf8 } from 'node:buffer';
import {
  firstWrong,
  halfUnit,
  loneSurrogate,
  type Mark,
  NotText,
  notText,
  notUtf8,
  notUtf16,
  SAVE_AS_UTF8,
  type Utf16,
} from './decode.js';
import { UnreadBytes } from './unread-bytes.js';

/**
 * Checks the bytes of a file that arrive in pieces.
 * @param pieces the bytes after the byte order mark
 * @param guess returns the probable text, for the error
 * @throws NotText with the position of the first invalid byte, like `decode` for a whole file
 */
export function checkPieces(pieces: Iterable<Buffer>, { encoding, length }: Mark, guess: () => string): void {
  if (encoding === 'utf-8') checkUtf8(pieces, length, guess);
  else checkUtf16(pieces, length, encoding);
}

function checkUtf8(pieces: Iterable<Buffer>, before: number, guess: () => string): void {
  const unread = new UnreadBytes();
  let offset = before;
  let line = 1;
  let wrong: string | undefined;
  const look = (bytes: Buffer) => {
    const at = isUtf8(bytes) ? -1 : firstWrong(bytes);
    if (at >= 0) wrong = notUtf8(bytes[at] ?? 0, offset + at, line + feedsIn(bytes.subarray(0, at)));
    line += feedsIn(bytes);
    offset += bytes.length;
  };
  for (const piece of pieces) {
    const nul = piece.indexOf(0);
    if (nul >= 0) throw new NotText(notText(offset + unread.all.length + nul), guess());
    const bytes = unread.add(piece);
    const end = bytes.length - begunCharacter(bytes);
    // The search continues after an invalid byte because a zero byte further on says more about the kind of file.
    if (wrong === undefined) look(bytes.subarray(0, end));
    else offset += end;
    unread.drop(end);
  }
  if (wrong === undefined) look(unread.all);
  if (wrong !== undefined) throw new NotText(wrong, guess(), SAVE_AS_UTF8);
}

function checkUtf16(pieces: Iterable<Buffer>, before: number, encoding: Utf16): void {
  const unread = new UnreadBytes();
  let offset = before;
  const look = (bytes: Buffer) => {
    const lone = loneSurrogate(bytes, 0, encoding);
    if (lone >= 0) throw new NotText(notUtf16(encoding, offset + lone));
    offset += bytes.length;
  };
  for (const piece of pieces) {
    const bytes = unread.add(piece);
    let end = bytes.length - (bytes.length % 2);
    const last = end - (encoding === 'utf-16le' ? 1 : 2);
    // The first half of a surrogate pair is kept until the second half arrives.
    if (end >= 2 && ((bytes[last] ?? 0) & 0xfc) === 0xd8) end -= 2;
    look(bytes.subarray(0, end));
    unread.drop(end);
  }
  const left = unread.all;
  const half = left.length % 2;
  look(left.subarray(0, left.length - half));
  if (half > 0) throw new NotText(halfUnit(encoding, offset));
}

/** Returns the number of bytes at the end that begin an incomplete character. */
export function begunCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >> 6 === 2) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function feedsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
