import type { DecodedText } from '../container/value.js';

/** A message in a translation catalog. */
export interface CatalogEntry {
  /** The program's key for it; undefined if the text itself is the key. */
  readonly key: string | undefined;
  readonly text: DecodedText;
  /** Where the entry begins in the file. */
  readonly start: number;
  readonly locale?: string | undefined;
}

/** Something in a catalog that could not be read. */
export interface CatalogProblem {
  readonly offset: number;
  readonly message: string;
}
