import { languageCode, languageOf } from '../../language/index.js';
import { type Signature, signatureOf } from '../../language/signature.js';
import type { Rendering, Sentence, Word } from '../../model/rendering.js';
import type { DigestReading, Digests, Place } from '../library-steps.js';
import { type CountedWay, countWay, type StrayWay, usualOf, type WaysByLibrary } from './ways.js';

/** The way a reply is signed. Plain data. */
export interface SignedAs {
  /** The signature in lowercase, with all names of persons made equal. */
  readonly as: string;
  readonly place: Place;
  /** Set if the signature names what the reply is about, such as “The Acme press office” below “our press kit”. */
  readonly isOnTopic?: true;
}

/** Minimum number of letters in a word that names a topic. */
const FEWEST_LETTERS = 4;
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
    if (isPerson) return { as: PERSON, place: place({ start, end }) };
    const isOnTopic = isAbout({ start, end }, rendering);
    return { as: written, place: place({ start, end }), ...(isOnTopic && { isOnTopic }) };
  }
  return undefined;
}

/**
 * Returns true if the text before the signature contains one of its words in lowercase, other than words such as
 * “support”. Then the office that handles the topic signs for itself. A name of a company is capitalized.
 */
function isAbout({ start, end }: Pick<Sentence, 'start' | 'end'>, { text, words, locale }: Rendering): boolean {
  const { signers } = languageOf(locale);
  const topics = words
    .filter((word) => word.start >= start && word.end <= end && word.folded.length >= FEWEST_LETTERS)
    .filter(({ kind, folded, placeholder }) => kind === 'word' && !placeholder && !signers.has(folded));
  const named = new Set(topics.map(({ folded }) => folded));
  const isWritten = ({ start: from, end: to, folded }: Word) => text.slice(from, to) === folded;
  return named.size > 0 && words.some((word) => word.end <= start && named.has(word.folded) && isWritten(word));
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
 * sign in their own files or folders, and for offices that sign replies about their own topic.
 * @param majority minimum share of the usual way, in percent, at which others are yielded
 * @param persons true to count replies that persons sign
 */
export function* straySignatures(
  digests: Digests<SignedAs>,
  { majority, persons }: { readonly majority: number; readonly persons: boolean },
): Generator<StrayWay> {
  const libraries: WaysByLibrary = new Map();
  const topical = new Set<string>();
  for (const digest of digests) {
    const { as, isOnTopic } = digest.data;
    if (isOnTopic) topical.add(as);
    if (as !== PERSON || persons) countWay(libraries, languageCode(digest.reply.locale), as, digest);
  }
  for (const ways of libraries.values()) {
    const known = usualOf(ways.values(), FEWEST, majority);
    if (!known) continue;
    const { usual, others, total } = known;
    for (const way of others)
      if (!topical.has(way.as) && !isBrand(way, [usual, ...others])) yield { way, usual, total };
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
