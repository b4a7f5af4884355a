import { FolderError, type Place } from './lines.js';

/** In how many texts a group reports something, and in how many of them correctly. */
interface Hits {
  readonly hits: number;
  readonly right: number;
}

/** A script's record of a group’s findings in texts that its phrases were not written for. */
export interface GroupRecord extends Hits {
  readonly sources: number;
  /** The same for texts that someone read while writing the phrases. */
  readonly writtenOn: Hits;
  /** The result of `stampOfGroup` at that time. */
  readonly stamp: string;
}

/**
 * A short checksum of a group’s heading and phrases, without their proofs: a record with a different one is outdated.
 */
export function stampOfGroup({ written }: { readonly written: string }): string {
  // FNV-1a, 32 bits.
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
