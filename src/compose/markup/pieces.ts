import type { BlockKind } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';

/** A stretch of text that a reader sees. As long as its stretch of the body: the same units; else kept whole. */
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
  /** HTML comments: their words, and where the whole comment stands in the body. */
  readonly comments: readonly { readonly text: string; readonly span: Span }[];
}

/** Reads HTML that begins at `offset` of a body. */
export type HtmlReading = (html: string, offset: number) => Markedup;

/** The markup is too large or too deeply nested to be read. */
export class TooComplex extends Error {}
