import type { Sentence } from '../../../model/rendering.js';
import type { DigestReading } from '../../library-steps.js';
import type { Reading, WordRange } from '../../reading.js';
import { isCurrency, isTime, measureOf } from '../amounts.js';
import { nameIn } from '../named.js';
import type { Part } from '../parts.js';
import { hasIn, isForName, type WordSenses } from '../scope.js';
import type { PlacedQuantity, Quantity } from '../topics.js';
import { phrasedIn, senseOf } from './concepts.js';

/** What a reply says about an amount, in concepts that other wording of the same fact shares. */
export interface Context {
  /** What is measured, and in which role: a limit from which something applies, a time before an event, a rate. */
  readonly head: string;
  /** The concepts of the part of the sentence that states the amount. */
  readonly own: readonly string[];
  /** Further concepts of the sentence and of the one before. */
  readonly around: readonly string[];
  readonly titled: readonly string[];
  /** What tells this case from others: names, conditions and words such as “second”. */
  readonly cases: readonly string[];
  readonly isRough: boolean;
}

/** Precedes a case word that only the title contains. */
export const IN_TITLE = '^';
/** Returns a case word without the mark of a title. */
export function plain(word: string): string {
  return word.startsWith(IN_TITLE) ? word.slice(IN_TITLE.length) : word;
}

/** Precedes a case word that is a name. */
export const NAME = '*';
/** Precedes a concept of a condition. */
export const IF = '?';
/** Begins the subjects of amounts in context only. */
const MARK = '&';
const REACH = 3;

export function isInContext(about: string): boolean {
  return about.startsWith(MARK);
}

export function contextIn(about: string): Context {
  const [head = '', own, around, titled, cases, rough = ''] = about.split('|');
  return {
    ...{ head, own: listed(own), around: listed(around), titled: listed(titled), cases: listed(cases) },
    isRough: rough !== '',
  };
}

function listed(words = ''): readonly string[] {
  return words === '' ? [] : words.split(' ');
}

function written({ head, own, around, titled, cases, isRough }: Context): string {
  const list = (all: readonly string[]) => [...new Set(all.map((one) => one.replace(/[\s|]+/g, '-')))].sort().join(' ');
  return [MARK + head, list(own), list(around), list(titled), list(cases), isRough ? '~' : ''].join('|');
}

/**
 * Finds what a reply says about its amounts. Each is found from an amount and the part of its sentence, and is written as
 * the subject of a fact. Undefined if the reply says too little.
 */
