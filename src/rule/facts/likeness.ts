import { keepFirst } from '../kept-replies.js';
import type { DigestedReply } from '../library-steps.js';
import { areVariants } from '../near/variants.js';
import { areFarApart, differ } from './amounts.js';
import type { Conflict, Variant } from './conflict.js';
import { areContraryDeadlines, areOfOneWeek } from './deadlines.js';
import type { PackedFact } from './fact.js';
import { countConditions, statementIn, titledIn, titleWords, weightOf } from './statements.js';
import { areParallel } from './titles.js';

/** Minimum number of words that two statements of the same fact share. A known topic counts twice. */
const FEWEST_SHARED = 2;
/** Minimum number of replies that agree on the usual value. */
const FEWEST_USUAL = 2;
/** Minimum number of special cases that agree on the usual value, so that it applies to all cases. */
const FEWEST_CASES = 3;
/** Maximum number of statements with a word, above which the word does not tell facts apart. */
const MOST_WITH_WORD = 100;
/** Maximum number of titles of replies with one statement to look into. */
const MOST_TITLES = 5;

/** A statement with the replies that contain it. Words are numbers, because a large library has many statements. */
interface Said {
  readonly kind: Conflict['kind'];
  readonly about: string;
  readonly value: string;
  readonly head: string;
  /** The words that the value directly belongs to. */
  readonly own: readonly number[];
  /** Further words of the sentence and of the titles. */
  readonly around: number[];
  readonly first: Pick<DigestedReply, 'title' | 'file' | 'locale'>;
  count: number;
  readonly replies: number[];
}

/** Collects the statements of a library, and compares those that state the same fact in different words. */
export interface Statements {
  add(fact: PackedFact, index: number, reply: DigestedReply): void;
  /** Yields the statements that contradict what several others agree on. */
  conflicts(): Generator<Conflict>;
}

export function statementsOf(): Statements {
  const all: Said[] = [];
  /** The statements by language and value, and then by subject. */
  const known = new Map<string, Map<string, Said>>();
  const heads = new Map<string, string>();
  const words = numbering();
  /** For each word, the statements that have it of their own. */
  const withWord: Said[][] = [];
  return { add, conflicts };

  function add([kind, about, value]: PackedFact, index: number, { title, file, locale }: DigestedReply): void {
    const key = `${locale}\n${value}`;
    const ofValue = known.get(key) ?? new Map<string, Said>();
    known.set(key, ofValue);
    const said =
      ofValue.get(about) ?? newSaid([kind, about, value], { file, locale, ...(title !== undefined && { title }) });
    said.count += 1;
    keepFirst(said.replies, index);
    if (said.count <= MOST_TITLES)
      for (const word of titleWords(title)) {
        const number = words.of(word);
        if (!said.own.includes(number) && !said.around.includes(number)) said.around.push(number);
      }
    if (said.count > 1) return;
    ofValue.set(about, said);
    all.push(said);
    for (const word of said.own) {
      const others = withWord[word];
      if (others) others.push(said);
      else withWord[word] = [said];
    }
  }

  function newSaid([kind, about, value]: readonly [Conflict['kind'], string, string], first: Said['first']): Said {
    const { head, own, around } = statementIn(about);
    const shared = heads.get(head) ?? head;
    heads.set(shared, shared);
    return {
      ...{ kind, about, value, head: shared, first, count: 0, replies: [] },
      ...{ own: own.map(words.of), around: around.map(words.of) },
    };
  }

  function* conflicts(): Generator<Conflict> {
    for (const one of all) {
      const usual = usualInsteadOf(one, likeOf(one));
      if (usual) yield { kind: one.kind, about: one.about, variants: [usual, one] };
    }
  }

  /** Returns the statements that may state the same fact. */
  function likeOf(one: Said): readonly Said[] {
    const weights = new Map<Said, number>();
    for (const word of one.own) {
      const said = withWord[word] ?? [];
      if (said.length > MOST_WITH_WORD) continue;
      for (const other of said)
        if (isComparable(one, other)) weights.set(other, (weights.get(other) ?? 0) + words.weightOf(word));
    }
    const like: Said[] = [];
    if (weights.size === 0) return like;
    const conditions = countConditions(one.head);
    for (const [other, weight] of weights) if (isLike(one, other, weight, conditions)) like.push(other);
    return like;
  }

  function isComparable(one: Said, other: Said): boolean {
    if (one === other || one.kind !== other.kind || one.head !== other.head) return false;
    return one.first.locale === other.first.locale;
  }

  /** @param weight the weight of the words that both have of their own */
  function isLike(one: Said, other: Said, weight: number, conditions: number): boolean {
    let sum = weight + conditions + (areOfOneWeek(one, other) ? 1 : 0);
    for (const word of one.own) if (other.around.includes(word)) sum += words.weightOf(word);
    for (const word of other.own) if (one.around.includes(word)) sum += words.weightOf(word);
    return sum >= FEWEST_SHARED || (weight > 0 && (isWithin(one.own, other.own) || isWithin(other.own, one.own)));
  }

  /** Returns what most of the similar statements say, if they contradict one and are about the same case. */
  function usualInsteadOf(one: Said, like: readonly Said[]): Variant | undefined {
    const isContrary = one.kind === 'deadlines' ? areContraryDeadlines : areContraryAmounts;
    const counts = new Map<string, number>();
    let total = one.count;
    for (const { value, count } of like) {
      if (value !== one.value) counts.set(value, (counts.get(value) ?? 0) + count);
      total += count;
    }
    if (counts.size === 0) return undefined;
    const [top] = [...counts].sort(([, a], [, b]) => b - a).find(([value]) => isContrary(value, one.value)) ?? [];
    if (top === undefined) return undefined;
    // The same amount may be given in other units.
    const group = like.filter(({ value }) => value === top || !isContrary(value, top));
    const count = group.reduce((sum, said) => sum + said.count, 0);
    if (count * 2 <= total) return undefined;
    const replies = repliesOf(group);
    if (replies.length < FEWEST_USUAL || !isSameCase(one, group, words.of)) return undefined;
    const abouts = new Set(group.map(({ about }) => about));
    // A reply of the group may give the amount in other units, so its own value is looked up.
    const isIn = ([kind, about, value]: PackedFact) =>
      kind === one.kind && group.some((said) => said.about === about && said.value === value);
    return { value: top, count: replies.length, replies, abouts, isIn };
  }
}

