import type { DigestReading } from '../library-steps.js';
import { hoursIn, linksIn, mailsIn, phonesIn } from './contacts.js';
import type { Fact, FactKind } from './fact.js';
import { namesIn } from './names.js';
import { quantitiesIn } from './quantities.js';
import { sensesOf } from './scope.js';

export { FACT_KINDS, type Fact, type FactKind } from './fact.js';

/** A reply can have several of these, in several ways of writing. */
const ONE_OF_MANY: readonly FactKind[] = ['addresses', 'links', 'names'];

/**
 * What the renderings of a reply state that other replies can contradict. A reply that says two things about one subject
 * tells them apart itself: neither is here.
 */
export function factsIn(readings: readonly DigestReading[], kinds: readonly FactKind[]): Fact[] {
  const facts = new Map<string, Fact>();
  const torn = new Set<string>();
  for (const reading of readings)
    for (const fact of statedIn(reading)) {
      if (!kinds.includes(fact.kind)) continue;
      const isOneOfMany = ONE_OF_MANY.includes(fact.kind);
      const key = `${fact.kind} ${fact.about} ${isOneOfMany ? fact.value : ''}`;
      const known = facts.get(key);
      if (!known) facts.set(key, fact);
      else if (known.value !== fact.value) torn.add(key);
    }
  return [...facts].filter(([key]) => !torn.has(key)).map(([, fact]) => fact);
}

function* statedIn(reading: DigestReading): Generator<Fact> {
  const senses = sensesOf(reading);
  yield* quantitiesIn(reading, senses);
  yield* hoursIn(reading, senses);
  yield* phonesIn(reading, senses);
  yield* mailsIn(reading, senses);
  yield* linksIn(reading);
  yield* namesIn(reading);
}
