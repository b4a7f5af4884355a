import type { Rewritten } from '../model/reply.js';
import type { Replacement, Span } from '../model/span.js';
import { inBytes } from './charset.js';
import { NotEncodable } from './encode.js';
import { inCharset, type PlacedBytes } from './transfer-encoding.js';

/** The maximum according to RFC 2045. */
const LONGEST_LINE = 76;

/** The layout of a part's base64. */
interface Layout {
  /** From its first character to its last. */
  readonly span: Span;
  /** Characters per line; undefined if all are on one long line. */
  readonly width: number | undefined;
  readonly feed: string;
}

/**
 * Writes a base64 part with changes to its text: all other bytes stay, and lines keep their length and line ending.
 * @param part the place of its content in the file
 */
export function rewriterOf(
  text: string,
  part: Span,
  placed: PlacedBytes,
  charset: string,
): (changes: readonly Replacement[]) => Rewritten {
  return (changes) => {
    const before = Buffer.from(placed.bytes);
    const layout = layoutOf(text, part);
    const { start, end } = layout.span;
    // Only unambiguous text can be written back unchanged.
    if (inLines(before, layout) !== text.slice(start, end)) return { refused: 'its base64 lines differ in length' };
    try {
      return { span: layout.span, text: inLines(changed(before, changes, charset), layout) };
    } catch (error) {
      if (error instanceof NotEncodable) return { refused: error.message };
      throw error;
    }
  };
}

function layoutOf(text: string, { start, end }: Span): Layout {
  const content = text.slice(start, end);
  const from = content.search(/[A-Za-z0-9+/=]/);
  const to = content.search(/(?<![^A-Za-z0-9+/=])[^A-Za-z0-9+/=]*$/);
  const span = { start: start + Math.max(from, 0), end: start + Math.max(from, to, 0) };
  const code = text.slice(span.start, span.end);
  const feed = /\r?\n/.exec(code);
  if (feed) return { span, width: feed.index, feed: feed[0] };
  // The part's headers end with a line end, if it has any.
  const ending = /\r?\n$/.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '\n';
  return { span, width: code.length > LONGEST_LINE ? undefined : LONGEST_LINE, feed: ending };
}

function inLines(bytes: Buffer, { width, feed }: Layout): string {
  const code = bytes.toString('base64');
  if (width === undefined) return code;
  const lines: string[] = [];
  for (let at = 0; at < code.length; at += width) lines.push(code.slice(at, at + width));
  return lines.join(feed);
}

/** The bytes with changes to their text; other bytes are not even decoded. */
function changed(bytes: Buffer, changes: readonly Replacement[], charset: string): Buffer {
  const places = [...bytes.keys()];
  const { map } = inCharset({ bytes: [...bytes], from: places, to: places.map((at) => at + 1) }, charset);
  const kept: Buffer[] = [];
  let at = 0;
  for (const { span, text } of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    const { start, end } = map.spanOf(span);
    kept.push(bytes.subarray(at, start), inBytes(text, charset));
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}
