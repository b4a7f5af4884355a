import { keepFirst } from '../../kept-replies.js';
import type { DigestedReply } from '../../library-steps.js';
import { areFarApart } from '../amounts.js';
import { type Conflict, differsByCase, type Variant } from '../conflict.js';
import type { PackedFact } from '../fact.js';
import { type Amount, areContrary } from '../matters/span.js';
import { type Comparison, comparisonOf } from './comparison.js';
import { Said } from './said.js';
import { weightsOf } from './weights.js';

/** Maximum number of statements with a concept, above which it is not searched. */
const MOST_WITH_CONCEPT = 100;
/** Minimum weight of what two statements share, so that they may state the same fact. */
const LEAST_SHARED = 0.4;
/** What statements must share: the weight, its share of all that they say, and the product of both. */
const LEAST = { shared: 0.75, ratio: 0.45, product: 0.55 };
/** The same if they share much. */
const LEAST_OF_MUCH = { shared: 1.8, ratio: 0.35, product: 0.63 };
/** The same if each side is a single reply. */
const LEAST_OF_TWO = { shared: 0.75, ratio: 0.7, product: 0.78 };
/** The share if several replies give the other value, which may be for another case. */
const LEAST_OF_SEVERAL = 0.6;
/** Minimum similarity of statements of the same subject, relative to those with the usual value. */
const AS_SIMILAR = 0.8;

/** Collects the amounts that the replies of a library state, and compares those of one subject, however it is worded. */
export interface AlikeStatements {
  add(fact: PackedFact, index: number, reply: DigestedReply): void;
  /** Yields the amounts that contradict what several others agree on. */
  conflicts(): Generator<Conflict>;
}

export function alikeStatements(): AlikeStatements {
  const known = new Map<string, Said>();
  const weights = weightsOf();
  const concepts = conceptsOf();
  const { numberOf: ofAmount, contrary } = amountsOf();
  return { add, conflicts };

  function add(fact: PackedFact, index: number, reply: DigestedReply): void {
    const [, about, value] = fact;
    const key = `${reply.locale}\n${value}\n${about}`;
    let said = known.get(key);
    if (!said) {
      said = new Said(fact, reply, { of: concepts.numberOf, ofAmount, countedIn: weights.countedIn });
      known.set(key, said);
      concepts.add(said);
    }
    said.count += 1;
    keepFirst(said.replies, index);
    weights.add(said, index);
  }

  function* conflicts(): Generator<Conflict> {
    const sharedBy = sharedWeight(concepts.names.map(weights.of));
    for (const one of known.values()) {
      const candidates = concepts.candidatesFor(one);
      if (!isOutvoted(one, candidates)) continue;
      const usual = usualInsteadOf(one, mostSimilar(one, candidates, sharedBy), sharedBy);
      if (usual) yield { kind: one.kind, about: one.about, variants: [variantOf(usual), variantOf([one])] };
    }
  }

  /** Returns true if more replies may state another value. Most statements state the usual one. */
  function isOutvoted(one: Said, candidates: readonly Said[]): boolean {
    let count = 0;
    for (const other of candidates) if (contrary(one, other)) count += other.replies.length;
    return count > 0 && isMost(count, one.replies.length);
  }

  /** Returns the statements of the value that most others agree on, if one contradicts them. */
  function usualInsteadOf(one: Said, like: readonly Said[], sharedBy: SharedBy): readonly Said[] | undefined {
    const own = repliesOf([one, ...like.filter(({ value }) => value === one.value)]);
    let best: { readonly group: readonly Said[]; readonly ratio: number } | undefined;
    const seen = new Set<string>();
    for (const nearest of like) {
      if (seen.has(nearest.value)) continue;
      seen.add(nearest.value);
      if (!contrary(one, nearest) || areFarApart(one.value, nearest.value)) continue;
      const agreeing = like.filter((other) => !contrary(other, nearest) && contrary(other, one));
      // A reply that states both values shows that they are for two cases.
      if (agreeing.some(({ replies }) => replies.some((reply) => own.has(reply)))) continue;
      const group = agreeing.filter((other) => other === nearest || sharedBy(other, nearest) >= LEAST_SHARED);
      const count = repliesOf(group).size;
      if (!isMost(count, own.size)) continue;
      if (variesBetween(like, one, sharedBy(one, nearest) * AS_SIMILAR, sharedBy)) continue;
      const comparison = comparisonOf(one, group, weights);
      if (isClear(comparison, count, own.size) && comparison.ratio > (best?.ratio ?? 0))
        best = { group, ratio: comparison.ratio };
    }
    return best?.group;
  }
}

