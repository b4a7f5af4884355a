import type { Sentence, Word } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { WordRange } from '../reading.js';
import { isCurrency } from './amounts.js';
import type { Part } from './parts.js';
import { HARMLESS, hasIn, isForName, PRICE, type WordSenses } from './scope.js';
import { singular } from './singular.js';

/** What is said of a value, in words that can be compared with other wording of the same fact. */
export interface Statement {
  /** What values are compared (a currency, `time`, another unit, or `deadline`), and the conditions. */
  readonly head: string;
  /** The words that the value directly belongs to. */
  readonly own: readonly string[];
  /** Further words of the sentence. */
  readonly around: readonly string[];
}

/** Begins the subjects of statements only. */
const MARK = '^';
/** Precedes a unit that is not counted, as in “€5 a month”. It distinguishes facts, but many of them contain it. */
const UNIT = '/';

/** Returns true for the subject of a fact that is a statement in words. */
export function isStatement(about: string): boolean {
  return about.startsWith(MARK);
}

/** Parses the subject of a fact that {@link statementFinder} wrote. */
export function statementIn(about: string): Statement {
  const [measure = '', conditions = '', own, around] = about.split('|');
  return { head: `${measure}|${conditions}`, own: listed(own), around: listed(around) };
}

/** Returns the number of conditions that the head of a statement contains. */
export function countConditions(head: string): number {
  return listed(head.split('|')[1]).length;
}

/**
 * Returns the words of the text that the title contains, too. They may name the special case that the whole reply is
 * about. They are not kept, because few statements are asked for them.
 */
export function titledIn(about: string): readonly string[] {
  return listed(about.split('|')[4]);
}

function listed(words = ''): readonly string[] {
  return words.split(' ').filter((one) => one !== '');
}

/** Where a value is in a sentence, and what is known about it. */
interface StatedValue {
  readonly measure: string;
  readonly at: WordRange;
  readonly sentence: Sentence;
  /** The conditions of the fact. */
  readonly conditions: readonly string[];
  readonly parts: readonly Part[];
  /** The known topic, and the words that limit it. Default: all the words of the part that contains the value. */
  readonly told?: readonly string[] | undefined;
  /** Returns true for words that do not matter to this kind of value. */
  readonly isLeftOut?: ((at: number) => boolean) | undefined;
}

/** Writes the words around a value as the subject of a fact. Returns undefined if no word tells the fact apart. */
export type StatementOf = (stated: StatedValue) => string | undefined;

