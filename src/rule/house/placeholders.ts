import { languageCode } from '../../language/index.js';
import { homeOf } from '../home.js';
import { keepFirst } from '../kept-replies.js';
import type { DigestReading, Digests, LibraryFacts, Place } from '../library-steps.js';
import { type PackedPlace, packedPlace, unpackedPlace } from '../packed-place.js';
import {
  bracketsOf,
  greetAlike,
  meanSame,
  type WrittenPlaceholder,
  writtenPlaceholder,
} from '../placeholder/meaning.js';
import { knownProblem } from '../placeholder/written.js';
import { misspellingsIn } from './misspellings.js';

/** A placeholder as used in a reply. */
export interface UsedPlaceholder extends WrittenPlaceholder {
  readonly place: Place;
  /** True if the rule for placeholders reports the name or the syntax. */
  readonly isMisread?: true;
}

/** A placeholder as a list, because names of properties would make up most of a digest. */
type PackedPlaceholder = readonly [
  way: string,
  /** Null if the placeholder is not in a greeting. */
  salutation: string | null,
  role: UsedPlaceholder['role'],
  kind: UsedPlaceholder['kind'],
  words: string,
  leaf: string,
  desks: readonly string[],
  after: string,
  place: PackedPlace,
  isMisread: 0 | 1,
];

/** The distinct placeholders of a reply, and the help desk that fills them in. Plain data. */
export interface UsedPlaceholders {
  readonly placeholders: readonly PackedPlaceholder[];
  readonly helpdesk?: string;
}

function packed(written: WrittenPlaceholder, place: Place, isMisread: boolean): PackedPlaceholder {
  const { way, role, kind, words, leaf, desks, after, greets, salutation } = written;
  const own = [role, kind, words, leaf, desks, after, packedPlace(place, way), isMisread ? 1 : 0] as const;
  return [way, greets ? salutation : null, ...own];
}

function unpacked(placeholder: PackedPlaceholder): UsedPlaceholder {
  const [way, salutation, role, kind, words, leaf, desks, after, place, isMisread] = placeholder;
  return {
    ...{ way, role, kind, words, leaf, desks, after },
    greets: salutation !== null,
    salutation: salutation ?? '',
    place: unpackedPlace(place, way),
    ...(isMisread === 1 && { isMisread: true }),
  };
}

/** Returns the place of a placeholder in a reply. Undefined if the reply does not use it. */
export function placeOfWay({ placeholders }: UsedPlaceholders, way: string): Place | undefined {
  const found = placeholders.find(([own]) => own === way);
  return found && unpacked(found).place;
}

/** One way to write a placeholder, with the replies that use it. */
export interface PlaceholderWay {
  readonly used: UsedPlaceholder;
  readonly count: number;
  /** Indexes of the first replies, and of the first reply whose findings are reported. */
  readonly replies: readonly number[];
}

/**
 * Returns the placeholders in the renderings of a reply.
 * @param ignore placeholders to leave out, as written
 * @returns undefined if there are none
 */
export function usedPlaceholders(
  readings: readonly DigestReading[],
  ignore: readonly string[],
): UsedPlaceholders | undefined {
  const found = new Map<string, PackedPlaceholder>();
  for (const { rendering, place } of readings)
    for (const word of rendering.words) {
      if (!word.placeholder) continue;
      const written = writtenPlaceholder(word, rendering);
      // A form in quotation marks is for the customer to fill in.
      if (!written || word.quoted || ignore.includes(word.placeholder.text)) continue;
      if (found.has(written.way) && !written.greets) continue;
      const isMisread = knownProblem(word.placeholder.text, rendering.reply) !== undefined;
      found.set(written.way, packed(written, place(word), isMisread));
    }
  const helpdesk = readings[0]?.rendering.reply.helpdesk;
  return found.size > 0 ? { placeholders: [...found.values()], ...(helpdesk && { helpdesk }) } : undefined;
}

/** A pair of a rarer and the usual way to write a placeholder. */
interface RareWay {
  readonly rare: PlaceholderWay;
  readonly usual: PlaceholderWay;
  /**
   * `same`: both stand for one value; `greets`: they stand for two values, and the rarer one is used in a greeting where
   * the other is usual; `slip`: the rarer one is misspelled.
   */
  readonly why: 'same' | 'greets' | 'slip';
}

