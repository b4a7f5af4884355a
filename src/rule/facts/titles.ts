import { areOfFamily } from '../near/variants.js';
import { onlyDifference } from './difference.js';

/** Matches what separates the parts of a title, as in `Rental::Exchange::Cello`. */
const PARTS = /::|\s[-–—|>/]+\s/;
/** Minimum number of parts. With fewer, the first one is a category, and replies of one category are not parallel. */
const FEWEST_PARTS = 3;
/** Minimum number of words, as in “price list violins” and “price list cellos”. */
const FEWEST_WORDS = 3;

/**
 * Returns true for titles that name two cases of one topic, such as “Rental::Exchange::Violin” and
 * “Rental::Exchange::Cello”. Facts in their replies apply only to these cases.
 */
export function areParallel(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [first, second] = [one, other].map((title) => title.toLowerCase());
  const [parts, partsOfOther] = [first, second].map((title = '') => title.split(PARTS).map((part) => part.trim()));
  const [words, wordsOfOther] = [first, second].map((title = '') => title.match(/[\p{L}\p{N}]+/gu) ?? []);
  return areOfTwo(parts, partsOfOther, FEWEST_PARTS) || areOfTwo(words, wordsOfOther, FEWEST_WORDS);
}

function areOfTwo(some: readonly string[] = [], others: readonly string[] = [], fewest: number): boolean {
  const difference = some.length < fewest ? undefined : onlyDifference(some, others);
  return difference !== undefined && !areOfFamily(difference.one, difference.other);
}
