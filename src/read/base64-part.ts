import type { Rewritten } from '../model/reply.js';
import type { Replacement, Span } from '../model/span.js';
import { inBytes } from './charset.js';
import { NotEncodable } from './encode.js';
import { inCharset, type PlacedBytes } from './transfer-encoding.js';

/** Maximum length of a line according to RFC 2045. */
const LONGEST_LINE = 76;

/** The layout of a part that is encoded in Base64. */
interface Layout {
  /** The span from the first to the last character of the encoded text. */
  readonly span: Span;
  /** The number of characters per line. Undefined if everything is on a single line. */
  readonly width: number | undefined;
  readonly feed: string;
}

/**
 * Returns a function that writes changes to the text of a Base64 part. All other bytes are kept, and lines keep their
 * length and line ending.
 * @param part the span of the part's content in the file
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
    // Only text that decodes and encodes to the same characters can be rewritten.
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
  // If the part has headers, they end with a line break, which shows the line ending to use.
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

/** Applies changes to the text of some bytes. Bytes that do not change are not even decoded. */
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
