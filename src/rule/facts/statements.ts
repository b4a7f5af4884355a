import type { Sentence } from '../../model/rendering.js';
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
  readonly own: ReadonlySet<string>;
  /** Further words of the sentence. */
  readonly around: Set<string>;
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
  return { head: `${measure}|${conditions}`, own: new Set(listed(own)), around: new Set(listed(around)) };
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
  const silent = [senses.neutral, senses.contact, senses.scopes, senses.over, senses.limits];
  let titled: readonly string[] | undefined;
  return ({ measure, at, sentence, conditions, parts, told, isLeftOut }) => {
    const wordsIn = (within: WordRange, but: WordRange) => wordsBeside(within, but, isLeftOut);
    const isOwn = ({ from, to, isConditional }: Part) => isConditional || (from <= at.from && at.from < to);
    const nearest = new Set(told ?? parts.filter(isOwn).flatMap((part) => wordsIn(part, at)));
    // In “The charge for delivery (€5 a box) is …”, what is charged for is before the parenthesis.
    const before = parts.findLast(({ to }) => to <= at.from);
    if (nearest.size === 0 && before) for (const word of wordsIn(before, at)) nearest.add(word);
    if (nearest.size === 0) for (const word of wordsIn(sentence, at)) nearest.add(word);
    for (const [day, name] of senses.days)
      if (day >= sentence.from && day < sentence.to && (day < at.from || day >= at.to)) nearest.add(`=${name}`);
    if (!/^(?:time|deadline|%)$/.test(measure) && !isCurrency(measure)) nearest.add(measure);
    if (nearest.size === 0) return undefined;
    if (hasIn(senses.ofGroup('since'), sentence)) nearest.add('+');
    if (hasIn(senses.over, { from: Math.max(sentence.from, at.from - 2), to: at.from })) nearest.add('>');
    const around = new Set(wordsIn(sentence, at).filter((word) => !nearest.has(word)));
    titled ??= titledWords();
    const named = titled.filter((word) => !nearest.has(word));
    return subjectOf(measure, [conditions, nearest, around, named]);
  };

  function wordsBeside(within: WordRange, but: WordRange, isLeftOut?: (at: number) => boolean): string[] {
    const found: string[] = [];
    for (let at = within.from; at < within.to; at += 1)
      if ((at < but.from || at >= but.to) && !isLeftOut?.(at)) {
        const words = known.get(at) ?? wordsAt(at);
        known.set(at, words);
        found.push(...words);
      }
    return found;
  }

  function wordsAt(at: number): readonly string[] {
    const word = words[at];
    const subject = senses.subjects.get(at);
    if (!word || word.kind === 'address' || HARMLESS.some((group) => senses.ofGroup(group).has(at))) return [];
    if (subject !== undefined) return subject.split(' ').flatMap((one) => (one === PRICE ? [] : [`=${one}`]));
    if (word.placeholder) return isForName(word.placeholder) ? [] : [word.placeholder.text];
    if (silent.some((words) => words.has(at))) return [];
    if (senses.ofGroup('unit').has(at)) return [`${UNIT}${word.folded}`];
    return word.kind === 'number' ? [`#${word.folded}`] : word.folded.split('-').map(singular);
  }

  function titledWords(): readonly string[] {
    const inTitle = titleWords(reading.rendering.reply.title);
    if (inTitle.size === 0) return [];
    const found = new Set<string>();
    for (const [at, { kind, folded }] of words.entries())
      if (kind === 'word' && inTitle.has(singular(folded))) for (const word of wordsAt(at)) found.add(word);
    return [...found];
  }
}

function subjectOf(measure: string, lists: readonly Iterable<string>[]): string {
  const written = lists.map((list) => [...new Set([...list].map((one) => one.replace(/[\s|]+/g, '-')))].sort());
  return [`${MARK}${measure}`, ...written.map((list) => list.join(' '))].join('|');
}

/** Returns the weight of a word that two statements share: 0 for units, 2 for known subjects and topics, 1 for others. */
export function weightOf(word: string): number {
  if (word.startsWith(UNIT)) return 0;
  return word.startsWith('=') ? 2 : 1;
}

/** Returns the words of a title, also as the names of subjects. */
export function titleWords(title: string | undefined): ReadonlySet<string> {
  const words = title?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map(singular).flatMap((word) => [word, `=${word}`]));
}
