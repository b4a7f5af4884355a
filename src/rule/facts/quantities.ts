import type { Sentence } from '../../model/rendering.js';
import type { DigestReading, Place } from '../library-steps.js';
import type { Match } from '../reading.js';
import { contextFinder } from './alike/context.js';
import { amountOf, isCurrency, isTime, measureOf } from './amounts.js';
import type { Fact } from './fact.js';
import { isRoughly, matterFinder } from './matters/statement.js';
import { nameIn } from './named.js';
import { type Part, partsOf } from './parts.js';
import { rolesIn } from './roles.js';
import { aboutOf, hasIn, PRICE, type WordSenses } from './scope.js';
import { singular } from './singular.js';
import type { StatementOf } from './statements.js';
import { type PlacedQuantity, type Quantity, type Topic, topicsIn } from './topics.js';

/** Minimum number of telling words around a number if none of them names a subject. */
const FEWEST_WORDS = 2;
/** The same minimum for languages without word lists, in which every word counts. */
const FEWEST_UNLEARNED = 3;
/** Maximum number of quantities in a sentence. A longer list states nothing about one subject. */
const MOST_QUANTITIES = 30;
const SIGN_AFTER = /^[ \u00a0]?([$€£¥])/;
const SIGN_BEFORE = /([$€£¥])[ \u00a0]?$/;

/**
 * Yields the times, prices and other amounts that a reply states.
 * @param numbersIn the indexes of the numbers in each sentence that has any
 */
