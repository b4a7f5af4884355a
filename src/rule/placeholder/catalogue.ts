import type { Catalogue } from '../../model/catalogue.js';

const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '#{': '}', '%{': '}', '{!': '}' };

/** Returns the placeholder for a path, in the syntax of the help desk. */
export function writtenFor({ opens }: Catalogue, path: string): string {
  return `${opens}${path}${CLOSERS[opens] ?? ''}`;
}

/** Returns true if the help desk fills in the path, or may fill it in. */
export function isKnown({ paths, open }: Catalogue, path: string): boolean {
  return paths.includes(path) || open.test(path);
}

/** Returns true for a path that some help desk fills in if it is in braces after the given mark. */
export function isFilledIn(catalogues: readonly Catalogue[], path: string, mark: string): boolean {
  return catalogues.some(({ opens, paths }) => opens.startsWith(mark) && paths.includes(path));
}
