import type { Catalogue } from '../../model/catalogue.js';

const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '#{': '}', '%{': '}', '{!': '}' };

/** Returns the placeholder for a path, in the syntax of the help desk. */
export function writtenFor({ opens }: Catalogue, path: string): string {
  return `${opens}${path}${CLOSERS[opens] ?? ''}`;
}

/** True if the help desk fills in the path, or may do so. */
export function isKnown({ paths, open }: Catalogue, path: string): boolean {
  return paths.includes(path) || open.test(path);
}

/** A path that some help desk fills in after this mark, in braces. */
export function isFilledIn(catalogues: readonly Catalogue[], path: string, mark: string): boolean {
  return catalogues.some(({ opens, paths }) => opens.startsWith(mark) && paths.includes(path));
}
