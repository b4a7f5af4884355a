import type { DecodedText } from '../container/value.js';

/** A message in a translation catalog. */
export interface CatalogEntry {
  /** The key that the program uses for the message. Undefined if the text itself is the key. */
  readonly key: string | undefined;
  readonly text: DecodedText;
  /** The offset at which the entry starts in the file. */
  readonly start: number;
  readonly locale?: string | undefined;
}

/** A part of a catalog that could not be read. */
export interface CatalogProblem {
  readonly offset: number;
  readonly message: string;
}
