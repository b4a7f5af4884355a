import type { Sentence } from '../../../model/rendering.js';
import type { DigestReading } from '../../library-steps.js';
import type { WordRange } from '../../reading.js';
import { isCurrency, isTime } from '../amounts.js';
import { nameIn } from '../named.js';
import type { Part } from '../parts.js';
import { hasIn, type WordSenses } from '../scope.js';
import { singular } from '../singular.js';
import type { PlacedQuantity, Quantity } from '../topics.js';
import { type Known, knownFinder } from './known.js';
import { limitsFinder } from './limits.js';
import { type Dimension, type Direction, fewestLimitsOf, PRICE_OF } from './list.js';
import { senseOf } from './words.js';

/** A value that may be stated of a matter. */
export interface Stated extends PlacedQuantity {
  /** The matter, if it is known. Default: found by the words around the value. */
  readonly named?: string;
  /** Returns true for further words that do not tell cases apart. */
  readonly isLeftOut?: (at: number) => boolean;
}

/** What a reply states of a matter, in a form that is equal in all wordings of the same fact. */
export interface MatterStatement {
  /** The matter, what is measured, and the direction. */
  readonly matter: string;
  /** The words that limit it to certain cases. */
  readonly limits: readonly string[];
  /** Words of the title and heading that may do so. */
  readonly titled: readonly string[];
  readonly isRough: boolean;
}

/** Begins the subjects of statements about matters only. */
const MARK = '%';
/** Maximum number of words between a number and the words that explain it. */
const REACH = 3;

/** The units of a time of day, and of opening hours, which are compared as they are. */
export const [CLOCK, HOURS] = ['clock', 'hours'] as const;

/** Returns true for the subject of an amount that is only about right, such as “usually 5 days”. */
export function isRoughly(about: string): boolean {
  return about.endsWith('|~');
}

export function isMatter(about: string): boolean {
  return about.startsWith(MARK);
}

/** Parses the subject of a fact that {@link matterFinder} wrote. */
export function matterIn(about: string): MatterStatement {
  const [matter = '', limits = '', titled = '', rough = ''] = about.split('|');
  return { matter, limits: listed(limits), titled: listed(titled), isRough: rough !== '' };
}

function listed(words: string): readonly string[] {
  return words.split(' ').filter((one) => one !== '');
}

function written({ matter, limits, titled, isRough }: MatterStatement): string {
  const list = (all: readonly string[]) => [...new Set(all.map((one) => one.replace(/[\s|]+/g, '-')))].sort().join(' ');
  return [MARK + matter, list(limits), list(titled), isRough ? '~' : ''].join('|');
}

