import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { Fact } from './fact.js';
import { rolesIn } from './roles.js';
import { aboutOf, type WordSenses, wordsOfGroup } from './scope.js';

/** A number with its unit: indexes of its words, and what it says. */
interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly unit: string;
}

/** Fewer words around a number say too little to compare it. */
const FEWEST_WORDS = 2;
/** In a language whose words are not known, all of them count. */
const FEWEST_UNLEARNED = 3;
const SIGN_AFTER = /^[ \u00a0]?([$€£¥])/;
const SIGN_BEFORE = /([$€£¥])[ \u00a0]?$/;

/** The name of the subject in the rule's phrases. */
const PRICE = 'price';

function isCurrency(unit: string): boolean {
  return /^(?:[$€£¥]|eur|usd|gbp|chf)$/.test(unit);
}

/** The times, prices and other amounts that a reply states. */
export function quantitiesIn(reading: DigestReading, senses: WordSenses): Fact[] {
  const facts: Fact[] = [];
  const { sentences, blocks, text, words } = reading.rendering;
  const starts = startsIn(reading);
  if (starts.length === 0) return facts;
  const startAt = (nth: number) => starts[nth] ?? Number.POSITIVE_INFINITY;
  let next = 0;
  const find = quantityFinder(reading, senses);
  const roleOf = rolesIn(reading, senses);
  // What was done in one case says nothing of others.
  const cases = new Set(reading.matches('case').map(({ sentence }) => sentence));
  for (let index = 0; index < sentences.length; index += 1) {
    const sentence = sentences[index] as Sentence;
    const kind = blocks[sentence.block]?.kind;
    if (kind === 'code' || kind === 'heading' || kind === 'quote' || sentence.ends === '?') continue;
    if (cases.has(index)) continue;
    const found: Quantity[] = [];
    while (startAt(next) < sentence.from) next += 1;
    for (; startAt(next) < sentence.to; next += 1) {
      const at = startAt(next);
      const quantity = at < (found.at(-1)?.to ?? 0) ? undefined : find(at, sentence);
      if (quantity) found.push(quantity);
    }
    const [only] = found;
    const known = found.map((quantity) => ({ quantity, role: roleOf(quantity.from, index) }));
    const isClear = found.length < 2 || found.every(({ unit }) => isCurrency(unit));
    for (const { quantity, role } of known)
      if (role !== undefined && isClear && (found.length > 1 || !hasOtherNumbers(sentence, quantity)))
        facts.push(factOf(quantity, [role], index));
    // Of two numbers in a sentence, nobody can tell which word belongs to which.
    if (!only || found.length > 1 || hasOtherNumbers(sentence, only)) continue;
    const about = aboutOf(reading, sentence, senses, (at) => only.from <= at && at < only.to);
    // “It costs” and “it is” say the same of a price.
    const told = isCurrency(only.unit) ? about.words.filter((word) => word !== PRICE) : about.words;
    const isTold = senses.isLearned
      ? (about.hasSubject && told.length > 0) || told.length >= FEWEST_WORDS
      : told.length >= FEWEST_UNLEARNED;
    if (!isTold) continue;
    facts.push(factOf(only, told, index));
  }
  return facts;

  function factOf({ from, to, value, unit }: Quantity, told: readonly string[], sentence: number): Fact {
    const [start = 0, end = 0] = [words[from]?.start, words[to - 1]?.end];
    const isSigned = /[$€£¥]\s?$/.test(text.slice(Math.max(0, start - 2), start));
    return {
      kind: 'quantities',
      about: [...told, '|', ...senses.conditionsOf(sentence)].join(' '),
      value: `${value} ${unit}`,
      place: reading.place({ start: isSigned ? start - 1 : start, end }),
    };
  }

  function hasOtherNumbers({ from, to }: Sentence, { from: start, to: end }: Quantity): boolean {
    return words
      .slice(from, to)
      .some(({ kind }, nth) => kind === 'number' && (from + nth < start || from + nth >= end));
  }
}

/** The words that are numbers, in digits or letters: their indexes, in order. */
function startsIn(reading: DigestReading): readonly number[] {
  const starts = new Set(reading.matches('number').map(({ from }) => from));
  reading.rendering.words.forEach(({ kind }, at) => {
    if (kind === 'number') starts.add(at);
  });
  return [...starts].sort((one, other) => one - other);
}

function quantityFinder(reading: DigestReading, senses: WordSenses) {
  const { words, text } = reading.rendering;
  const spelled = new Map(reading.matches('number').map(({ from, entry }) => [from, entry.instead]));
  const units = new Map(reading.matches('unit').map((match) => [match.from, match]));
  const ranges = wordsOfGroup(reading, 'range');
  const between = (at: number) => text.slice(words[at - 1]?.end, words[at]?.start);
  const valueAt = (at: number) => {
    const word = words[at];
    if (!word || word.code || word.quoted) return undefined;
    return word.kind === 'number' ? /^\d[\d.,]*$/.exec(word.folded)?.[0].replace(/[.,]0+$/, '') : spelled.get(at);
  };
  return (from: number, { to: end }: Sentence): Quantity | undefined => {
    const first = valueAt(from);
    if (first === undefined) return undefined;
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
      return { from, to: unit.to, value, unit: unit.entry.instead ?? words[to]?.folded ?? '' };
    const next = words[to];
    if (next?.kind !== 'word' || to >= end || senses.isLearned) return undefined;
    return { from, to: to + 1, value, unit: next.folded };
  };
}
