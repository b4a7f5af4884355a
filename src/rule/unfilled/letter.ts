import { languageCode } from '../../language/index.js';
import { packOf } from '../../language/pack/load.js';
import type { Rendering } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';
import { isALine } from '../parts.js';

/** Before this sentence, a salutation is the reply’s own: a title or a picture may precede it. */
const FIRST_LINES = 3;

/**
 * The letter within a reply that the customer is to copy and complete: from a second salutation to the next farewell.
 * Undefined if there is none.
 */
export function letterToCopyIn(rendering: Rendering): Span | undefined {
  const { sentences, words, locale } = rendering;
  const pack = packOf(languageCode(locale));
  const says = (list: 'salutation' | 'farewell', index: number) => {
    const { from = 0, to = 0 } = sentences[index] ?? {};
    return pack.find(list, words, from, to).some((found) => found.from === from);
  };
  const greetings = sentences.flatMap((_, index) =>
    isALine(rendering, index) && says('salutation', index) ? [index] : [],
  );
  const second = greetings.find((index, at) => at > 0 && index >= FIRST_LINES);
  if (second === undefined) return undefined;
  const end = sentences.findIndex((_, index) => index > second && says('farewell', index));
  const last = sentences[end];
  return last && end < sentences.length - 1 ? { start: sentences[second]?.start ?? 0, end: last.end } : undefined;
}
