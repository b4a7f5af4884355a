import type { Markedup, Piece, PieceBlock } from './pieces.js';

/**
 * Reads plain text. A blank line separates paragraphs, a dash or number begins a list item, and `>` begins a quotation.
 */
export function readPlain(body: string): Markedup {
  const blocks: PieceBlock[] = [];
  let open: PieceBlock | undefined;
  for (const { start, end } of linesOf(body)) {
    const line = body.slice(start, end);
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    const quote = /^\s{0,20}>\s?/.exec(line);
    const item = /^\s{0,20}(?:[-*•–]|\d{1,3}[.)])\s+/.exec(line);
    const kind = quote ? 'quote' : item ? 'item' : (open?.kind ?? 'paragraph');
    const from = start + (quote ?? item ?? /^\s*/.exec(line) ?? [''])[0].length;
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

function* linesOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const stop = feed < 0 ? text.length : feed;
    yield { start, end: text[stop - 1] === '\r' && stop > start ? stop - 1 : stop };
    start = stop + 1;
  }
}
