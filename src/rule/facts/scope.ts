import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';

/** What a rule knows of each word, for telling facts apart. */
export interface WordSenses {
  /** Words that tell nothing: articles, “take”, “usually”. */
  readonly neutral: ReadonlySet<number>;
  /** Words of contacts and opening hours: “call”, “open”. */
  readonly contact: ReadonlySet<number>;
  /** Word → the one name of what it names. */
  readonly subjects: ReadonlyMap<number, string>;
  /** The conditions that a sentence, the one before it, or the title name. */
  conditionsOf(sentence: number): readonly string[];
  /** True if the rule knows the words of the language. */
  readonly isLearned: boolean;
}

/** Indexes of the words in all matches of a group. */
export function wordsOfGroup(reading: DigestReading, group: string): ReadonlySet<number> {
  const words = new Set<number>();
  for (const { from, to } of reading.matches(group)) for (let at = from; at < to; at += 1) words.add(at);
  return words;
}

export function sensesOf(reading: DigestReading): WordSenses {
  // Most replies state little, and few of these are needed.
  let neutral: ReadonlySet<number> | undefined;
  let contact: ReadonlySet<number> | undefined;
  let subjects: ReadonlyMap<number, string> | undefined;
  const { words } = reading.rendering;
  const named = (of: DigestReading['rendering']['words'], from: number, to: number) =>
    of
      .slice(from, to)
      .map(({ folded }) => folded)
      .join(' ');
  const { title } = reading.rendering.reply;
  let always: readonly string[] | undefined;
  // Most replies state nothing: their titles are not read.
  const inTitle = () => {
    const read = title === undefined ? undefined : reading.of(title);
    return read?.matches('condition').map(({ from, to }) => named(read.rendering.words, from, to)) ?? [];
  };
  const conditionsOf = (sentence: number) => {
    const conditions = reading.matches('condition');
    const near = conditions.filter((match) => match.sentence === sentence || match.sentence === sentence - 1);
    always ??= inTitle();
    return [...new Set([...always, ...near.map(({ from, to }) => named(words, from, to))])].sort();
  };
  return {
    get neutral() {
      neutral ??= wordsOfGroup(reading, 'neutral');
      return neutral;
    },
    get contact() {
      contact ??= wordsOfGroup(reading, 'contact');
      return contact;
    },
    get subjects() {
      subjects ??= subjectsIn(reading);
      return subjects;
    },
    get isLearned() {
      return ['neutral', 'subject', 'contact'].some((group) => reading.matches(group).length > 0);
    },
    conditionsOf,
  };
}

function subjectsIn(reading: DigestReading): ReadonlyMap<number, string> {
  const subjects = new Map<number, string>();
  for (const { from, to, entry } of reading.matches('subject'))
    for (let at = from; at < to; at += 1) subjects.set(at, entry.instead ?? '');
  return subjects;
}

/**
 * What the words of a stretch are about, but for some of them: equal for stretches that state the same fact.
 * @returns the words that tell, and how many they are
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
      if (!/-name$/.test(word.placeholder.role)) told.add(word.placeholder.text);
    } else if (!senses.neutral.has(at)) for (const part of word.folded.split('-')) told.add(part);
  }
  return { words: [...told].sort(), hasSubject };
}
