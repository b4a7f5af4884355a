import { overlaps } from '../../model/span.js';
import type { Reading } from '../rule.js';
import { letterToCopyIn } from './letter.js';
import { faultOfSlot } from './slots.js';
import { type Gap, unmarkedGaps } from './unmarked.js';

export type { Gap };

/**
 * Yields everything that was left unfilled, in order: slots, gaps without brackets, and filler text.
 * @param manualSlots `allow`, `named` or `forbid`: which slots for agents are allowed
 * @param allow allowed slots, as written in the reply
 */
export function unfilledIn(reading: Reading, manualSlots: string, allow: readonly string[]): Gap[] {
  const slots = reading.rendering.words.flatMap(({ start, end, placeholder }, at) => {
    const does = placeholder && !allow.includes(placeholder.text) ? faultOfSlot(reading, at, manualSlots) : undefined;
    return does === undefined ? [] : [{ start, end, does }];
  });
  let reported = -1;
  const letter = letterToCopyIn(reading.rendering);
  return [...slots, ...unmarkedGaps(reading)]
    .filter((gap) => letter === undefined || !overlaps(letter, gap))
    .sort((one, other) => one.start - other.start)
    .filter(({ start, end }) => {
      if (start < reported) return false;
      reported = end;
      return true;
    });
}