/** Minimum number of greetings with a placeholder for it to be the house style. */
const FEWEST_GREETINGS = 10;
/** Maximum number of greetings with another placeholder. If more have it, it is intentional. */
const MOST_SLIPS = 1;

/**
 * Yields pairs of a rarer and the most common way to write the same placeholder, for each help desk and language. If
 * two ways are equally common, neither is reported. Two kinds of brackets that never occur in the same file or folder
 * belong to different programs and are not compared.
 */
export function* rareWays(
  digests: Digests<UsedPlaceholders>,
  isReported: LibraryFacts['isReported'],
): Generator<RareWay> {
  const { ways: all, greetings } = librariesOf(digests, isReported);
  for (const ways of all.values()) {
    const byUse = sortedByUse(ways);
    for (const rare of byUse) {
      const usual = byUse.find(
        (more) => more.count > rare.count && meanSame(more.used, rare.used) && areOfOneProgram(more, rare),
      );
      if (usual) yield { rare, usual, why: 'same' };
    }
    const areTogether = (rare: Way, usual: Way) =>
      rare.replies.some((index) => digests.at(index).data.placeholders.some(([way]) => way === usual.used.way));
    for (const { rare, usual } of misspellingsIn(byUse, areTogether))
      if (!meanSame(usual.used, rare.used)) yield { rare, usual, why: 'slip' };
  }
  for (const ways of greetings.values()) {
    const [usual, ...others] = sortedByUse(ways);
    for (const rare of others) {
      const isCustom = usual && rare.count <= MOST_SLIPS && usual.count >= FEWEST_GREETINGS;
      if (isCustom && greetAlike(usual.used, rare.used) && !meanSame(usual.used, rare.used))
        yield { rare, usual, why: 'greets' };
    }
  }
}

/** Returns true unless the two ways have different kinds of brackets and no file or folder contains both kinds. */
function areOfOneProgram(one: Way, other: Way): boolean {
  if (one.used.kind !== 'machine' || other.used.kind !== 'machine' || one.brackets === other.brackets) return true;
  return [...one.brackets.homes].some((home) => other.brackets.homes.has(home));
}

function sortedByUse(ways: ReadonlyMap<string, Way>): readonly Way[] {
  return [...ways.values()].sort((one, other) => other.count - one.count);
}

/** A kind of brackets, with the files and folders whose placeholders use it. */
interface Brackets {
  readonly homes: Set<string>;
}

interface Way extends PlaceholderWay {
  readonly brackets: Brackets;
  used: UsedPlaceholder;
  count: number;
  isReported: boolean;
  readonly replies: number[];
}

/**
 * Returns the ways to write placeholders by help desk and language, and separately those that are used in greetings.
 */
function librariesOf(digests: Digests<UsedPlaceholders>, isReported: LibraryFacts['isReported']) {
  const [ways, greetings] = [new Map<string, Map<string, Way>>(), new Map<string, Map<string, Way>>()];
  const allBrackets = new Map<string, Brackets>();
  for (const { index, reply, data } of digests) {
    const library = `${data.helpdesk ?? ''} ${languageCode(reply.locale)}`;
    for (const used of data.placeholders) {
      const [way, salutation] = used;
      const kind = `${library} ${bracketsOf(way)}`;
      const brackets = allBrackets.get(kind) ?? { homes: new Set<string>() };
      allBrackets.set(kind, brackets);
      brackets.homes.add(homeOf(reply));
      countWay(ways, library, used, brackets);
      if (salutation !== null) countWay(greetings, `${library} ${salutation}`, used, brackets);
    }

    function countWay(
      libraries: Map<string, Map<string, Way>>,
      name: string,
      placeholder: PackedPlaceholder,
      brackets: Brackets,
    ): void {
      const known = libraries.get(name) ?? new Map<string, Way>();
      libraries.set(name, known);
      const [written, salutation] = placeholder;
      const way = known.get(written) ?? {
        ...{ used: unpacked(placeholder), brackets, count: 0, isReported: false },
        replies: [],
      };
      known.set(written, way);
      way.count += 1;
      if (!way.used.greets && salutation !== null) way.used = unpacked(placeholder);
      const isFirstReported = !way.isReported && isReported({ index });
      way.isReported ||= isFirstReported;
      if (isFirstReported) way.replies.push(index);
      else keepFirst(way.replies, index);
    }
  }
  return { ways, greetings };
}