export function statementFinder(reading: DigestReading, senses: WordSenses): StatementOf {
  const { words } = reading.rendering;
  const known = new Map<number, readonly string[]>();
  let titled: readonly string[] | undefined;
  return ({ measure, at, sentence, conditions, parts, told, isLeftOut }) => {
    const nearest = new Set(told);
    if (!told)
      for (const part of parts)
        if (part.isConditional || (part.from <= at.from && at.from < part.to)) addWords(nearest, part, at, isLeftOut);
    // In “The charge for delivery (€5 a box) is …”, what is charged for is before the parenthesis.
    const before = nearest.size === 0 ? parts.findLast(({ to }) => to <= at.from) : undefined;
    if (before) addWords(nearest, before, at, isLeftOut);
    if (nearest.size === 0) addWords(nearest, sentence, at, isLeftOut);
    for (const [day, name] of senses.days)
      if (day >= sentence.from && day < sentence.to && (day < at.from || day >= at.to)) nearest.add(`=${name}`);
    if (!/^(?:time|deadline|%)$/.test(measure) && !isCurrency(measure)) nearest.add(measure);
    if (nearest.size === 0) return undefined;
    if (hasIn(senses.ofGroup('since'), sentence)) nearest.add('+');
    if (hasIn(senses.over, { from: Math.max(sentence.from, at.from - 2), to: at.from })) nearest.add('>');
    const around = new Set<string>();
    addWords(around, sentence, at, isLeftOut);
    titled ??= titledWords();
    const isFurther = (word: string) => !nearest.has(word);
    return subjectOf(measure, [conditions, [...nearest], [...around].filter(isFurther), titled.filter(isFurther)]);
  };

  function addWords(found: Set<string>, within: WordRange, but: WordRange, isLeftOut?: (at: number) => boolean): void {
    for (let at = within.from; at < within.to; at += 1) {
      if ((at >= but.from && at < but.to) || isLeftOut?.(at)) continue;
      const told = wordsAt(at);
      for (let nth = 0; nth < told.length; nth += 1) found.add(told[nth] as string);
    }
  }

  function wordsAt(at: number): readonly string[] {
    let told = known.get(at);
    if (!told) {
      told = newWordsAt(at);
      known.set(at, told);
    }
    return told;
  }

  function newWordsAt(at: number): readonly string[] {
    const word = words[at];
    if (!word || word.kind === 'address' || isHarmless(at)) return NO_WORDS;
    const subject = senses.subjects.get(at);
    if (subject !== undefined) return subject.split(' ').flatMap((one) => (one === PRICE ? [] : [`=${one}`]));
    if (word.placeholder) return isForName(word.placeholder) ? NO_WORDS : [word.placeholder.text];
    if (isSilent(at)) return NO_WORDS;
    if (senses.ofGroup('unit').has(at)) return [`${UNIT}${word.folded}`];
    if (word.kind === 'number') return [`#${word.folded}`];
    return word.folded.includes('-') ? word.folded.split('-').map(singular) : [singular(word.folded)];
  }

  function isHarmless(at: number): boolean {
    for (let nth = 0; nth < HARMLESS.length; nth += 1) if (senses.ofGroup(HARMLESS[nth] as string).has(at)) return true;
    return false;
  }

  function isSilent(at: number): boolean {
    const { neutral, contact, scopes, over, limits } = senses;
    return neutral.has(at) || contact.has(at) || scopes.has(at) || over.has(at) || limits.has(at);
  }

  function titledWords(): readonly string[] {
    const inTitle = titleWords(reading.rendering.reply.title);
    if (inTitle.size === 0) return NO_WORDS;
    const lengths = lengthsOf(inTitle);
    const found = new Set<string>();
    for (let at = 0; at < words.length; at += 1) {
      const { kind, folded } = words[at] as Word;
      // The word itself or without its final “s”.
      if (kind !== 'word' || ((lengths >> Math.min(folded.length, LONGEST)) & 3) === 0) continue;
      if (inTitle.has(singular(folded))) for (const word of wordsAt(at)) found.add(word);
    }
    return [...found];
  }
}

const NO_WORDS: readonly string[] = [];
/** Length from which words are not told apart by length. */
const LONGEST = 28;

/** Returns a number with a bit for the length of each word, one place higher. Most words of a text have another length. */
function lengthsOf(words: ReadonlySet<string>): number {
  let lengths = 0;
  for (const word of words) if (!word.startsWith('=')) lengths |= 1 << Math.min(word.length + 1, LONGEST + 1);
  return lengths;
}

/** @param lists the conditions, the words of the value, and others */
function subjectOf(measure: string, lists: readonly (readonly string[])[]): string {
  let subject = `${MARK}${measure}`;
  for (const list of lists) {
    // Only placeholders and names of several words contain blanks.
    const plain = /[\s|]/.test(list.join('')) ? list.map((one) => one.replace(/[\s|]+/g, '-')) : list;
    subject += `|${[...new Set(plain)].sort().join(' ')}`;
  }
  return subject;
}

/** Returns the weight of a word that two statements share: 0 for units, 2 for known subjects and topics, 1 for others. */
export function weightOf(word: string): number {
  if (word.startsWith(UNIT)) return 0;
  return word.startsWith('=') ? 2 : 1;
}

/** The last title, because several statements of a reply ask for its words. */
let last: { readonly title: string; readonly words: ReadonlySet<string> } | undefined;

/** Returns the words of a title, also as the names of subjects. */
export function titleWords(title: string | undefined): ReadonlySet<string> {
  if (title === undefined) return NO_TITLE;
  if (last?.title === title) return last.words;
  const words = new Set<string>();
  for (const written of title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const word = singular(written);
    words.add(word).add(`=${word}`);
  }
  last = { title, words };
  return words;
}

const NO_TITLE: ReadonlySet<string> = new Set();
