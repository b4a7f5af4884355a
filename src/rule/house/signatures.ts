import { languageCode } from '../../language/index.js';
import { type Signature, signatureOf } from '../../language/signature.js';
import type { Rendering, Sentence } from '../../model/rendering.js';
import type { DigestReading, Digests, Place } from '../library-steps.js';
import { type CountedWay, countWay, type StrayWay, usualOf, type WaysByLibrary } from './ways.js';

/** The way a reply is signed. Plain data. */
export interface SignedAs {
  /** The signature in lowercase, with all names of persons made equal. */
  readonly as: string;
  readonly place: Place;
}

/** Maximum number of words in an office below a name. */
const MOST_WORDS = 6;
const PERSON = '(person)';
/** Minimum number of replies from which a usual signature can be derived. */
const FEWEST = 5;
/** Minimum number of replies that belong to a separate brand. */
const FEWEST_OF_BRAND = 3;

/** Returns how the first signed rendering of a reply is signed. Undefined if no rendering is signed. */
export function signedAs(readings: readonly DigestReading[]): SignedAs | undefined {
  for (const { rendering, place } of readings) {
    const signature = signatureOf(rendering);
    if (!signature) continue;
    const { start, end } = officeBelow(signature, rendering) ?? signature.line;
    const written = rendering.text
      .slice(start, end)
      .replace(/[\s*_~—–-]+/g, ' ')
      .trim()
      .toLowerCase();
    const isPerson = start === signature.line.start && signature.by === 'person';
    return { as: isPerson ? PERSON : written, place: place({ start, end }) };
  }
  return undefined;
}

/**
 * Returns the office in the line below an agent’s name. An office below a written-out name belongs to that person
 * alone.
 */
function officeBelow({ line, by }: Signature, { sentences, words, text }: Rendering): Sentence | undefined {
  const own = words.slice(line.from, line.to);
  if (by !== 'person' || own.length !== 1 || own[0]?.placeholder?.role !== 'agent-name') return undefined;
  const below = sentences[sentences.indexOf(line) + 1];
  if (!below || below !== sentences.at(-1) || below.ends !== '' || below.to - below.from > MOST_WORDS) return undefined;
  const said = words.slice(below.from, below.to);
  const isOfWords = said.length > 1 && said.every(({ kind, placeholder }) => kind === 'word' && !placeholder);
  return isOfWords && /^\s*\n[^\n]*$/.test(text.slice(line.end, below.start)) ? below : undefined;
}

/**
 * Yields the ways of signing that differ from the way most replies in a language are signed, except for brands that
 * sign in their own files or folders.
 * @param majority minimum share of the usual way, in percent, at which others are yielded
 * @param persons true to count replies that persons sign
 */
export function* straySignatures(
  digests: Digests<SignedAs>,
  { majority, persons }: { readonly majority: number; readonly persons: boolean },
): Generator<StrayWay> {
  const libraries: WaysByLibrary = new Map();
  for (const digest of digests) {
    const { as } = digest.data;
    if (as !== PERSON || persons) countWay(libraries, languageCode(digest.reply.locale), as, digest);
  }
  for (const ways of libraries.values()) {
    const known = usualOf(ways.values(), FEWEST, majority);
    if (!known) continue;
    const { usual, others, total } = known;
    for (const way of others) if (!isBrand(way, [usual, ...others])) yield { way, usual, total };
  }
}

/**
 * Returns true if a way of signing belongs to another brand: all replies of some folders or files use it, and no others
 * do.
 */
function isBrand(way: CountedWay, ways: readonly CountedWay[]): boolean {
  return [...way.homes].every(
    ([home, count]) => count >= FEWEST_OF_BRAND && !ways.some((other) => other !== way && other.homes.has(home)),
  );
}
