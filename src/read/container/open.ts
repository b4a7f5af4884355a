import type { Format, Tree } from './tree.js';

const FORMATS: Readonly<Record<string, Format>> = {
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  csv: 'csv',
  tsv: 'csv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  xml: 'xml',
  xliff: 'xml',
  xlf: 'xml',
  js: 'script',
  mjs: 'script',
  cjs: 'script',
  jsx: 'script',
  ts: 'script',
  mts: 'script',
  cts: 'script',
  tsx: 'script',
};

/** Extensions of files that are read as structured data. */
export const FORMATTED_EXTENSIONS: readonly string[] = Object.keys(FORMATS);

/** Returns the format that a file extension stands for. */
export function formatOf(extension: string): Format | undefined {
  return Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}

/**
 * Parses a text in its format. Never throws. Each parser is loaded when it is first needed.
 * @param extension the extension of the file
 */
export async function openTree(text: string, format: Format, extension = ''): Promise<Tree> {
  switch (format) {
    case 'json':
      return (await import('./json.js')).openJson(text);
    case 'yaml':
      return (await import('./yaml.js')).openYaml(text);
    case 'csv':
      return (await import('./csv.js')).openCsv(text);
    case 'ndjson':
      return (await import('./ndjson.js')).openNdjson(text);
    case 'xml':
      return (await import('../xml/parse.js')).openXml(text);
    case 'script':
      return (await import('../script/values.js')).openScript(text, extension);
  }
}
