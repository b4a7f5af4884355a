import type { BlockKind } from '../../model/rendering.js';

/**
 * A stretch of visible text. If it is as long as its stretch of the body, it has the same units; otherwise it is kept
 * whole.
 */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly code?: boolean;
  readonly quoted?: boolean;
  readonly link?: string;
}

export interface PieceBlock {
  readonly kind: BlockKind;
  readonly pieces: Piece[];
}

/** A body with its markup read. */
export interface Markedup {
  readonly blocks: readonly PieceBlock[];
}

/** Reads HTML that begins at `offset` of a body. */
export type HtmlReading = (html: string, offset: number) => Markedup;

/** The markup is too large or too deeply nested to be read. */
export class TooComplex extends Error {}
