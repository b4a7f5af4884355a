import type { Sentence } from '../model/rendering.js';
import { languageCode } from './index.js';
import { packOf } from './pack/load.js';
import { beginsWithFarewell, type Signed, signatureOf } from './signature.js';

/** Maximum number of words in a line of a signature, such as “Senior adviser, Accounts”. */
const MOST_WORDS = 7;
/** Number of sentences at the end to search for a farewell. One further up does not close the reply. */
const LAST_SENTENCES = 8;

/**
 * Returns the place to insert the closing line of a reply: the start of the line where its sign-off begins, or the end
 * of an unsigned text.
 * @returns undefined if the place is uncertain: following lines may or may not be a signature, text follows the
 * sign-off, or the text ends with a list, a heading, code or a quotation
 */
export function closingPlaceIn(rendering: Signed): number | undefined {
  const { text, sentences, blocks, locale } = rendering;
  const last = sentences.at(-1);
  if (!last || !packOf(languageCode(locale)).has('farewell')) return undefined;
  const signature = signatureOf(rendering)?.line;
  const isFarewell = (line: Sentence) => beginsWithFarewell(rendering, line);
  const isSign = (line: Sentence) => line === signature || isFarewell(line);
  let from = sentences.length;
  while (from > 0 && isOfSignOff(rendering, sentences[from - 1], isSign)) from -= 1;
  // A sign-off with more text after it is not reliable.
  if (sentences.slice(-LAST_SENTENCES, from).some(isSign)) return undefined;
  const signOff = sentences.slice(from).find(isSign);
  if (!signOff) {
    const isLastSaid = from === sentences.length && last.ends !== '' && last.block === blocks.length - 1;
    return isLastSaid && blocks[last.block]?.kind === 'paragraph' ? text.length : undefined;
  }
  // Without a farewell, it is unclear whether short lines above a name belong to it or to the text, unless dashes
  // separate them.
  const first = isFarewell(signOff) ? signOff : (sentences[from] ?? signOff);
  const { start, isParted } = lineStart(text, first.start);
  if (blocks[first.block]?.kind !== 'paragraph' || start === 0 || (first !== signOff && !isParted)) return undefined;
  return start;
}

/** Returns true for a farewell, a name, or a short line that does not end a sentence. Each must be on its own line. */
function isOfSignOff(
  { text }: Signed,
  line: Sentence | undefined,
  isSign: (line: Sentence) => boolean,
): line is Sentence {
  if (!line || !/(?:^|\n)[^\p{L}\p{N}\n]*$/u.test(text.slice(0, line.start).slice(-20))) return false;
  return isSign(line) || (line.ends === '' && line.to - line.from <= MOST_WORDS);
}

/** Returns the start of the line, or of a line of dashes above it that separates a signature from the text. */
function lineStart(text: string, at: number): { readonly start: number; readonly isParted: boolean } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const above = text.slice(0, start).trimEnd();
  const aboveStart = above.lastIndexOf('\n') + 1;
  const isParted = /^[-–—_*~=]{2,40}$/.test(above.slice(aboveStart).trim());
  return { start: isParted ? aboveStart : start, isParted };
}
