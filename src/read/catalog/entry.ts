import type { DecodedText } from '../container/value.js';

/** A message of a catalog of translations. */
export interface CatalogEntry {
  /** What the program calls it by; undefined where that is the text itself. */
  readonly key: string | undefined;
  readonly text: DecodedText;
  /** Where the entry begins in the file. */
  readonly start: number;
  readonly locale?: string | undefined;
}

/** Something that a catalog's reader could not read. */
export interface CatalogProblem {
  readonly offset: number;
  readonly message: string;
}
