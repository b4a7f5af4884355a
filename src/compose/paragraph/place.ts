import type { Reply } from '../../model/reply.js';

/** Where in a body a paragraph goes, and what surrounds it there: blank lines, or tags. */
export interface Place {
  readonly at: number;
  /** The end of the line end that the paragraph replaces; if it replaces none, it is inserted at `at`. */
  readonly to?: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The visible text around the place: where the last of it before ends, and where the first after begins, if there is
 * any.
 */
export interface Neighbours {
  readonly end: number;
  readonly next: number | undefined;
}

/** A body with its template masked; tags and placeholders are not markup. */
export interface Source {
  readonly reply: Reply;
  readonly masked: string;
}
