import { beginsWithFarewell, signatureOf } from '../../language/signature.js';
import { homeOf } from '../home.js';
import { keepFirst } from '../kept-replies.js';
import type { DigestReading, Digests, Place } from '../library-steps.js';
import { type SignatureWay, type SignedAs, signedAs } from './signatures.js';

/** The words on the line before the name. Plain data. */
export interface Farewell {
  /** In lower case, without punctuation. */
  readonly as: string;
  readonly place: Place;
}

/** How a reply is signed, and what stands before that. Plain data. */
export interface ClosedAs extends SignedAs {
  readonly farewell?: Farewell;
}

/** More words are a wish for this customer: “Enjoy your new lamp”. */
const MOST_WORDS = 3;
/** What may stand after the words of a line: a comma, blanks. */
const LINE_END = 9;
/** Of fewer replies, nobody can tell how all of them close. */
const FEWEST = 10;
/** In percent: with a smaller share, people close as they like. */
const MAJORITY = 90;
/** Replies that close in a third way, more often than that, do so on purpose. */
const MOST_STRAYS = 2;

/** How the first signed rendering of a reply is signed, with its farewell. Undefined if none is. */
export function closedAs(readings: readonly DigestReading[]): ClosedAs | undefined {
  const signed = signedAs(readings);
  const farewell = signed && farewellOf(readings);
  return signed && { ...signed, ...(farewell && { farewell }) };
}

/** The line of its own with which the first signed rendering takes leave: “Best wishes,”. Undefined if none does. */
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

/** The few replies of a file or folder and language that take leave in other words than nearly all others. */
export function* strayFarewells(
  digests: Digests<ClosedAs>,
): Generator<{ readonly way: SignatureWay; readonly usual: SignatureWay; readonly total: number }> {
  const libraries = new Map<string, Map<string, SignatureWay & { count: number; replies: number[] }>>();
  for (const { index, reply, data } of digests) {
    if (!data.farewell) continue;
    const { as } = data.farewell;
    const library = `${homeOf(reply)}\n${reply.locale.split('-')[0]}`;
    const ways = libraries.get(library) ?? new Map<string, SignatureWay & { count: number; replies: number[] }>();
    libraries.set(library, ways);
    const way = ways.get(as) ?? { as, count: 0, replies: [] };
    ways.set(as, way);
    way.count += 1;
    keepFirst(way.replies, index);
  }
  for (const ways of libraries.values()) {
    const [usual, ...others] = [...ways.values()].sort((one, other) => other.count - one.count);
    const total = others.reduce((sum, { count }) => sum + count, usual?.count ?? 0);
    if (!usual || total < FEWEST || usual.count * 100 < total * MAJORITY) continue;
    for (const way of others) if (way.count <= MOST_STRAYS) yield { way, usual, total };
  }
}
