import type { DigestReading } from '../library-steps.js';
import type { Match, WordRange } from '../reading.js';
import { isCurrency, isTime } from './amounts.js';
import { nameIn } from './named.js';
import { partsOf } from './parts.js';
import { qualifiersIn } from './qualifiers.js';
import { type ClassWords, isTorn, type WordSenses } from './scope.js';

/** A number with its unit: indexes of its words, and what it says. */
export interface Quantity extends WordRange {
  readonly value: string;
  readonly unit: string;
}

/** What a quantity is of, and for what alone it holds. */
export interface Topic {
  readonly name: string;
  readonly qualifiers: readonly string[];
}

/** Up to so many words stand between a number and what says what it is: “more than”, “delivery is”. */
const REACH = 2;

/**
 * Finds what the quantities of a reply are of, whatever words a sentence says it in: `refund.time`. Undefined where no
 * phrase of the group `topic` tells, or where it tells nothing of such a unit.
 */
export function topicsIn(reading: DigestReading, senses: WordSenses) {
  const { sentences, words } = reading.rendering;
  const since = reading.matches('since');
  const isCounted = ({ from, to }: WordRange) => since.some((one) => one.from < to && from < one.to);
  const topics = reading.matches('topic').filter((match) => !isCounted(match) && !isTorn(reading, match));
  const has = (group: ClassWords, { from, to }: WordRange) => {
    for (let at = from; at < to; at += 1) if (group.has(at)) return true;
    return false;
  };
  return (quantity: Quantity, index: number, isOnly: boolean): Topic | undefined => {
    const sentence = sentences[index];
    if (!sentence || topics.length === 0) return undefined;
    const parts = partsOf(reading, senses, sentence);
    const own = parts.find(({ from, to }) => from <= quantity.from && quantity.from < to);
    if (!own) return undefined;
    const isWithin = (part: WordRange) => (match: Match) => match.from >= part.from && match.from < part.to;
    const near = topics.filter(isWithin(own));
    const candidates = near.length > 0 || !isOnly ? near : topics.filter(isWithin(sentence));
    const told = candidates.flatMap((match) => {
      const name = nameFor(match, quantity, own);
      return name === undefined ? [] : [{ name, match }];
    });
    const found = told.find(({ match }) => match.from < quantity.from) ?? told[0];
    if (!found) return undefined;
    const about = parts.filter((part) => part === own || isWithin(part)(found.match) || part.isConditional);
    const isTopic = (at: number) =>
      topics.some(({ from, to, hasGap }) => (hasGap ? at === from || at === to - 1 : from <= at && at < to));
    const isLeftOut = (at: number) => isTopic(at) || (at >= quantity.from && at < quantity.to);
    const qualifiers = qualifiersIn(reading, senses, {
      ...{ sentence, parts: about, topic: found.match, stated: quantity.from, isLeftOut },
    });
    return { name: found.name, qualifiers };
  };

  function nameFor(match: Match, { unit, from, to }: Quantity, part: WordRange): string | undefined {
    const [thing, measure] = nameIn(match, words)?.split('.') ?? [];
    if (thing === undefined) return undefined;
    if (isCurrency(unit)) {
      const isOver =
        [0, 1, 2].some((back) => back <= REACH && senses.over.has(from - 1 - back)) ||
        (senses.over.has(to) && senses.over.has(to + 1));
      if (isOver || measure === 'from') return isOver && measure === 'from' ? `${thing}.${measure}` : undefined;
      const isBeside = from - match.to <= REACH && match.from - to <= REACH;
      return isBeside || senses.isPriced(part) ? `${thing}.price` : undefined;
    }
    if (!isTime(unit) || measure === 'from') return undefined;
    const isTurned = has(measure === 'time' ? senses.theirs : senses.ours, part);
    return `${thing}.${isTurned ? `not-${measure}` : measure}`;
  }
}
