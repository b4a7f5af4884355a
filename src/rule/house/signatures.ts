import { type Signature, signatureOf } from '../../language/signature.js';
import type { Rendering, Sentence } from '../../model/rendering.js';
import { homeOf } from '../home.js';
import { keepFirst } from '../kept-replies.js';
import type { Digest, DigestReading, Digests, Place } from '../library-steps.js';

/** The way a reply is signed. Plain data. */
export interface SignedAs {
  /** The signature in lowercase, with all names of persons made equal. */
  readonly as: string;
  readonly place: Place;
}

/** The number of replies that sign in one way, and the indexes of the first ones. */
export interface SignatureWay {
  readonly as: string;
  readonly count: number;
  readonly replies: readonly number[];
}

interface Way extends SignatureWay {
  count: number;
  readonly replies: number[];
  /** The number of these replies in each folder or file. */
  readonly homes: Map<string, number>;
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
): Generator<{ readonly way: SignatureWay; readonly usual: SignatureWay; readonly total: number }> {
  for (const ways of waysOf(digests, persons).values()) {
    const total = ways.reduce((sum, { count }) => sum + count, 0);
    const [usual, ...others] = ways.toSorted((one, other) => other.count - one.count);
    if (!usual || total < FEWEST || usual.count * 100 < total * majority) continue;
    for (const way of others) if (!isBrand(way, ways)) yield { way, usual, total };
  }
}

/** Returns the ways of signing by language. */
function waysOf(digests: Iterable<Digest<SignedAs>>, persons: boolean): ReadonlyMap<string, Way[]> {
  const found = new Map<string, Way[]>();
  for (const { index, reply, data } of digests) {
    if (data.as === PERSON && !persons) continue;
    const language = reply.locale.split('-')[0] ?? '';
    const ways = found.get(language) ?? [];
    found.set(language, ways);
    const known = ways.find(({ as }) => as === data.as);
    const way = known ?? { as: data.as, count: 0, replies: [], homes: new Map<string, number>() };
    if (!known) ways.push(way);
    const home = homeOf(reply);
    way.homes.set(home, (way.homes.get(home) ?? 0) + 1);
    way.count += 1;
    keepFirst(way.replies, index);
  }
  return found;
}

/**
 * Returns true if a way of signing belongs to another brand: all replies of some folders or files use it, and no others
 * do.
 */
function isBrand(way: Way, ways: readonly Way[]): boolean {
  return [...way.homes].every(
    ([home, count]) => count >= FEWEST_OF_BRAND && !ways.some((other) => other !== way && other.homes.has(home)),
  );
}
