import { languageCode } from '../../language/index.js';
import { packOf } from '../../language/pack/load.js';
import { beginsWithFarewell } from '../../language/signature.js';
import type { Rendering, Sentence } from '../../model/rendering.js';
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
  const isSalutation = ({ from, to }: Sentence) =>
    pack.find('salutation', words, from, to).some((found) => found.from === from);
  const greetings = sentences.flatMap((sentence, index) =>
    isALine(rendering, index) && isSalutation(sentence) ? [index] : [],
  );
  const second = greetings.find((index, at) => at > 0 && index >= FIRST_LINES);
  if (second === undefined) return undefined;
  const end = sentences.findIndex((sentence, index) => index > second && beginsWithFarewell(rendering, sentence));
  const last = sentences[end];
  return last && end < sentences.length - 1 ? { start: sentences[second]?.start ?? 0, end: last.end } : undefined;
}
