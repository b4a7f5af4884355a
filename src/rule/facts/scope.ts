import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { Match, Reading, WordRange } from '../reading.js';
import { nameIn } from './named.js';
import { singular } from './singular.js';

/** Groups of words that do not distinguish facts, or that are compared as conditions. */
export const HARMLESS = ['since', 'single', 'usual', 'condition'];

/** The name of the price subject in the rule’s phrases. */
export const PRICE = 'price';

/** The words of a reply that matter when comparing facts. */
export interface WordSenses {
  /** Words that do not distinguish facts, such as articles, “take” and “usually”. */
  readonly neutral: ClassWords;
  /** Words that occur around contact details and opening hours, such as “call” and “open”. */
  readonly contact: ClassWords;
  /** Words that introduce what a fact applies to, such as “for” and “with”. */
  readonly scopes: ClassWords;
  /** Words between the two ends of a range, such as “to” in “3 to 5”. */
  readonly ranges: ClassWords;
  /** Words before a range whose ends “and” connects, such as “between”. */
  readonly betweens: ClassWords;
  /** Words that mark an amount as the threshold from which a fact applies, such as “more than”. */
  readonly over: ClassWords;
  /** Words before a deadline, such as “before”, and words before the largest number allowed, such as “up to”. */
  readonly untils: ClassWords;
  readonly limits: ClassWords;
  /** Words for what customers do with an order, such as “change”. */
  readonly actions: ClassWords;
  /** Words for what customers do, such as “request”, and for what the team does, such as “process”. */
  readonly theirs: ClassWords;
  readonly ours: ClassWords;
  /** Words that begin another part of a sentence, such as “once”, and words that begin a condition, such as “if”. */
  readonly parts: ClassWords;
  readonly conditionals: ClassWords;
  /** Maps each word for a subject to the name of that subject. */
  readonly subjects: ReadonlyMap<number, string>;
  /** Maps each word for days of the week to the days that it names. */
  readonly days: ReadonlyMap<number, string>;
  /** Maps each word for a contact channel to the name of that channel. */
  readonly channels: ReadonlyMap<number, string>;
  /** Maps each address for everyone to its kind. Empty for that of customer service. */
  readonly cares: ReadonlyMap<number, string>;
  /** Returns the indexes of the words in all matches of a group. They are determined when needed, once per group. */
  ofGroup(group: string): ReadonlySet<number>;
  /** Reads a short text in place of the reply, such as its title. It is read once per reply. */
  read(text: string): Reading;
  /** Reads a title or a heading in the same way, without the signs that separate its parts. */
  readTitle(title: string): Reading;
  /** Returns the conditions named in a sentence, in the sentence before it, or in the title. */
  conditionsOf(sentence: number): readonly string[];
  /** Returns the same conditions, and the offices named in the same places. */
  desksOf(sentence: number): readonly string[];
  /** Returns true if the sentence itself names an office or a condition. */
  areNamedIn(sentence: number): boolean;
  /**
   * Returns the conditions that distinguish facts, without those that always apply and without the home country of a
   * currency.
   */
  tellingConditionsOf(sentence: number, unit: string): readonly string[];
  /** Returns true if any of the words refers to a price. */
  isPriced(within: WordRange): boolean;
  /** True if the rule has word lists for the language. */
  readonly isLearned: boolean;
}

/**
 * The words of a rendering that belong to a word class. They are determined sentence by sentence, when needed, because
 * most sentences state no facts.
 */
export interface ClassWords {
  has(at: number): boolean;
}

/** Returns true if any word of a range belongs to the group. */
export function hasIn(group: ClassWords, { from, to }: WordRange): boolean {
  for (let at = from; at < to; at += 1) if (group.has(at)) return true;
  return false;
}

/** What is known about a word: nothing yet, that it is not in the class, or that it is. */
const [UNKNOWN, OUTSIDE, INSIDE] = [0, 1, 2];

class WordsOfClass implements ClassWords {
  readonly #reading: DigestReading;
  readonly #name: `@${string}`;
  /** What is known about each word. Few classes are asked for in a reply, so the list is created when needed. */
  #marks: Uint8Array | undefined;

