import { signatureOf } from '../../language/signature.js';
import type { Sentence, Word } from '../../model/rendering.js';
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

/** The names that were found in other readings of a reply, with their subjects. */
export type KnownNames = Map<string, string>;

/**
 * Returns the names in a reply that have a capital letter inside, two words or a hyphen, such as “GitHub”. Also returns
 * words that may be another spelling of such a name, such as “Github”.
 * @param known is filled with the names; a name that it contains is not returned again
 */
export function namesIn(reading: DigestReading, known: KnownNames = new Map()): readonly Fact[] {
  const { words, text, sentences } = reading.rendering;
  const found: Fact[] = [];
  const seen = new Set<string>();
  let plain = 0;
  let signature: number | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (word.kind !== 'word' || word.code || word.quoted) continue;
    const capital = capitalIn(text, word);
    if (capital === NONE) continue;
    const next = words[at + 1];
    const isCapital = next?.sentence === word.sentence && !isSmall(text.charCodeAt(next.start));
    const begins = sentences[word.sentence]?.from === at;
    // Most capital letters only begin a sentence.
    if (capital === FIRST && begins && !isCapital && !isSignature(word.sentence)) continue;
    const written = text.slice(word.start, word.end);
    if (written === word.folded || (capital === MAYBE && !/\p{Lu}/u.test(written)) || isInAddress(text, word)) continue;
    const two = next && isCapital ? text.slice(word.start, next.end) : '';
    if (next && two.length >= SHORTEST_OF_TWO && TWO_WORDS.test(two)) {
      plain += 1;
      if (isNew(two)) add(two, word.folded + next.folded, { start: word.start, end: next.end });
    }
    if (written.length < SHORTEST) continue;
    const isPlain = PLAIN.test(written);
    if (!isPlain && !isCamelCase(written) && !HYPHENATED.test(written)) continue;
    if (isPlain && begins && !isSignature(word.sentence)) continue;
    if (isPlain && !seen.has(written)) plain += 1;
    if (isPlain && plain > MOST) continue;
    if (isNew(written)) add(written, word.folded.replace('-', ''), word);
  }
  return found;

  function isSignature(sentence: number): boolean {
    signature ??= sentences.indexOf(signatureOf(reading.rendering)?.line as Sentence);
    return sentence === signature;
  }

  function isNew(value: string): boolean {
    return seen.size < seen.add(value).size;
  }

  function add(value: string, about: string, span: Pick<Word, 'start' | 'end'>): void {
    if (known.get(value) === about) return;
    known.set(value, about);
    found.push({ kind: 'names', about, value, place: reading.place(span) });
  }
}

/** Returns true if a word is a part of an address, a path or a file name. */
function isInAddress(text: string, { start, end }: Word): boolean {
  const [before, after] = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  if (isJoint(before) || before === DASH || before === DOT || isJoint(after) || after === DASH) return true;
  return after === DOT && /^\.\p{L}/u.test(text.slice(end, end + 2));
}

/** Returns true for a slash, an at sign and an underscore. */
function isJoint(unit: number): boolean {
  return unit === SLASH || unit === AT || unit === LOW_LINE;
}

const [DASH, DOT, SLASH, AT, LOW_LINE] = [0x2d, 0x2e, 0x2f, 0x40, 0x5f];

/** Whether a word has a capital letter, or only its first letter is one. A letter outside ASCII may be one. */
const [NONE, MAYBE, SOME, FIRST] = [0, 1, 2, 3];

function capitalIn(text: string, { start, end }: Word): number {
  const first = text.charCodeAt(start);
  let capital = first >= CAPITAL_A && first <= CAPITAL_Z ? FIRST : NONE;
  for (let at = capital === FIRST ? start + 1 : start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= SMALL_A && unit <= SMALL_Z) continue;
    if (capital === FIRST || (unit >= CAPITAL_A && unit <= CAPITAL_Z)) return SOME;
    if (unit > SMALL_Z) capital = MAYBE;
  }
  return capital;
}

function isSmall(unit: number): boolean {
  return unit >= SMALL_A && unit <= SMALL_Z;
}

const [CAPITAL_A, CAPITAL_Z, SMALL_A, SMALL_Z] = [65, 90, 97, 122];

/** Returns true for a word with a capital letter inside, such as “GitHub”. */
export function isCamelCase(word: string): boolean {
  return LETTERS.test(word) && CAPITAL_INSIDE.test(word);
}
