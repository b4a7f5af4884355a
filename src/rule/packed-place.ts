import type { Place } from './library-steps.js';

/** A place as a list, because names of properties would make up most of a digest. */
export type PackedPlace = readonly [
  start: number,
  end: number,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  words?: string,
];

/** @param known words that need not be stored, because they are known when the place is unpacked */
export function packedPlace(place: Place, known: string): PackedPlace {
  const { start, end, line, column, endLine, endColumn, words } = place;
  const packed = [start, end, line, column, endLine, endColumn] as const;
  return words === known ? packed : [...packed, words];
}

/** @param known the words that were given when the place was packed */
export function unpackedPlace(
  [start, end, line, column, endLine, endColumn, words]: PackedPlace,
  known: string,
): Place {
  return { start, end, line, column, endLine, endColumn, words: words ?? known };
}