/** Numbers words in the order in which they are first asked for. */
function numbering() {
  const numbers = new Map<string, number>();
  const weights: number[] = [];
  return {
    of: (word: string): number => {
      let number = numbers.get(word);
      if (number === undefined) {
        number = weights.length;
        numbers.set(word, number);
        weights.push(weightOf(word));
      }
      return number;
    },
    weightOf: (number: number): number => weights[number] ?? 0,
  };
}

/**
 * Returns true if a statement names no case that the others do not: its own words occur in one of the others, and it
 * contains the words that all the others have.
 */
function isSameCase(one: Said, group: readonly Said[], numberOf: (word: string) => number): boolean {
  if (group.some(({ first }) => areVariants(one.first, first) || areParallel(one.first.title, first.title)))
    return false;
  const isKnown = (word: number) => group.some(({ own, around }) => own.includes(word) || around.includes(word));
  if (!one.own.every(isKnown)) return false;
  if (!areOfManyCases(group) && !titledIn(one.about).every((word) => isKnown(numberOf(word)))) return false;
  const [first, ...others] = group;
  const common = (first?.own ?? []).filter((word) => others.every(({ own }) => own.includes(word)));
  return common.every((word) => one.own.includes(word) || one.around.includes(word));
}

/** Returns true if the statements are from replies about different cases, so that their value applies to all of them. */
function areOfManyCases(group: readonly Said[]): boolean {
  const titled = group.map(({ about }) => new Set(titledIn(about)));
  const isOnlyIn = (own: ReadonlySet<string>) => (word: string) =>
    titled.every((other) => other === own || !other.has(word));
  return titled.filter((own) => [...own].some(isOnlyIn(own))).length >= FEWEST_CASES;
}

function areContraryAmounts(one: string, other: string): boolean {
  return differ(one, other) && !areFarApart(one, other);
}

function repliesOf(group: readonly Said[]): readonly number[] {
  return [...new Set(group.flatMap(({ replies }) => replies))].sort((a, b) => a - b);
}

function isWithin(one: readonly number[], other: readonly number[]): boolean {
  return one.every((item) => other.includes(item));
}
