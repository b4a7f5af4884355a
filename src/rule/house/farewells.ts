import { languageCode } from '../../language/index.js';
import { beginsWithFarewell, signatureOf } from '../../language/signature.js';
import { homeOf } from '../home.js';
import type { DigestReading, Digests, Place } from '../library-steps.js';
import { type SignedAs, signedAs } from './signatures.js';
import { countWay, type StrayWay, usualOf, type WaysByLibrary } from './ways.js';

/** The words on the line before the name. Plain data. */
export interface Farewell {
  /** In lower case, without punctuation. */
  readonly as: string;
  readonly place: Place;
}

/** The way a reply is signed, and its farewell. Plain data. */
export interface ClosedAs extends SignedAs {
  readonly farewell?: Farewell;
}

/** Maximum number of words in a farewell. A longer one is a wish for one customer, such as “Enjoy your new lamp”. */
const MOST_WORDS = 3;
/** Maximum number of characters after the words of a line, such as a comma and blanks. */
const LINE_END = 9;
/** Minimum number of replies from which a usual farewell can be derived. */
const FEWEST = 10;
/** Minimum share of replies with the usual farewell, in percent. */
const MAJORITY = 90;
/** Maximum number of replies with an unusual farewell. If more have it, it is intentional. */
const MOST_STRAYS = 2;

/** Returns how the first signed rendering of a reply is signed, and its farewell. Undefined if none is signed. */
export function closedAs(readings: readonly DigestReading[]): ClosedAs | undefined {
  const signed = signedAs(readings);
  const farewell = signed && farewellOf(readings);
  return signed && { ...signed, ...(farewell && { farewell }) };
}

/** Returns the first farewell on a line of its own, such as “Best wishes,”. Undefined if no rendering has one. */
function farewellOf(readings: readonly DigestReading[]): Farewell | undefined {
  for (const { rendering, place } of readings) {
    const { sentences, words, text } = rendering;
    const signature = signatureOf(rendering)?.line;
    const at = signature ? sentences.indexOf(signature) : 0;
    // A name may stand between the farewell and the company.
    const line = sentences.slice(Math.max(0, at - 2), at).find((one) => beginsWithFarewell(rendering, one));
    if (line?.ends !== '' || line.to - line.from > MOST_WORDS) continue;
    const said = words.slice(line.from, line.to);
    const isOnLine = /^[^\p{L}\p{N}\n]*\n/u.test(text.slice(line.end, line.end + LINE_END));
    if (!isOnLine || said.some(({ kind, placeholder }) => kind !== 'word' || placeholder)) continue;
    return { as: said.map(({ folded }) => folded).join(' '), place: place(line) };
  }
  return undefined;
}

/**
 * Yields the farewells of a few replies that differ from the farewell of nearly all others in the same file or folder
 * and language.
 */
export function* strayFarewells(digests: Digests<ClosedAs>): Generator<StrayWay> {
  const libraries: WaysByLibrary = new Map();
  for (const digest of digests) {
    const { reply, data } = digest;
    if (data.farewell) countWay(libraries, `${homeOf(reply)}\n${languageCode(reply.locale)}`, data.farewell.as, digest);
  }
  for (const ways of libraries.values()) {
    const known = usualOf(ways.values(), FEWEST, MAJORITY);
    if (!known) continue;
    const { usual, others, total } = known;
    for (const way of others) if (way.count <= MOST_STRAYS) yield { way, usual, total };
  }
}