/** Numbers the concepts of each language and head, and finds the statements that share one. */
function conceptsOf() {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const withConcept: Said[][] = [];
  return { numberOf, names, add, candidatesFor };

  function numberOf(concept: string, head: string, locale: string): number {
    const key = `${locale} ${head} ${concept}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = names.length;
      numbers.set(key, number);
      names.push(concept);
      withConcept.push([]);
    }
    return number;
  }

  function add(said: Said): void {
    // A list that is too long is not searched.
    for (const number of said.numbers) {
      const list = withConcept[number];
      if (list && list.length <= MOST_WITH_CONCEPT) list.push(said);
    }
  }

  function candidatesFor(one: Said): readonly Said[] {
    const found = new Set<Said>();
    for (const number of one.numbers) {
      const others = withConcept[number] ?? [];
      if (others.length <= MOST_WITH_CONCEPT) for (const other of others) if (other !== one) found.add(other);
    }
    return [...found];
  }
}

/** Returns the weight of the concepts that two statements of one language and head share. */
type SharedBy = (one: Said, other: Said) => number;

/** @param weights the weight of each concept, by its number */
function sharedWeight(weights: readonly number[]): SharedBy {
  return (one, other) => {
    const [numbers, others] = [one.numbers, other.numbers];
    let [sum, at] = [0, 0];
    for (let own = 0; own < numbers.length; own += 1) {
      const number = numbers[own] as number;
      while (at < others.length && (others[at] as number) < number) at += 1;
      if (others[at] !== number) continue;
      sum += (weights[number] ?? 0) * Math.min(one.counting[own] ?? 0, other.counting[at] ?? 0);
    }
    return sum;
  };
}

/** Returns the statements that may state the same fact, the most similar first. */
function mostSimilar(one: Said, candidates: readonly Said[], sharedBy: SharedBy): readonly Said[] {
  const like: (readonly [said: Said, weight: number])[] = [];
  for (const other of candidates) {
    const weight = sharedBy(one, other);
    if (weight >= LEAST_SHARED) like.push([other, weight]);
  }
  return like.sort(([, weight], [, weightOfOther]) => weightOfOther - weight).map(([other]) => other);
}

/** Compares amounts, and remembers the results because a library contains few amounts. */
function amountsOf() {
  const numbers = new Map<string, number>();
  /** What is known about each pair of amounts. */
  const known: Uint8Array[] = [];
  return { numberOf, contrary };

  function numberOf({ value, unit, isRough }: Amount): number {
    const key = `${value} ${unit} ${isRough}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  }

  /** Call this only after all amounts were numbered. */
  function contrary(one: Said, other: Said): boolean {
    if (numbers.size > MOST_AMOUNTS) return areContrary(one.amount, other.amount);
    let row = known[one.amountNumber];
    if (!row) {
      row = new Uint8Array(numbers.size);
      known[one.amountNumber] = row;
    }
    if (row[other.amountNumber] === UNKNOWN)
      row[other.amountNumber] = areContrary(one.amount, other.amount) ? CONTRARY : COMPATIBLE;
    return row[other.amountNumber] === CONTRARY;
  }
}

const [UNKNOWN, COMPATIBLE, CONTRARY] = [0, 1, 2];
/** Maximum number of different amounts for which to remember the results. */
const MOST_AMOUNTS = 4_000;

/**
 * Returns true if the statements that are about as similar as those with the usual value give many values, none of which
 * is the usual one: the amount differs from case to case, as in replies that were sent.
 */
function variesBetween(like: readonly Said[], one: Said, least: number, sharedBy: SharedBy): boolean {
  const counts = new Map([[one.amountNumber, one.replies.length]]);
  for (const other of like) {
    if (sharedBy(one, other) < least) break;
    counts.set(other.amountNumber, (counts.get(other.amountNumber) ?? 0) + other.replies.length);
  }
  return differsByCase(Array.from(counts.values(), (count) => ({ count })).sort((a, b) => b.count - a.count));
}

function isClear({ shared, ratio, isOtherCase }: Comparison, count: number, countOfOther: number): boolean {
  if (isOtherCase || (countOfOther > 1 && ratio < LEAST_OF_SEVERAL)) return false;
  const least = count === 1 ? LEAST_OF_TWO : shared >= LEAST_OF_MUCH.shared ? LEAST_OF_MUCH : LEAST;
  return shared >= least.shared && ratio >= least.ratio && shared * ratio >= least.product;
}

/** Returns true if a value is the usual one: with more replies than another one, or with twice as many if that has several. */
function isMost(count: number, countOfOther: number): boolean {
  return countOfOther === 1 ? count >= 1 : count > countOfOther * 2;
}

function repliesOf(group: readonly Said[]): ReadonlySet<number> {
  return new Set(group.flatMap(({ replies }) => replies));
}

function variantOf(group: readonly Said[]): Variant {
  const [first] = group;
  const replies = [...repliesOf(group)].sort((one, other) => one - other);
  const isIn = ([kind, about, value]: PackedFact) =>
    group.some((said) => said.kind === kind && said.about === about && said.value === value);
  const abouts = new Set(group.map(({ about }) => about));
  const stated = first && { kind: first.kind, value: first.value };
  return { value: first?.value ?? '', count: replies.length, replies, abouts, isIn, stated };
}