export function* quantitiesIn(
  reading: DigestReading,
  senses: WordSenses,
  numbersIn: ReadonlyMap<number, readonly number[]>,
  statementOf: StatementOf,
): Generator<Fact> {
  const { sentences, blocks, text, words, locale } = reading.rendering;
  // Words cannot be interpreted if the language is unknown.
  if (locale === 'und') return;
  const compounds = compoundsIn(reading);
  const isSpelled =
    compounds.size > 0 || ['number', 'single', 'unit'].some((group) => reading.matches(group).length > 0);
  if (numbersIn.size === 0 && !isSpelled) return;
  const { find, spelled } = quantityFinder(reading, senses, compounds);
  if (numbersIn.size === 0 && spelled.size === 0) return;
  const numbered = new Set(numbersIn.keys());
  for (const at of spelled.keys()) numbered.add(words[at]?.sentence ?? 0);
  const roleOf = rolesIn(reading, senses);
  const topicOf = topicsIn(reading, senses);
  const matterOf = matterFinder(reading, senses);
  const contextOf = contextFinder(reading, senses);
  const places = new Map<Quantity, Place>();
  const vague = new Set<Quantity>();
  // A report about a single case says nothing about other cases.
  const caseMatches = reading.matches('case');
  const cases = new Set(caseMatches.map(({ sentence }) => sentence));
  for (let index = 0; index < sentences.length; index += 1) {
    const sentence = sentences[index];
    if (!sentence || !numbered.has(index)) continue;
    const kind = blocks[sentence.block]?.kind;
    if (kind === 'code' || kind === 'heading' || kind === 'quote' || sentence.ends === '?') continue;
    const found: Quantity[] = [];
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const quantity = find(at, sentence);
      if (!quantity) continue;
      found.push(quantity);
      at = quantity.to - 1;
    }
    if (found.length === 0 || found.length > MOST_QUANTITIES) continue;
    const parts = partsOf(reading, senses, sentence);
    const place = { all: found, sentence, index, parts };
    yield* inContext(place);
    if (cases.has(index)) continue;
    const [only] = found;
    const known = found.map((quantity) => ({ quantity, role: roleOf(quantity.from, index) }));
    const prices = found.filter(({ unit }) => isCurrency(unit)).length;
    // In “£8 after 10 days”, the unit shows which number is the price.
    const isClear = ({ unit }: Quantity) =>
      found.length < 2 || prices === found.length || (prices === 1 && isCurrency(unit));
    for (const { quantity, role } of known)
      if (role !== undefined && isClear(quantity) && (found.length > 1 || !hasOtherNumbers(sentence, quantity)))
        yield topicalFact(quantity, role, conditionsOf(quantity, role.name, index));
    yield* comparable(place);
    // If a sentence contains two numbers, it is unclear which words belong to which number.
    if (!only || found.length > 1 || vague.has(only) || hasOtherNumbers(sentence, only)) continue;
    const about = aboutOf(reading, sentence, senses, (at) => only.from <= at && at < only.to);
    // “It costs” and “it is” mean the same if the amount is a price.
    const told = isCurrency(only.unit) ? about.words.filter((word) => word !== PRICE) : about.words;
    const isTold = senses.isLearned
      ? (about.hasSubject && told.length > 0) || told.length >= FEWEST_WORDS
      : told.length >= FEWEST_UNLEARNED;
    if (!isTold) continue;
    yield factOf(only, [...told, '|', ...senses.conditionsOf(index)].join(' '));
  }

  /** Yields the facts about known topics, and those that are compared by the words around their numbers. */
  function* comparable(place: Omit<PlacedQuantity, 'quantity' | 'conditions'>): Generator<Fact> {
    const { all: found, sentence, index, parts } = place;
    for (const quantity of found) {
      const stated = { ...place, quantity, conditions: conditionsOf(quantity, '', index) };
      const matter = matterOf(stated);
      if (matter !== undefined) yield factOf(quantity, matter);
      // “Usually 5 days” and “if you have nothing after 5 days” are no limits that other wording can contradict.
      if (matter !== undefined ? isRoughly(matter) : isCondition(quantity, parts)) {
        vague.add(quantity);
        continue;
      }
      // A sentence with several times distinguishes the cases itself, as in “14 days, instead of the usual 30”.
      if (isTime(quantity.unit) && found.some((other) => other !== quantity && isTime(other.unit))) continue;
      const topic = topicOf?.(quantity, sentence, parts, found.length === 1);
      const conditions = conditionsOf(quantity, topic?.name ?? '', index);
      if (topic) yield topicalFact(quantity, topic, conditions);
      const told = topic && [`=${topic.name}`, ...topic.qualifiers];
      const about = statementOf({ measure: measureOf(quantity.unit), at: quantity, sentence, conditions, parts, told });
      if (about !== undefined) yield factOf(quantity, about);
    }
  }

  /** Yields the facts that are compared by the concepts around their numbers. */
  function* inContext(place: Omit<PlacedQuantity, 'quantity' | 'conditions'>): Generator<Fact> {
    for (const quantity of place.all) {
      const own = place.parts.find(({ from, to }) => from <= quantity.from && quantity.from < to);
      if (!own || caseMatches.some(({ from }) => from >= own.from && from < own.to)) continue;
      const placed = { ...place, quantity, conditions: conditionsOf(quantity, '', place.index) };
      const context = contextOf(placed, own);
      if (context !== undefined) yield factOf(quantity, context);
    }
  }

  /** Returns true for a duration in a condition. */
  function isCondition({ from, unit }: Quantity, parts: readonly Part[]): boolean {
    return isTime(unit) && parts.some((part) => part.isConditional && part.from <= from && from < part.to);
  }

  /** Returns the conditions of a fact, without those that only repeat its topic. */
  function conditionsOf({ unit }: Quantity, topic: string, sentence: number): readonly string[] {
    return senses.tellingConditionsOf(sentence, unit).filter((one) => !isOf(one, topic));
  }

  /**
   * Returns a fact about a known topic, regardless of its wording. It is not compared with facts that are identified by
   * all the words of a sentence.
   */
  function topicalFact(quantity: Quantity, { name, qualifiers }: Topic, conditions: readonly string[]): Fact {
    return factOf(quantity, [`= ${name}`, ...qualifiers, '|', ...conditions].join(' '));
  }

  function factOf(quantity: Quantity, about: string): Fact {
    const place = places.get(quantity) ?? placeOf(quantity);
    places.set(quantity, place);
    return { kind: 'quantities', about, value: amountOf(quantity.value, quantity.unit), place };
  }

  function placeOf({ from, to, unit }: Quantity): Place {
    const [start = 0, end = 0] = [words[from]?.start, words[to - 1]?.end];
    const isSigned = /[$€£¥]\s?$/.test(text.slice(Math.max(0, start - 2), start));
    return reading.place({
      start: isSigned ? start - 1 : start,
      end: unit === '%' ? text.indexOf('%', end) + 1 : end,
    });
  }

  function hasOtherNumbers({ from, to }: Sentence, { from: start, to: end }: Quantity): boolean {
    for (let at = from; at < to; at += 1) if (words[at]?.kind === 'number' && (at < start || at >= end)) return true;
    return false;
  }
}

