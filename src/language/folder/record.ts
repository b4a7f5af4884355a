import { FolderError, type Place } from './lines.js';

/** The number of texts in which a group reports something, and the number of those in which it is right. */
interface Hits {
  readonly hits: number;
  readonly right: number;
}

/** A generated record of a group’s findings in texts that its phrases were not written for. */
export interface GroupRecord extends Hits {
  readonly sources: number;
  /** The same numbers for texts that the authors read while they wrote the phrases. */
  readonly writtenOn: Hits;
  /** The result of `stampOfGroup` when the record was generated. */
  readonly stamp: string;
}

/**
 * Returns a short checksum of a group’s heading and phrases, without their proofs. A record with a different checksum
 * is outdated.
 */
export function stampOfGroup({ written }: { readonly written: string }): string {
  // Computes the 32-bit FNV-1a hash.
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(written)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

const RECORD = /^(\d+) hits?, (\d+) right, (\d+) sources?; written on (\d+) hits?, (\d+) right \(([\da-f]{8})\)$/;

/**
 * Parses the text after “# record:”.
 * @throws FolderError if it is not a record
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