/** Finds what the quantities of a reply state. Returns the subject of the fact, or undefined if it is not clear. */
export function matterFinder(reading: DigestReading, senses: WordSenses) {
  const knownOf = knownFinder(reading, senses);
  const { limitsIn, namesOf, titledIn } = limitsFinder(reading, senses);
  return (stated: Stated): string | undefined => {
    const { quantity, all, sentence, index, parts, named } = stated;
    const own = parts.find(({ from, to }) => from <= quantity.from && quantity.from < to);
    // Without the words that tell nothing, it is not known which words do.
    if (!own || !says(sentence, '@fact-common')) return undefined;
    const dimension = dimensionOf(quantity.unit);
    if (all.some((other) => other !== quantity && dimensionOf(other.unit) === dimension)) return undefined;
    const direction = directionOf(quantity, dimension);
    // “If you spend more than €50” states a fact, but “if it takes more than 5 days” does not.
    if (own.isConditional && !(dimension === 'money' && direction === 'over')) return undefined;
    const known =
      named === undefined ? knownOf({ quantity, own, parts, sentence, index, dimension, direction }) : undefined;
    const limits = limitsOf(stated, own, known);
    const telling = limits.filter((one) => !one.startsWith('#'));
    if (named === undefined && new Set(telling).size < fewestLimitsOf(known?.matter, dimension)) return undefined;
    const isKept = direction !== 'plain' && known?.matter.direction === undefined;
    const measured = dimension === 'count' ? `count-${quantity.unit}` : dimension;
    const titled = titledIn(sentence).filter((one) => !limits.includes(one));
    return written({
      matter: [
        named ?? known?.matter.name ?? '',
        measured,
        isKept ? direction : '',
        periodAfter(quantity, sentence),
      ].join('/'),
      ...{ limits, titled },
      isRough: says(own, '@fact-approx') && !hasIn(senses.limits, own) && !isLimited(quantity),
    });
  };

  /** Returns the words that limit a statement, in its part of the sentence and in those that belong to it. */
  function limitsOf(stated: Stated, own: Part, known: Known | undefined): readonly string[] {
    const { quantity, all, parts, isLeftOut } = stated;
    const concepts = known?.concepts ?? [];
    const isValue = (at: number) => isLeftOut?.(at) || all.some(({ from, to }) => at >= from && at < to);
    const isEvent = ({ from, to }: Part) => isAhead(quantity) && from <= quantity.to + 1 && quantity.to < to;
    const limits = parts
      .filter(
        (part) => part === own || part.isConditional || isEvent(part) || (known && !known.isNear && shows(part, known)),
      )
      .flatMap((part) => limitsIn(part, isValue, concepts));
    // “A charge of £8 applies once a payment is late” says only there what is charged for.
    if (limits.length === 0 && known?.matter === PRICE_OF)
      for (const part of parts) if (part !== own) limits.push(...limitsIn(part, isValue, concepts));
    const isComplete = limits.length > 0 && !says(own, '@fact-pronoun');
    const conditions = isComplete ? withoutPrevious(stated) : stated.conditions;
    const found = [...limits, ...conditions.flatMap((one) => namesOf(one, concepts))];
    // “Pro” and “the Pro plan” are the same.
    const telling = found.filter((one) => one !== '=contract');
    return telling.length > 0 ? telling : found;
  }

  function shows({ from, to }: Part, { shown }: Known): boolean {
    for (let at = from; at < to; at += 1)
      if (senseOf(reading, at).concepts.some((one) => shown.includes(one))) return true;
    return false;
  }

  /** Returns the conditions without those that only the sentence before names. */
  function withoutPrevious({ index, conditions }: Stated): readonly string[] {
    const { words, reply } = reading.rendering;
    const written = ({ from, to }: WordRange) =>
      singular(
        words
          .slice(from, to)
          .map(({ folded }) => folded)
          .join(' '),
      );
    const isIn = (sentence: number) => {
      const found = reading.matches('condition').filter((match) => match.sentence === sentence);
      return new Set(found.map(written));
    };
    const [before, here] = [isIn(index - 1), isIn(index)];
    const title = reply.title?.toLowerCase() ?? '';
    return conditions.filter((one) => !before.has(one) || here.has(one) || title.includes(one));
  }

  function says(within: WordRange, wordClass: `@${string}`): boolean {
    return reading.first(wordClass, { from: within.from, to: within.to }) !== undefined;
  }

  function isLimited({ from }: Quantity): boolean {
    return says({ from: Math.max(0, from - REACH), to: from }, '@fact-within');
  }

  function isAhead({ to }: Quantity): boolean {
    return says({ from: to, to: Math.min(to + 2, reading.rendering.words.length) }, '@fact-ahead');
  }

  function directionOf(quantity: Quantity, dimension: Dimension): Direction {
    if (dimension === 'time') return isAhead(quantity) ? 'before' : 'plain';
    if (dimension === 'clock' || dimension === 'hours') return 'plain';
    const { from, to } = quantity;
    const isSpent = from > 0 && senseOf(reading, from - 1).concepts.includes('spend');
    const isOver = isSpent || hasIn(senses.over, { from: Math.max(0, from - REACH), to: from });
    return isOver || (senses.over.has(to) && senses.over.has(to + 1)) ? 'over' : 'plain';
  }

  /** Returns the unit of time after an amount, as in “€5 a month”. */
  function periodAfter({ to, unit }: Quantity, sentence: Sentence): string {
    if (isTime(unit)) return '';
    const { words } = reading.rendering;
    const isAfter = (at: number) => at >= to && at < Math.min(to + 2, sentence.to);
    const names = reading.matches('unit').flatMap((match) => (isAfter(match.from) ? [nameIn(match, words) ?? ''] : []));
    return names.find(isTime) ?? '';
  }
}

function dimensionOf(unit: string): Dimension {
  if (isTime(unit)) return 'time';
  if (isCurrency(unit)) return 'money';
  if (unit === CLOCK || unit === HOURS) return unit;
  return unit === '%' ? 'share' : 'count';
}
