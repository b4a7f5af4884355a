import type { DigestReading } from '../library-steps.js';
import { deadlinesIn } from './deadlines.js';
import { type Fact, type FactKind, type PackedFact, packedFact } from './fact.js';
import { hoursIn } from './hours.js';
import { linksIn } from './links.js';
import { mailsIn } from './mails.js';
import { namesIn } from './names.js';
import { phonesIn } from './phones.js';
import { quantitiesIn } from './quantities.js';
import { sensesOf } from './scope.js';
import { statementFinder } from './statements.js';

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
  for (const reading of readings)
    for (const fact of factsOf(reading)) {
      if (!kinds.includes(fact.kind)) continue;
      const isOneOfMany = ONE_OF_MANY.includes(fact.kind);
      const key = `${fact.kind} ${fact.about} ${isOneOfMany ? fact.value : ''}`;
      const known = facts.get(key);
      if (!known) facts.set(key, fact);
      else if (known.value !== fact.value) torn.add(key);
    }
  return [...facts].filter(([key]) => !torn.has(key)).map(([, fact]) => fact);
}

function* factsOf(reading: DigestReading): Generator<Fact> {
  const senses = sensesOf(reading);
  const statementOf = statementFinder(reading, senses);
  yield* quantitiesIn(reading, senses, statementOf);
  yield* hoursIn(reading, senses);
  yield* deadlinesIn(reading, senses, statementOf);
  yield* phonesIn(reading, senses);
  yield* mailsIn(reading, senses);
  yield* linksIn(reading, senses);
  yield* namesIn(reading);
}
