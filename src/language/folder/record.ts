import { FolderError, type Place } from './lines.js';

/** How many texts a group reports something in, and in how many of them rightly. */
interface Hits {
  readonly hits: number;
  readonly right: number;
}

/** What a script noted of a group’s findings on texts that its phrases were not written on. */
export interface GroupRecord extends Hits {
  readonly sources: number;
  /** The same on texts that somebody read while the phrases were written. */
  readonly writtenOn: Hits;
  /** What `stampOfGroup` said at that time. */
  readonly stamp: string;
}

/**
 * A short sum of a group’s heading and phrases, without what proves them: a record with another one is of other phrases.
 */
export function stampOfGroup({ written }: { readonly written: string }): string {
  // FNV-1a, 32 bits.
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(written)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

const RECORD = /^(\d+) hits?, (\d+) right, (\d+) sources?; written on (\d+) hits?, (\d+) right \(([\da-f]{8})\)$/;

/**
 * Reads what stands after “# record:”.
 * @throws FolderError where it is no record
 */
export function recordIn(said: string, place: Place): GroupRecord {
  const [, ...written] = RECORD.exec(said) ?? [];
  const [hits = 0, right = 0, sources = 0, seen = 0, rightOfSeen = 0] = written.map(Number);
  if (written.length === 0)
    throw new FolderError(
      'expected “# record: 12 hits, 12 right, 5 sources; written on 30 hits, 29 right (1a2b3c4d)”, as `npm run records` writes it',
      place,
    );
  if (right > hits) throw new FolderError(`${right} right of ${hits} hits`, place);
  return { hits, right, sources, writtenOn: { hits: seen, right: rightOfSeen }, stamp: written[5] ?? '' };
}
