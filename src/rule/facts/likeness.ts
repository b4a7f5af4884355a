import { keepFirst } from '../kept-replies.js';
import type { DigestedReply } from '../library-steps.js';
import { areVariants } from '../near/variants.js';
import { differ } from './amounts.js';
import type { Conflict, Variant } from './conflict.js';
import { areContraryDeadlines, areOfOneWeek } from './deadlines.js';
import type { PackedFact } from './fact.js';
import { countConditions, type Statement, statementIn, titledIn, titleWords, weightOf } from './statements.js';
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

/** A statement with the replies that contain it. */
interface Said extends Statement {
  readonly kind: Conflict['kind'];
  readonly about: string;
  readonly value: string;
  readonly first: Pick<DigestedReply, 'title' | 'file' | 'locale'>;
  count: number;
  readonly replies: number[];
}

/** The statements that have a word of their own, with the string of that word that all of them use. */
interface WithWord {
  readonly word: string;
  readonly said: Said[];
}

/** Collects the statements of a library, and compares those that state the same fact in different words. */
export interface Statements {
  add(fact: PackedFact, index: number, reply: DigestedReply): void;
  /** Yields the statements that contradict what several others agree on. */
  conflicts(): Generator<Conflict>;
}

export function statementsOf(): Statements {
  const all = new Map<string, Said>();
  const withWord = new Map<string, WithWord>();
  return { add, conflicts };

  function add([kind, about, value]: PackedFact, index: number, { title, file, locale }: DigestedReply): void {
    const key = `${locale}\n${about}\n${value}`;
    const known = all.get(key);
    const said: Said = known ?? {
      ...shared(statementIn(about)),
      ...{ kind, about, value, count: 0, replies: [] },
      first: { file, locale, ...(title !== undefined && { title }) },
    };
    said.count += 1;
    keepFirst(said.replies, index);
    if (said.count <= MOST_TITLES) for (const word of titleWords(title)) if (!said.own.has(word)) said.around.add(word);
    if (known) return;
    all.set(key, said);
    for (const word of said.own) withWord.get(word)?.said.push(said);
  }

  /** Replaces the words of a statement by the strings that other statements already use, to keep each word only once. */
  function shared({ head, own, around }: Statement): Statement {
    const words = [...own].map((word) => {
      const known = withWord.get(word) ?? { word, said: [] };
      withWord.set(known.word, known);
      return known.word;
    });
    return { head, own: new Set(words), around };
  }

  function* conflicts(): Generator<Conflict> {
    for (const one of all.values()) {
      const usual = usualInsteadOf(one, likeOf(one));
      if (usual) yield { kind: one.kind, about: one.about, variants: [usual, one] };
    }
  }

  /** Returns the statements that may state the same fact. */
  function likeOf(one: Said): readonly Said[] {
    const weights = new Map<Said, number>();
    for (const word of one.own) {
      const { said } = withWord.get(word) ?? { said: [] };
      if (said.length > MOST_WITH_WORD) continue;
      for (const other of said) weights.set(other, (weights.get(other) ?? 0) + weightOf(word));
    }
    const conditions = countConditions(one.head);
    return [...weights].flatMap(([other, weight]) => (isLike(one, other, weight, conditions) ? [other] : []));
  }

  /** @param weight the weight of the words that both have of their own */
  function isLike(one: Said, other: Said, weight: number, conditions: number): boolean {
    if (one === other || one.kind !== other.kind || one.head !== other.head) return false;
    if (one.first.locale !== other.first.locale) return false;
    let sum = weight + conditions + (areOfOneWeek(one, other) ? 1 : 0);
    for (const word of one.own) if (other.around.has(word)) sum += weightOf(word);
    for (const word of other.own) if (one.around.has(word)) sum += weightOf(word);
    return sum >= FEWEST_SHARED || (weight > 0 && (isWithin(one.own, other.own) || isWithin(other.own, one.own)));
  }
}

/** Returns what most of the similar statements say, if they contradict one and are about the same case. */
function usualInsteadOf(one: Said, like: readonly Said[]): Variant | undefined {
  const isContrary = one.kind === 'deadlines' ? areContraryDeadlines : differ;
  const counts = new Map<string, number>();
  let total = one.count;
  for (const { value, count } of like) {
    if (value !== one.value) counts.set(value, (counts.get(value) ?? 0) + count);
    total += count;
  }
  const [top] = [...counts].sort(([, a], [, b]) => b - a).find(([value]) => isContrary(value, one.value)) ?? [];
  if (top === undefined) return undefined;
  // The same amount may be given in other units.
  const group = like.filter(({ value }) => value === top || !isContrary(value, top));
  const count = group.reduce((sum, said) => sum + said.count, 0);
  const replies = repliesOf(group);
  if (replies.length < FEWEST_USUAL || count * 2 <= total || !isSameCase(one, group)) return undefined;
  return { value: top, count: replies.length, replies, abouts: new Set(group.map(({ about }) => about)) };
}

/**
 * Returns true if a statement names no case that the others do not: its own words occur in one of the others, and it
 * contains the words that all the others have.
 */
function isSameCase(one: Said, group: readonly Said[]): boolean {
  if (group.some(({ first }) => areVariants(one.first, first) || areParallel(one.first.title, first.title)))
    return false;
  const isKnown = (word: string) => group.some(({ own, around }) => own.has(word) || around.has(word));
  if (![...one.own].every(isKnown)) return false;
  if (!areOfManyCases(group) && !titledIn(one.about).every(isKnown)) return false;
  const [first, ...others] = group;
  const common = [...(first?.own ?? [])].filter((word) => others.every(({ own }) => own.has(word)));
  return common.every((word) => one.own.has(word) || one.around.has(word));
}

/** Returns true if the statements are from replies about different cases, so that their value applies to all of them. */
function areOfManyCases(group: readonly Said[]): boolean {
  const titled = group.map(({ about }) => new Set(titledIn(about)));
  const isOnlyIn = (own: ReadonlySet<string>) => (word: string) =>
    titled.every((other) => other === own || !other.has(word));
  return titled.filter((own) => [...own].some(isOnlyIn(own))).length >= FEWEST_CASES;
}

function repliesOf(group: readonly Said[]): readonly number[] {
  return [...new Set(group.flatMap(({ replies }) => replies))].sort((a, b) => a - b);
}

function isWithin(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].every((item) => other.has(item));
}
