import type { Reading } from '../rule.js';
import { faultOfSlot } from './slots.js';
import { type Gap, unmarkedGaps } from './unmarked.js';

export type { Gap };

/**
 * What nobody filled in, in order of its place: slots, gaps without brackets, filler text.
 * @param manualSlots `allow`, `named` or `forbid`: which slots that the agent fills in are fine
 * @param allow slots that are fine, as they are written
 */
export function unfilledIn(reading: Reading, manualSlots: string, allow: readonly string[]): Gap[] {
  const slots = reading.rendering.words.flatMap(({ start, end, placeholder }, at) => {
    const does = placeholder && !allow.includes(placeholder.text) ? faultOfSlot(reading, at, manualSlots) : undefined;
    return does === undefined ? [] : [{ start, end, does }];
  });
  let reported = -1;
  return [...slots, ...unmarkedGaps(reading)]
    .sort((one, other) => one.start - other.start)
    .filter(({ start, end }) => {
      if (start < reported) return false;
      reported = end;
      return true;
    });
}
