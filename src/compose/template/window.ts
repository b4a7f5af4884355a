import type { Span } from '../../model/span.js';
import type { Markedup, Piece, PieceBlock } from '../markup/index.js';

interface Placed {
  readonly piece: Piece;
  readonly block: PieceBlock;
}

/** Cuts out what a body shows within a limited span. The cost depends on the length of that span, not of the body. */
export class Window {
  readonly #pieces: readonly Placed[];

  constructor({ blocks }: Markedup) {
    const pieces: Placed[] = [];
    for (const block of blocks) for (const piece of block.pieces) pieces.push({ piece, block });
    this.#pieces = pieces.sort((a, b) => a.piece.from - b.piece.from);
  }

  on(span: Span): Markedup {
    const blocks: PieceBlock[] = [];
    let last: PieceBlock | undefined;
    for (const { piece, block } of spansIn(this.#pieces, span, ({ piece: { from, to } }) => ({
      start: from,
      end: to,
    }))) {
      const shown = clipped(piece, span);
      if (!shown) continue;
      if (block !== last) blocks.push({ kind: block.kind, pieces: [] });
      last = block;
      blocks.at(-1)?.pieces.push(shown);
    }
    return { blocks };
  }
}

/** Returns the items that overlap with a span. The items must be sorted and must not overlap each other. */
export function spansIn<T>(items: readonly T[], { start, end }: Span, spanOf: (item: T) => Span): T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && spanOf(item).end <= start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || spanOf(item).start >= end) break;
    found.push(item);
  }
  return found;
}

/**
 * Returns the part of a piece within a span. A piece whose length differs from its span in the body is kept or dropped
 * as a whole.
 */
function clipped(piece: Piece, { start, end }: Span): Piece | undefined {
  const from = Math.max(piece.from, start);
  const to = Math.min(piece.to, end);
  if (from === piece.from && to === piece.to) return piece;
  if (piece.text.length !== piece.to - piece.from) return undefined;
  return { ...piece, text: piece.text.slice(from - piece.from, to - piece.from), from, to };
}
