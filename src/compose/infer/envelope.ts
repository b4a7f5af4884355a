import type { FormBecause } from './because.js';
import type { Loose } from './hit.js';
import { lengthOf } from './length.js';
import type { Seen } from './witness.js';

/** Minimum number of words of a whole message with a greeting. A shorter text is only an opening line. */
const FEWEST_WORDS_GREETED = 14;
/** Minimum number of words of a whole message whose greeting is on a separate line, as in a letter. */
const FEWEST_WORDS_UNDER_A_SALUTATION = 10;
/** Minimum number of words of a whole message with a farewell. A shorter text is only a closing line. */
const FEWEST_WORDS_SIGNED = 8;
/** Maximum number of words in a greeting with thanks that only opens a message. */
const MOST_WORDS_OF_AN_OPENER = 16;

/** Returns the form that the greeting and farewell indicate. Undefined if neither is conclusive. */
export function byEnvelope(
  rendering: Loose,
  { salutation, farewell, addressee, marks }: Seen,
): FormBecause | undefined {
  const count = lengthOf(rendering);
  const fewest = opensAsLetter(rendering) ? FEWEST_WORDS_UNDER_A_SALUTATION : FEWEST_WORDS_GREETED;
  const opens =
    marks.has('thanks') &&
    farewell === undefined &&
    rendering.sentences.length <= 2 &&
    count <= MOST_WORDS_OF_AN_OPENER;
  if (salutation !== undefined && opens)
    return { value: 'fragment', reason: `greets with “${salutation}”, says thanks, and nothing more` };
  if (salutation !== undefined && (count >= fewest || farewell !== undefined))
    return { value: 'full', reason: `greets with “${salutation}”` };
  const name = addressee ?? nameIn(rendering);
  const speaks = name !== undefined && count >= FEWEST_WORDS_GREETED && rendering.sentences.length > 1;
  const ends = farewell !== undefined && count >= FEWEST_WORDS_SIGNED;
  // A handle alone is weak evidence because any line of a thread can contain one.
  if (speaks)
    return { value: 'full', reason: `speaks to “${name}”`, ...(name.includes('@') && !ends && { isBare: true }) };
  if (ends) return { value: 'full', reason: `ends with “${farewell}”` };
  return undefined;
}

/** Returns the placeholder for the customer's name in the first sentence. */
function nameIn({ words }: Loose): string | undefined {
  return words.find(({ sentence, placeholder }) => sentence === 0 && placeholder?.role === 'customer-name')?.placeholder
    ?.text;
}

/** Returns true if the first line is short and ends with a comma, and more text follows. */
function opensAsLetter({ text }: Loose): boolean {
  const shown = text.trimStart();
  const feed = shown.indexOf('\n');
  if (feed < 0) return false;
  const line = shown.slice(0, feed).trimEnd();
  return line.endsWith(',') && line.length > 1 && line.length <= 41;
}
