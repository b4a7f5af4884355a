/** Between the parts of a title: `Rental::Exchange::Cello`. */
const PARTS = /\s*::\s*|\s+[-–—|>/]+\s+/;
/** With fewer parts, the first one is a category: replies of one category are not parallel. */
const FEWEST_PARTS = 3;
/** The same of words: “price list violins” and “price list cellos”. */
const FEWEST_WORDS = 3;
/** Words with this many equal first letters are related: “refund”, “refunded”. */
const STEM = 4;

/**
 * True for titles that name two cases of one thing: “Rental::Exchange::Violin” and “Rental::Exchange::Cello”. What their
 * replies say holds for these cases only.
 */
export function areParallel(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [first, second] = [one, other].map((title) => title.toLowerCase());
  const [parts, partsOfOther] = [first, second].map((title = '') => title.split(PARTS));
  const [words, wordsOfOther] = [first, second].map((title = '') => title.match(/[\p{L}\p{N}]+/gu) ?? []);
  return differInOne(parts, partsOfOther, FEWEST_PARTS) || differInOne(words, wordsOfOther, FEWEST_WORDS);
}

function differInOne(some: readonly string[] = [], others: readonly string[] = [], fewest: number): boolean {
  if (some.length < fewest || some.length !== others.length) return false;
  const changed = some.flatMap((one, at) => (one === others[at] ? [] : [[one, others[at] ?? '']]));
  return changed.length === 1 && changed.every(([one = '', other = '']) => one.slice(0, STEM) !== other.slice(0, STEM));
}
