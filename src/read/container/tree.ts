import type { SourceFile } from '../../model/source-file.js';
import type { Value } from './value.js';

export type Format = 'json' | 'yaml' | 'csv' | 'ndjson' | 'script' | 'xml';

/** The first fault that affects a file as a whole. */
export interface TreeError {
  readonly offset: number;
  /** Describes the fault in words and names the format: `not JSON: comma expected`. */
  readonly message: string;
  /** The passage that contains the offset, if the file is read in passages. */
  readonly passage?: SourceFile | undefined;
}

/** A file of structured data, as values with positions. */
export type Tree =
  | { readonly format: Format; readonly roots: readonly Value[]; readonly error?: undefined }
  | { readonly format: Format; readonly roots?: undefined; readonly error: TreeError };
