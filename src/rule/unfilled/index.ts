import type { Word } from '../../model/rendering.js';
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
  const gaps = [...unfilledSlots(reading, manualSlots, allow), ...unmarkedGaps(reading)];
  if (gaps.length === 0) return gaps;
  const letter = letterToCopyIn(reading.rendering);
  let reported = -1;
  return gaps
    .filter((gap) => letter === undefined || !overlaps(letter, gap))
    .sort((one, other) => one.start - other.start)
    .filter(({ start, end }) => {
      if (start < reported) return false;
      reported = end;
      return true;
    });
}

function unfilledSlots(reading: Reading, manualSlots: string, allow: readonly string[]): Gap[] {
  const { words, placeholders } = reading.rendering;
  const slots: Gap[] = [];
  // Most words are not placeholders, and an index loop skips them faster than an iterator.
  for (let at = 0; at < words.length && placeholders.length > 0; at += 1) {
    const { start, end, placeholder } = words[at] as Word;
    if (!placeholder || allow.includes(placeholder.text)) continue;
    const does = faultOfSlot(reading, at, manualSlots);
    if (does !== undefined) slots.push({ start, end, does });
  }
  return slots;
}