  constructor(reading: DigestReading, name: `@${string}`) {
    this.#reading = reading;
    this.#name = name;
  }

  has(at: number): boolean {
    this.#marks ??= new Uint8Array(this.#reading.rendering.words.length);
    const mark = this.#marks[at];
    return mark === UNKNOWN ? this.#look(at, this.#marks) : mark === INSIDE;
  }

  /** Looks for the class in the sentence of a word. */
  #look(at: number, marks: Uint8Array): boolean {
    const { words, sentences } = this.#reading.rendering;
    const { from = 0, to = 0 } = sentences[words[at]?.sentence ?? -1] ?? {};
    marks.fill(OUTSIDE, from, to);
    for (let begin = from; begin < to; ) {
      const hit = this.#reading.first(this.#name, { from: begin, to });
      if (!hit) break;
      marks.fill(INSIDE, hit.from, hit.to);
      begin = Math.max(hit.to, begin + 1);
    }
    return marks[at] === INSIDE;
  }
}

const NO_WORDS: ReadonlySet<number> = new Set();

function wordsOfGroup(reading: DigestReading, group: string): ReadonlySet<number> {
  const matches = reading.matches(group);
  if (matches.length === 0) return NO_WORDS;
  const words = new Set<number>();
  for (const { from, to } of matches) for (let at = from; at < to; at += 1) words.add(at);
  return words;
}

/** Returns true if a match with a gap spans a semicolon, as in “the maker sends more; we expect it back soon”. */
export function isTorn({ rendering: { text } }: DigestReading, { start, end, hasGap }: Match): boolean {
  return hasGap && text.slice(start, end).includes(';');
}

const NOTHING: readonly string[] = [];

/** Matches what separates the parts of a title. */
const SEPARATOR = /[_:–—|/-]+/g;

/** The readings of short texts, such as the title, by their language and text. */
export type ShortTexts = Map<string, Reading>;