export function contextFinder(reading: DigestReading, senses: WordSenses) {
  const { words, text, sentences, reply } = reading.rendering;
  let titled: Pick<Context, 'titled' | 'cases'> | undefined;
  return (placed: PlacedQuantity, own: Part): string | undefined => {
    const { quantity, all, sentence, index, parts, conditions } = placed;
    // Without the words that tell nothing, it is not known which words do.
    if (!says(sentence, '@fact-common')) return undefined;
    if (own.isConditional && !says(own, '@fact-within')) return undefined;
    const measure = measureIn(quantity);
    const isSame = (other: Quantity) => other !== quantity && measureIn(other) === measure;
    if (all.some((other) => isSame(other) && other.from >= own.from && other.from < own.to)) return undefined;
    // If the sentence gives several amounts, each belongs to its own part.
    const isOnly = !all.some(isSame);
    const isValue = (at: number) => all.some(({ from, to }) => at >= from && at < to);
    const found = new Set<string>();
    addConcepts(reading, own, found, isValue);
    // In “It is removed after ten days”, the part with the amount says nothing else.
    if (found.size === 0 && isOnly)
      for (const part of parts) if (!part.isConditional) addConcepts(reading, part, found, isValue);
    const around = new Set<string>();
    if (isOnly) addConcepts(reading, sentence, around, isValue);
    const before = sentences[index - 1];
    if (before && before.block === sentence.block) addConcepts(reading, before, around);
    titled ??= readTitle();
    const inTitle = titled;
    const near = parts.filter((part) => part === own || (isOnly && part.isConditional));
    const cases = [
      ...near.flatMap((part) => casesIn(reading, part, isValue)),
      ...namesIn(sentence, isValue),
      ...inTitle.cases,
    ];
    const role = roleOf(quantity, measure, own);
    const ifs = new Set<string>();
    if (isOnly)
      for (const part of parts) if (part.isConditional && part !== own) addConcepts(reading, part, ifs, isValue);
    if (found.size + around.size + inTitle.titled.length === 0 || role === undefined) return undefined;
    return written({
      head: [measure, role, periodAfter(quantity, sentence)].join('/'),
      own: [...found],
      around: [...around].filter((one) => !found.has(one)),
      titled: inTitle.titled,
      cases: [
        ...cases,
        ...[...ifs].map((one) => IF + one),
        ...conditions.map((one) => (isOnlyTitled(one, sentence) ? IN_TITLE + one : one)),
      ],
      isRough:
        says({ from: Math.max(own.from, quantity.from - REACH), to: quantity.to }, '@fact-approx') &&
        !hasIn(senses.limits, own),
    });
  };

  /** Returns true for a condition that the title names, and the sentence does not. */
  function isOnlyTitled(condition: string, { from, to }: Sentence): boolean {
    const span = text.slice(words[from]?.start, words[to - 1]?.end).toLowerCase();
    return !span.includes(condition) && (reply.title ?? '').toLowerCase().includes(condition);
  }

  function readTitle(): Pick<Context, 'titled' | 'cases'> {
    if (reply.title === undefined) return { titled: [], cases: [] };
    const read = senses.readTitle(reply.title);
    const found = new Set<string>();
    const whole = { from: 0, to: read.rendering.words.length };
    addConcepts(read, whole, found);
    const numbers = read.rendering.words.flatMap(({ kind, folded }) => (kind === 'number' ? [`#${folded}`] : []));
    return { titled: [...found], cases: [...casesIn(read, whole), ...numbers] };
  }

  function addConcepts(
    of: Reading,
    within: WordRange,
    found: Set<string>,
    isLeftOut: (at: number) => boolean = () => false,
  ): void {
    const all = of.rendering.words;
    for (let at = within.from; at < within.to; at += 1) {
      const word = all[at];
      if (word?.kind !== 'word' || word.placeholder || isLeftOut(at)) continue;
      const { concept, isCommon } = senseOf(of, at);
      if (!isCommon && word.folded.length >= SHORTEST) found.add(concept);
    }
    for (const one of phrasedIn(of, within)) found.add(one);
  }

  function casesIn(of: Reading, within: WordRange, isLeftOut: (at: number) => boolean = () => false): string[] {
    const found: string[] = [];
    for (let at = within.from; at < within.to; at += 1) {
      const word = of.rendering.words[at];
      if (!word || isLeftOut(at)) continue;
      if (word.placeholder) {
        if (!isForName(word.placeholder)) found.push(word.placeholder.text);
      } else if (word.kind === 'word' && senseOf(of, at).isCase) found.push(word.folded);
    }
    return found;
  }

  function namesIn({ from, to }: WordRange, isLeftOut: (at: number) => boolean): string[] {
    const found: string[] = [];
    for (let at = from + 1; at < to; at += 1) {
      const word = words[at];
      if (word?.kind !== 'word' || word.placeholder || isLeftOut(at) || senseOf(reading, at).isCommon) continue;
      if (!/^\p{Lu}/u.test(text.slice(word.start, word.end))) continue;
      found.push(NAME + word.folded);
      const next = words[at + 1];
      if (next?.kind === 'number' && !isLeftOut(at + 1)) found.push(`#${next.folded}`);
    }
    return found;
  }

  function says(within: WordRange, wordClass: `@${string}`): boolean {
    return reading.first(wordClass, { from: within.from, to: within.to }) !== undefined;
  }

  function roleOf({ from, to }: Quantity, measure: string, own: Part): string | undefined {
    if (measure === 'time') {
      if (says({ from: to, to: Math.min(to + 2, words.length) }, '@fact-ahead')) return 'ahead';
      if (says(own, '@sense-advance')) return 'ahead';
      return from > 0 && says({ from: from - 1, to: from }, '@fact-every') ? 'every' : '';
    }
    const before = { from: Math.max(0, from - REACH), to: from };
    const isMost = hasIn(senses.limits, { from: before.from, to: Math.min(to + 2, words.length) });
    const isOver = hasIn(senses.over, before) && !isMost;
    // “Your table is for 4 people” is a single case, but “for up to 4 people” is a rule.
    if (measure === PEOPLE && !isMost && !isOver) return undefined;
    const isMore = isOver || (senses.over.has(to) && senses.over.has(to + 1));
    return isMore || (isCurrency(measure) && says(before, '@sense-spend')) ? 'over' : '';
  }

  /** Returns what an amount measures. Other words for what is counted are the same measure: “12 people”, “12 guests”. */
  function measureIn({ unit, to }: Quantity): string {
    const isPeople = words[to - 1]?.folded.startsWith(unit) && senseOf(reading, to - 1).concept === PEOPLE;
    return isPeople ? PEOPLE : measureOf(unit);
  }

  /** Returns the unit of time after an amount, as in “€5 a month”. */
  function periodAfter({ to, unit }: Quantity, sentence: Sentence): string {
    if (isTime(unit)) return '';
    const isAfter = (at: number) => at >= to && at < Math.min(to + 2, sentence.to);
    const names = reading.matches('unit').flatMap((match) => (isAfter(match.from) ? [nameIn(match, words) ?? ''] : []));
    return names.find(isTime) ?? '';
  }
}

/** The concept of people, who are counted in several words. */
const PEOPLE = '=people';
/** Minimum length of a word that counts. */
const SHORTEST = 3;
