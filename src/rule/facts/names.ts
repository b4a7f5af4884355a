import { signatureOf } from '../../language/signature.js';
import type { Word } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { Fact } from './fact.js';

/** Minimum length of a name. A shorter one is an abbreviation. */
const SHORTEST = 4;
/** Minimum length of a name in two words, such as “Pay Now”. */
const SHORTEST_OF_TWO = 6;
/** Matches a hyphenated name, such as “Pay-Now”. */
const HYPHENATED = /^\p{Lu}\p{L}+-\p{Lu}\p{L}+$/u;
const TWO_WORDS = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u;
const LETTERS = /^\p{L}+$/u;
const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u;
const PLAIN = /^\p{Lu}\p{Ll}+$/u;
/** Maximum number of possible names to store for one reply. */
const MOST = 8;

/**
 * Yields the names in a reply that have a capital letter inside, two words or a hyphen, such as “GitHub”. Also yields
 * words that may be another spelling of such a name, such as “Github”.
 */
export function* namesIn(reading: DigestReading): Generator<Fact> {
  const { words, text, sentences } = reading.rendering;
  const seen = new Set<string>();
  let plain = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (word.kind !== 'word' || word.code || word.quoted || !mayHaveCapital(text, word)) continue;
    const written = text.slice(word.start, word.end);
    if (written === word.folded || !/\p{Lu}/u.test(written) || isInAddress(word)) continue;
    const next = words[at + 1];
    const isCapital = next?.sentence === word.sentence && !isSmall(text.charCodeAt(next.start));
    const two = next && isCapital ? text.slice(word.start, next.end) : '';
    if (next && two.length >= SHORTEST_OF_TWO && TWO_WORDS.test(two)) {
      plain += 1;
      if (isNew(two)) yield named(two, word.folded + next.folded, { start: word.start, end: next.end });
    }
    if (written.length < SHORTEST) continue;
    const isPlain = PLAIN.test(written);
    if (!isPlain && !isCamelCase(written) && !HYPHENATED.test(written)) continue;
    if (isPlain && sentences[word.sentence]?.from === at && !isSignature(word.sentence)) continue;
    if (isPlain && !seen.has(written)) plain += 1;
    if (isPlain && plain > MOST) continue;
    if (isNew(written)) yield named(written, word.folded.replace('-', ''), word);
  }

  function isSignature(sentence: number): boolean {
    return sentences[sentence] === signatureOf(reading.rendering)?.line;
  }

  function isNew(value: string): boolean {
    return seen.size < seen.add(value).size;
  }

  function named(value: string, about: string, span: Pick<Word, 'start' | 'end'>): Fact {
    return { kind: 'names', about, value, place: reading.place(span) };
  }

  function isInAddress({ start, end }: Word): boolean {
    return (
      /[/@._-]/.test(text[start - 1] ?? '') ||
      /[/@_-]/.test(text[end] ?? '') ||
      /^\.\p{L}/u.test(text.slice(end, end + 2))
    );
  }
}

/** Returns false if all letters of a word are small. A letter outside ASCII may be a capital. */
function mayHaveCapital(text: string, { start, end }: Word): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > SMALL_Z || (unit >= CAPITAL_A && unit <= CAPITAL_Z)) return true;
  }
  return false;
}

function isSmall(unit: number): boolean {
  return unit >= SMALL_A && unit <= SMALL_Z;
}

const [CAPITAL_A, CAPITAL_Z, SMALL_A, SMALL_Z] = [65, 90, 97, 122];

/** Returns true for a word with a capital letter inside, such as “GitHub”. */
function isCamelCase(word: string): boolean {
  return LETTERS.test(word) && CAPITAL_INSIDE.test(word);
}