function quantityFinder(reading: DigestReading, senses: WordSenses, compounds: Compounds) {
  const { ranges, betweens } = senses;
  const { words, text } = reading.rendering;
  const units = new Map<number, Match>();
  for (const match of reading.matches('unit'))
    if (match.to >= (units.get(match.from)?.to ?? 0)) units.set(match.from, match);
  const spelled = new Map(reading.matches('number').map((match) => [match.from, nameIn(match, words)]));
  for (const { to } of reading.matches('single')) spelled.set(to - 1, '1');
  // “A fortnight” is one of them, whatever is before it.
  for (const match of units.values())
    if (nameIn(match, words) === 'fn' && !spelled.has(match.from - 1)) spelled.set(match.from - 1, '1');
  for (const [at, { value }] of compounds) spelled.set(at, value);
  for (const [at, value] of sumsIn(reading)) spelled.set(at, value);
  const between = (at: number) => text.slice(words[at - 1]?.end, words[at]?.start);
  const valueAt = (at: number) => {
    const word = words[at];
    if (word?.kind !== 'number' && !spelled.has(at)) return undefined;
    if (!word || word.code || word.quoted) return undefined;
    return word.kind === 'number' ? /^\d[\d.,]*$/.exec(word.folded)?.[0].replace(/[.,]00?$/, '') : spelled.get(at);
  };
  const find = (from: number, { to: end }: Sentence): Quantity | undefined => {
    // Nearly all words are neither.
    if (words[from]?.kind !== 'number' && !spelled.has(from)) return undefined;
    const first = valueAt(from);
    // “30+ days” is not a fixed amount, because it covers any number of days from 30 up.
    if (first === undefined || text[words[from]?.end ?? 0] === '+') return undefined;
    const compound = compounds.get(from);
    if (compound) return { from, to: from + 1, ...compound };
    let [last, to] = [first, from + 1];
    const isWritten = ranges.has(to) || betweens.has(from - 1);
    const isRange = isWritten || /^\s?[-–—]\s?$/.test(between(to));
    const second = isRange ? valueAt(isWritten ? to + 1 : to) : undefined;
    if (second !== undefined) [last, to] = [second, isWritten ? to + 2 : to + 1];
    // The last number of a range counts, because “3 to 5 days” and “up to 5 days” have the same limit.
    const value = last;
    const before = text.slice(Math.max(0, (words[from]?.start ?? 0) - 2), words[from]?.start);
    const after = text.slice(words[to - 1]?.end, (words[to - 1]?.end ?? 0) + 2);
    const sign = SIGN_BEFORE.exec(before)?.[1] ?? SIGN_AFTER.exec(after)?.[1];
    if (sign !== undefined) return { from, to, value, unit: sign };
    if (/^\s?%/.test(after)) return { from, to, value, unit: '%' };
    // “8 or more characters”
    const isOver = senses.over.has(to) && senses.over.has(to + 1);
    const unit = units.get(isOver ? to + 2 : to) ?? units.get(to);
    if (unit && unit.to <= end)
      return { from, to: unit.to, value, unit: nameIn(unit, words) ?? words[to]?.folded ?? '' };
    const next = words[to];
    if (next?.kind !== 'word' || to >= end || senses.ofGroup('clock').has(to)) return undefined;
    const justBefore = { from: Math.max(0, from - 2), to: from };
    if (senses.isLearned && !hasIn(senses.limits, justBefore) && !hasIn(senses.over, justBefore)) return undefined;
    return { from, to: to + 1, value, unit: singular(next.folded) };
  };
  return { find, spelled };
}

/** Matches a number joined to its unit, as in “2-year warranty” and “two-year warranty”. */
const COMPOUND = /^(\p{L}+|\d+)-(\p{L}+)$/u;

type Amount = Pick<Quantity, 'value' | 'unit'>;
type Compounds = ReadonlyMap<number, Amount>;
/** What hyphenated words stand for, by language, because texts repeat words such as “follow-up”. */
const COMPOUNDS = new Map<string, Amount | undefined>();
const SUMS = new Map<string, string | undefined>();
const MOST_KNOWN = 5_000;

/** Returns the amounts that are written as one word, such as “two-year”. */
function compoundsIn(reading: DigestReading): Compounds {
  return ofHyphenated(reading, COMPOUNDS, compoundOf);
}

/** Returns the numbers that are written as two, such as “twenty-five”. */
function sumsIn(reading: DigestReading): ReadonlyMap<number, string> {
  return ofHyphenated(reading, SUMS, sumOf);
}

/**
 * Returns what the hyphenated words of a reply stand for, without those that stand for nothing.
 * @param known is filled with the results
 */
function ofHyphenated<T>(
  reading: DigestReading,
  known: Map<string, T | undefined>,
  look: (word: string, reading: DigestReading) => T | undefined,
): ReadonlyMap<number, T> {
  const found = new Map<number, T>();
  const { words, locale } = reading.rendering;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word?.folded.includes('-') || word.code || word.quoted) continue;
    const key = `${locale} ${word.folded}`;
    if (known.size >= MOST_KNOWN) known.clear();
    if (!known.has(key)) known.set(key, look(word.folded, reading));
    const own = known.get(key);
    if (own !== undefined) found.set(at, own);
  }
  return found;
}

function sumOf(word: string, reading: DigestReading): string | undefined {
  const apart = reading.of(word.replace('-', ' '));
  const { words } = apart.rendering;
  const [tens, ones, ...more] = apart.matches('number').map((match) => Number(nameIn(match, words)));
  if (tens === undefined || ones === undefined || more.length > 0 || words.length > 2) return undefined;
  return tens % TEN === 0 && ones < TEN ? String(tens + ones) : undefined;
}

const TEN = 10;

function compoundOf(word: string, reading: DigestReading): Amount | undefined {
  const [, number = '', name = ''] = COMPOUND.exec(word) ?? [];
  if (name === '') return undefined;
  const apart = reading.of(`${number} ${name}`);
  const { words } = apart.rendering;
  const [count] = apart.matches('number');
  const [measure] = apart.matches('unit');
  const value = /^\d/.test(number) ? number : count && nameIn(count, words);
  const unit = measure && nameIn(measure, words);
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

/**
 * Returns true for a condition that only repeats the subject of the fact, such as “gift card” for `gift-card.window`.
 */
function isOf(condition: string, name: string): boolean {
  return name.startsWith(`${condition.replaceAll(' ', '-')}.`);
}