/** @param texts is filled when a short text is read, and shared by the renderings of a reply */
export function sensesOf(reading: DigestReading, texts: ShortTexts): WordSenses {
  const { words, sentences, locale } = reading.rendering;
  const named = (group: string) => {
    const names = new Map<number, string>();
    for (const match of reading.matches(group)) {
      if (isTorn(reading, match)) continue;
      const name = nameIn(match, words) ?? '';
      for (let at = match.from; at < match.to; at += 1) names.set(at, name);
    }
    return names;
  };
  const days = once(() => named('day'));
  const subjects = once(() => {
    const names = named('subject');
    for (const [at, day] of days()) names.set(at, day);
    return names;
  });
  const channels = once(() => named('channel'));
  const cares = once(() => named('care'));
  const written = (of: DigestReading['rendering']['words'], from: number, to: number) =>
    of
      .slice(from, to)
      .map(({ folded }) => folded)
      .join(' ');
  const { title } = reading.rendering.reply;
  const always = new Map<string, readonly string[]>();
  const read = (text: string) => {
    const key = `${locale} ${text}`;
    let known = texts.get(key);
    if (!known) {
      known = reading.of(text);
      texts.set(key, known);
    }
    return known;
  };
  // The title is read only if needed, because most replies state no facts.
  const inTitle = (group: string) => {
    if (title === undefined) return NOTHING;
    const { matches, rendering } = read(title);
    return matches(group).map(({ from, to }) => written(rendering.words, from, to));
  };
  const around = (group: string) => {
    const known = new Map<number, readonly string[]>();
    const named = (sentence: number) => {
      const near = reading
        .matches(group)
        .filter((match) => match.sentence === sentence || match.sentence === sentence - 1);
      const titled = always.get(group) ?? inTitle(group);
      always.set(group, titled);
      if (near.length === 0 && titled.length === 0) return NOTHING;
      return [...new Set([...titled, ...near.map(({ from, to }) => written(words, from, to))])].sort();
    };
    // The facts of a sentence have the same conditions.
    return (sentence: number) => {
      let names = known.get(sentence);
      if (!names) {
        names = named(sentence);
        known.set(sentence, names);
      }
      return names;
    };
  };
  let isLearned: boolean | undefined;
  const conditionsOf = around('condition');
  const desksOf = around('desk');
  const groups = new Map<string, ReadonlySet<number>>();
  const ofGroup = (group: string) => {
    const own = groups.get(group) ?? wordsOfGroup(reading, group);
    groups.set(group, own);
    return own;
  };
  const usual = () => [...ofGroup('usual')].map((at) => words[at]?.folded ?? '');
  const homes = (unit: string) =>
    reading
      .matches('home')
      .filter((match) => nameIn(match, words) === unit)
      .map(({ from }) => words[from]?.folded ?? '');
  return {
    neutral: new WordsOfClass(reading, '@fact-neutral'),
    contact: new WordsOfClass(reading, '@fact-contact'),
    scopes: new WordsOfClass(reading, '@fact-scope'),
    ranges: new WordsOfClass(reading, '@clock-range'),
    betweens: new WordsOfClass(reading, '@fact-between'),
    over: new WordsOfClass(reading, '@fact-over'),
    untils: new WordsOfClass(reading, '@fact-until'),
    limits: new WordsOfClass(reading, '@fact-limit'),
    actions: new WordsOfClass(reading, '@fact-action'),
    theirs: new WordsOfClass(reading, '@fact-theirs'),
    ours: new WordsOfClass(reading, '@fact-ours'),
    parts: new WordsOfClass(reading, '@fact-part'),
    conditionals: new WordsOfClass(reading, '@fact-if'),
    get subjects() {
      return subjects();
    },
    get days() {
      return days();
    },
    get channels() {
      return channels();
    },
    get cares() {
      return cares();
    },
    ofGroup,
    read,
    readTitle: (title) => read(title.replace(SEPARATOR, ' ')),
    conditionsOf,
    desksOf: (sentence) => [...conditionsOf(sentence), ...desksOf(sentence)],
    areNamedIn: (sentence) =>
      ['desk', 'condition'].some((group) => reading.matches(group).some((match) => match.sentence === sentence)),
    tellingConditionsOf: (sentence, unit) => {
      const conditions = conditionsOf(sentence);
      if (conditions.length === 0) return conditions;
      const silent = new Set([...usual(), ...homes(unit)]);
      return conditions.filter((condition) => !silent.has(condition)).map(singular);
    },
    isPriced: (within) => hasIn({ has: (at) => subjects().get(at) === PRICE }, within),
    get isLearned() {
      isLearned ??= subjects().size > 0 || sentences.some((sentence) => reading.says('@fact-neutral', sentence));
      return isLearned;
    },
  };
}

/** Returns true for a placeholder for a name, which does not distinguish facts. */
export function isForName({ role }: { readonly role: string }): boolean {
  return role.endsWith('-name');
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Returns what the words of a span are about, leaving some of them out. The result is equal for spans that state the
 * same fact.
 * @returns the distinguishing words, and their number
 */
export function aboutOf(
  { rendering }: DigestReading,
  { from, to }: Pick<Sentence, 'from' | 'to'>,
  senses: WordSenses,
  isLeftOut: (at: number) => boolean,
): { readonly words: readonly string[]; readonly hasSubject: boolean } {
  const told = new Set<string>();
  let hasSubject = false;
  for (let at = from; at < to; at += 1) {
    const word = rendering.words[at];
    if (!word || isLeftOut(at)) continue;
    const subject = senses.subjects.get(at);
    hasSubject ||= subject !== undefined;
    if (subject !== undefined) for (const part of subject.split(' ')) told.add(part);
    else if (word.placeholder) {
      if (!isForName(word.placeholder)) told.add(word.placeholder.text);
    } else if (!senses.neutral.has(at)) {
      if (word.folded.includes('-')) for (const part of word.folded.split('-')) told.add(part);
      else told.add(word.folded);
    }
  }
  return { words: [...told].sort(), hasSubject };
}
