import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import { amountOf, isCurrency, isTime } from './amounts.js';
import type { Fact } from './fact.js';
import { nameIn } from './named.js';
import { rolesIn } from './roles.js';
import { aboutOf, PRICE, type WordSenses } from './scope.js';
import { type Quantity, type Topic, topicsIn } from './topics.js';

/** Fewer words around a number say too little to compare it. */
const FEWEST_WORDS = 2;
/** In a language whose words are not known, all of them count. */
const FEWEST_UNLEARNED = 3;
const SIGN_AFTER = /^[ \u00a0]?([$€£¥])/;
const SIGN_BEFORE = /([$€£¥])[ \u00a0]?$/;

/** The times, prices and other amounts that a reply states. */
export function* quantitiesIn(reading: DigestReading, senses: WordSenses): Generator<Fact> {
  const { sentences, blocks, text, words, locale } = reading.rendering;
  // Of an unknown language, nobody knows what a word is.
  if (locale === 'und') return;
  const find = quantityFinder(reading, senses);
  const roleOf = rolesIn(reading, senses);
  const topicOf = topicsIn(reading, senses);
  // What was done in one case says nothing of others.
  const cases = new Set(reading.matches('case').map(({ sentence }) => sentence));
  for (const [index, sentence] of sentences.entries()) {
    const kind = blocks[sentence.block]?.kind;
    if (kind === 'code' || kind === 'heading' || kind === 'quote' || sentence.ends === '?') continue;
    if (cases.has(index)) continue;
    const found: Quantity[] = [];
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const quantity = find(at, sentence);
      if (!quantity) continue;
      found.push(quantity);
      at = quantity.to - 1;
    }
    if (found.length === 0) continue;
    const [only] = found;
    const known = found.map((quantity) => ({ quantity, role: roleOf(quantity.from, index) }));
    const prices = found.filter(({ unit }) => isCurrency(unit)).length;
    // “£8 after 10 days”: the number of a price is told from others by its unit.
    const isClear = ({ unit }: Quantity) =>
      found.length < 2 || prices === found.length || (prices === 1 && isCurrency(unit));
    for (const { quantity, role } of known)
      if (role !== undefined && isClear(quantity) && (found.length > 1 || !hasOtherNumbers(sentence, quantity)))
        yield topicalFact(quantity, { name: role, qualifiers: [] }, index);
    for (const quantity of found) {
      // “14 days, instead of the usual 30”: the sentence tells the cases apart itself.
      if (isTime(quantity.unit) && found.some((other) => other !== quantity && isTime(other.unit))) continue;
      const topic = topicOf(quantity, index, found.length === 1);
      if (topic) yield topicalFact(quantity, topic, index);
    }
    // Of two numbers in a sentence, nobody can tell which word belongs to which.
    if (!only || found.length > 1 || hasOtherNumbers(sentence, only)) continue;
    const about = aboutOf(reading, sentence, senses, (at) => only.from <= at && at < only.to);
    // “It costs” and “it is” say the same of a price.
    const told = isCurrency(only.unit) ? about.words.filter((word) => word !== PRICE) : about.words;
    const isTold = senses.isLearned
      ? (about.hasSubject && told.length > 0) || told.length >= FEWEST_WORDS
      : told.length >= FEWEST_UNLEARNED;
    if (!isTold) continue;
    yield factOf(only, told, index);
  }

  /** A fact that is told in any words: apart from those that are told by all the words of a sentence. */
  function topicalFact(quantity: Quantity, { name, qualifiers }: Topic, sentence: number): Fact {
    const conditions = senses.tellingConditionsOf(sentence, quantity.unit).filter((one) => !isOf(one, name));
    return { ...factOf(quantity, [], sentence), about: [`= ${name}`, ...qualifiers, '|', ...conditions].join(' ') };
  }

  function factOf({ from, to, value, unit }: Quantity, told: readonly string[], sentence: number): Fact {
    const [start = 0, end = 0] = [words[from]?.start, words[to - 1]?.end];
    const isSigned = /[$€£¥]\s?$/.test(text.slice(Math.max(0, start - 2), start));
    return {
      kind: 'quantities',
      about: [...told, '|', ...senses.conditionsOf(sentence)].join(' '),
      value: amountOf(value, unit),
      place: reading.place({ start: isSigned ? start - 1 : start, end }),
    };
  }

  function hasOtherNumbers({ from, to }: Sentence, { from: start, to: end }: Quantity): boolean {
    return words
      .slice(from, to)
      .some(({ kind }, nth) => kind === 'number' && (from + nth < start || from + nth >= end));
  }
}

function quantityFinder(reading: DigestReading, { ranges, isLearned }: WordSenses) {
  const { words, text } = reading.rendering;
  const units = new Map(reading.matches('unit').map((match) => [match.from, match]));
  const spelled = new Map(reading.matches('number').map((match) => [match.from, nameIn(match, words)]));
  for (const { to } of reading.matches('single')) spelled.set(to - 1, '1');
  const between = (at: number) => text.slice(words[at - 1]?.end, words[at]?.start);
  const valueAt = (at: number) => {
    const word = words[at];
    if (word?.kind !== 'number' && !spelled.has(at)) return undefined;
    if (!word || word.code || word.quoted) return undefined;
    return word.kind === 'number' ? /^\d[\d.,]*$/.exec(word.folded)?.[0].replace(/[.,]0+$/, '') : spelled.get(at);
  };
  return (from: number, { to: end }: Sentence): Quantity | undefined => {
    const first = valueAt(from);
    // “30+ days” are any number of days from 30 on.
    if (first === undefined || text[words[from]?.end ?? 0] === '+') return undefined;
    let [last, to] = [first, from + 1];
    const isRange = ranges.has(to) || /^\s?[-–—]\s?$/.test(between(to));
    const second = isRange ? valueAt(ranges.has(to) ? to + 1 : to) : undefined;
    if (second !== undefined) [last, to] = [second, ranges.has(to) ? to + 2 : to + 1];
    // “3 to 5 days” and “up to 5 days” end alike.
    const value = last;
    const before = text.slice(Math.max(0, (words[from]?.start ?? 0) - 2), words[from]?.start);
    const after = text.slice(words[to - 1]?.end, (words[to - 1]?.end ?? 0) + 2);
    const sign = SIGN_BEFORE.exec(before)?.[1] ?? SIGN_AFTER.exec(after)?.[1];
    if (sign !== undefined) return { from, to, value, unit: sign };
    if (/^\s?%/.test(after)) return { from, to, value, unit: '%' };
    const unit = units.get(to);
    if (unit && unit.to <= end)
      return { from, to: unit.to, value, unit: nameIn(unit, words) ?? words[to]?.folded ?? '' };
    const next = words[to];
    if (isLearned || next?.kind !== 'word' || to >= end) return undefined;
    return { from, to: to + 1, value, unit: next.folded };
  };
}

/** A condition that only names what the fact is of anyway: “gift card” of `gift-card.window`. */
function isOf(condition: string, name: string): boolean {
  return name.startsWith(`${condition.replaceAll(' ', '-')}.`);
}
