import type { BlockKind } from '../../model/rendering.js';

/**
 * A piece of visible text. If it is as long as its span in the body, both consist of the same characters; otherwise,
 * the piece must not be split.
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

/** A body after its markup has been read. */
export interface Markedup {
  readonly blocks: readonly PieceBlock[];
}

/** Reads HTML that starts at `offset` in a body. */
export type HtmlReading = (html: string, offset: number) => Markedup;

/** Thrown if the markup is too large or too deeply nested to be read. */
export class TooComplex extends Error {}
