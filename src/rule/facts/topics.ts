import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { Match, WordRange } from '../reading.js';
import { isCurrency, isTime } from './amounts.js';
import { nameIn } from './named.js';
import type { Part } from './parts.js';
import { qualifiersIn } from './qualifiers.js';
import { hasIn, isTorn, type WordSenses } from './scope.js';

/** A number with its unit, as a range of words. */
export interface Quantity extends WordRange {
  readonly value: string;
  readonly unit: string;
}

/** A quantity with its place in a reply. */
export interface PlacedQuantity {
  readonly quantity: Quantity;
  /** All quantities of the sentence. */
  readonly all: readonly Quantity[];
  readonly sentence: Sentence;
  readonly index: number;
  readonly parts: readonly Part[];
  readonly conditions: readonly string[];
}

/** The subject of a quantity, and the words that limit it to certain cases. */
export interface Topic {
  readonly name: string;
  readonly qualifiers: readonly string[];
}

/** Maximum number of words between a number and the words that explain it, such as “more than” or “delivery is”. */
const REACH = 2;

/**
 * Finds the topics of the quantities in a reply, such as `refund.time`, no matter how their sentences are worded. The
 * topic of a quantity is undefined if no phrase of the group `topic` refers to it, or none to such a unit.
 * @returns undefined if the reply has no phrase of that group
 */
export function topicsIn(reading: DigestReading, senses: WordSenses) {
  const { words } = reading.rendering;
  const since = reading.matches('since');
  const isCounted = ({ from, to }: WordRange) => since.some((one) => one.from < to && from < one.to);
  const topics = reading.matches('topic').filter((match) => !isCounted(match) && !isTorn(reading, match));
  if (topics.length === 0) return undefined;
  return (quantity: Quantity, sentence: Sentence, parts: readonly Part[], isOnly: boolean): Topic | undefined => {
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
        hasIn(senses.over, { from: from - 1 - REACH, to: from }) || (senses.over.has(to) && senses.over.has(to + 1));
      if (isOver || measure === 'from') return isOver && measure === 'from' ? `${thing}.${measure}` : undefined;
      const isBeside = from - match.to <= REACH && match.from - to <= REACH;
      return isBeside || senses.isPriced(part) ? `${thing}.price` : undefined;
    }
    if (!isTime(unit) || measure === 'from') return undefined;
    const isTurned = hasIn(measure === 'time' ? senses.theirs : senses.ours, part);
    return `${thing}.${isTurned ? `not-${measure}` : measure}`;
  }
}
