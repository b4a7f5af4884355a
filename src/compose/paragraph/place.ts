import type { Reply } from '../../model/reply.js';

/** Where in a body a paragraph goes, and what stands around it there: blank lines, or an element's tags. */
export interface Place {
  readonly at: number;
  /** The end of the line's end that the paragraph takes the place of; where it takes none, it is put in at `at`. */
  readonly to?: number;
  readonly before: string;
  readonly after: string;
}

/** The shown text around the place: where the last of it before ends, and where the first after begins, if any does. */
export interface Neighbours {
  readonly end: number;
  readonly next: number | undefined;
}

/** A body with its template masked; tags and placeholders are no markup. */
export interface Source {
  readonly reply: Reply;
  readonly masked: string;
}
