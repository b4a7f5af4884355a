import type { Markedup, Piece, PieceBlock } from './pieces.js';

/**
 * Reads plain text. A blank line separates paragraphs, a dash or number begins a list item, and `>` begins a quotation.
 */
export function readPlain(body: string): Markedup {
  const blocks: PieceBlock[] = [];
  let open: PieceBlock | undefined;
  for (const { start, end } of linesOf(body)) {
    const line = body.slice(start, end);
    const indent = line.search(/\S/);
    if (indent < 0) {
      open = undefined;
      continue;
    }
    const isMarked = MARKS.test(line.charAt(indent));
    const quote = isMarked ? /^\s{0,20}>\s?/.exec(line) : null;
    const item = isMarked ? /^\s{0,20}(?:[-*•–]|\d{1,3}[.)])\s+/.exec(line) : null;
    const kind = quote ? 'quote' : item ? 'item' : (open?.kind ?? 'paragraph');
    const from = start + ((quote ?? item)?.[0].length ?? indent);
    const piece: Piece = { text: body.slice(from, end), from, to: end, ...(kind === 'quote' && { quoted: true }) };
    if (open && open.kind === kind && !item) {
      const last = open.pieces.at(-1);
      open.pieces.push({ text: '\n', from: last?.to ?? from, to: from }, piece);
    } else {
      open = { kind, pieces: [piece] };
      blocks.push(open);
    }
  }
  return { blocks };
}

/** Matches the characters that can begin a quotation or a list item. */
const MARKS = /[>*•–\d-]/;

function* linesOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const stop = feed < 0 ? text.length : feed;
    yield { start, end: text[stop - 1] === '\r' && stop > start ? stop - 1 : stop };
    start = stop + 1;
  }
}
