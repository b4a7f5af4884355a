import type { Reply } from '../../model/reply.js';

/**
 * The position in a body at which to insert a paragraph, and the text to add around it, such as blank lines or tags.
 */
export interface Place {
  readonly at: number;
  /** The end of the line break that the paragraph replaces. If it replaces none, the paragraph is inserted at `at`. */
  readonly to?: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The visible text around a position: the end of the text before it, and the start of the text after it, if there is
 * any.
 */
export interface Neighbours {
  readonly end: number;
  readonly next: number | undefined;
}

/** A body whose template tags and placeholders are masked, because they are not markup. */
export interface Source {
  readonly reply: Reply;
  readonly masked: string;
}
