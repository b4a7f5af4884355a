import type { DigestReading } from '../library-steps.js';
import { linksIn, mailsIn } from './addresses.js';
import { contentsOf } from './contents.js';
import { type Fact, type FactKind, type PackedFact, packedFact } from './fact.js';
import { hoursIn } from './hours.js';
import { namesIn } from './names.js';
import { mayHavePhone, phonesIn } from './phones.js';
import { quantitiesIn } from './quantities.js';
import { sensesOf, type TitleReadings } from './scope.js';

export { FACT_GROUPS, FACT_KINDS, type Fact, type FactKind } from './fact.js';

/** Kinds of facts of which a reply can contain several, each in more than one spelling. */
const ONE_OF_MANY: readonly FactKind[] = ['addresses', 'links', 'names'];

/** The facts that a reply states, as plain data. */
export interface Stated {
  readonly facts: readonly PackedFact[];
}

/**
 * Returns the facts of a reply that other replies can contradict.
 * @param ignore words that are not compared, such as a number or a name
 * @returns undefined if the reply states no facts
 */
export function statedIn(
  readings: readonly DigestReading[],
  kinds: readonly FactKind[],
  ignore: readonly string[],
): Stated | undefined {
  const facts = factsIn(readings, kinds).filter(({ place }) => !ignore.includes(place.words));
  return facts.length > 0 ? { facts: facts.map(packedFact) } : undefined;
}

/**
 * Returns the facts in the renderings of a reply that other replies can contradict. If a reply makes two different
 * statements about one subject, neither is included, because the reply itself explains the difference.
 */
function factsIn(readings: readonly DigestReading[], kinds: readonly FactKind[]): Fact[] {
  const facts = new Map<string, Fact>();
  const torn = new Set<string>();
  const titles: TitleReadings = new Map();
  for (const reading of readings)
    for (const found of factsOf(reading, titles))
      for (const fact of found) {
        if (!kinds.includes(fact.kind)) continue;
        const isOneOfMany = ONE_OF_MANY.includes(fact.kind);
        const key = `${fact.kind} ${fact.about} ${isOneOfMany ? fact.value : ''}`;
        const known = facts.get(key);
        if (!known) facts.set(key, fact);
        else if (known.value !== fact.value) torn.add(key);
      }
  if (torn.size === 0) return [...facts.values()];
  return [...facts].filter(([key]) => !torn.has(key)).map(([, fact]) => fact);
}

/** Searches a rendering only for the kinds of facts that its words and links can state. */
function factsOf(reading: DigestReading, titles: TitleReadings): readonly Iterable<Fact>[] {
  const senses = sensesOf(reading, titles);
  const { links, text } = reading.rendering;
  const { numbers, hasAddress } = contentsOf(reading.rendering);
  return [
    quantitiesIn(reading, senses, numbers),
    ...(numbers.size > 0 ? [hoursIn(reading, senses, numbers)] : []),
    ...(mayHavePhone(text) ? [phonesIn(reading, senses)] : []),
    ...(hasAddress ? [mailsIn(reading, senses)] : []),
    ...(hasAddress || links.length > 0 ? [linksIn(reading, senses)] : []),
    namesIn(reading),
  ];
}
