import type { SourceFile } from '../../model/source-file.js';
import type { Value } from './value.js';

export type Format = 'json' | 'yaml' | 'csv' | 'ndjson';

/** The first thing wrong with a file as a whole. */
export interface TreeError {
  readonly offset: number;
  /** In words, with the format: `not JSON: comma expected`. */
  readonly message: string;
  /** The passage that the offset stands in, where the file is read in passages. */
  readonly passage?: SourceFile | undefined;
}

/** A file of structured data as values with places. */
export type Tree =
  | { readonly format: Format; readonly roots: readonly Value[]; readonly error?: undefined }
  | { readonly format: Format; readonly roots?: undefined; readonly error: TreeError };

const FORMATS: Readonly<Record<string, Format>> = {
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  csv: 'csv',
  tsv: 'csv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};

/** What a file's extension says that it holds. */
export function formatOf(extension: string): Format | undefined {
  return Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}

/** Reads a text as what it is said to be. Never throws. The YAML parser is loaded when it is first needed. */
export async function openTree(text: string, format: Format): Promise<Tree> {
  switch (format) {
    case 'json':
      return (await import('./json.js')).openJson(text);
    case 'yaml':
      return (await import('./yaml.js')).openYaml(text);
    case 'csv':
      return (await import('./csv.js')).openCsv(text);
    case 'ndjson':
      return (await import('./ndjson.js')).openNdjson(text);
  }
}
