import { addToList } from '../../../model/lists-by-key.js';
import { keepFirst } from '../../kept-replies.js';
import type { DigestedReply } from '../../library-steps.js';
import { areFarApart } from '../amounts.js';
import type { Conflict, Variant } from '../conflict.js';
import type { PackedFact } from '../fact.js';
import { areContrary } from '../matters/span.js';
import { type Comparison, comparisonOf } from './comparison.js';
import { newSaid, type Said } from './said.js';
import { weightsOf } from './weights.js';

/** Maximum number of statements with a concept, above which it is not searched. */
const MOST_WITH_CONCEPT = 100;
/** Minimum weight of what two statements share, so that they may state the same fact. */
const LEAST_SHARED = 0.4;
/** What statements must share, absolutely, relatively and as a product, and the same for a single reply on each side. */
const LEAST = { shared: 0.75, ratio: 0.45, product: 0.55 };
const LEAST_OF_MUCH = { shared: 1.8, ratio: 0.35, product: 0.63 };
/** What statements must share relatively if several replies agree on the other value, which may be for another case. */
const LEAST_OF_SEVERAL = 0.6;
const LEAST_OF_TWO = { shared: 0.75, ratio: 0.7, product: 0.78 };

/** Collects the amounts that the replies of a library state, and compares those of one subject, however it is worded. */
export interface AlikeStatements {
  add(fact: PackedFact, index: number, reply: DigestedReply): void;
  /** Yields the amounts that contradict what several others agree on. */
  conflicts(): Generator<Conflict>;
}

export function alikeStatements(): AlikeStatements {
  const known = new Map<string, Said>();
  const withConcept = new Map<string, Said[]>();
  const weights = weightsOf();
  return { add, conflicts };

  function add(fact: PackedFact, index: number, reply: DigestedReply): void {
    const [, about, value] = fact;
    const key = `${reply.locale}\n${value}\n${about}`;
    let said = known.get(key);
    if (!said) {
      said = newSaid(fact, reply);
      known.set(key, said);
      for (const concept of said.places.keys()) addToList(withConcept, keyOf(said, concept), said);
    }
    said.count += 1;
    keepFirst(said.replies, index);
    weights.add(said, index);
  }

  function* conflicts(): Generator<Conflict> {
    for (const one of known.values()) {
      const usual = usualInsteadOf(one);
      if (usual) yield { kind: one.kind, about: one.about, variants: [variantOf(usual), variantOf([one])] };
    }
  }

  /** Returns the statements that may state the same fact, the most similar first. */
  function likeOf(one: Said): readonly Said[] {
    const shared = new Map<Said, number>();
    for (const concept of one.places.keys()) {
      const others = withConcept.get(keyOf(one, concept)) ?? [];
      if (others.length > MOST_WITH_CONCEPT) continue;
      for (const other of others) if (other !== one && !shared.has(other)) shared.set(other, sharedBy(one, other));
    }
    const like = [...shared].filter(([, weight]) => weight >= LEAST_SHARED);
    return like.sort(([, weight], [, weightOfOther]) => weightOfOther - weight).map(([other]) => other);
  }

  function sharedBy(one: Said, other: Said): number {
    let sum = 0;
    for (const [concept, place] of one.places) {
      const there = other.places.get(concept);
      if (there !== undefined) sum += weights.of(concept) * Math.min(place, there);
    }
    return sum;
  }

  /** Returns the statements of the value that most others agree on, if one contradicts them. */
  function usualInsteadOf(one: Said): readonly Said[] | undefined {
    const like = likeOf(one);
    const own = repliesOf([one, ...like.filter(({ value }) => value === one.value)]);
    let best: { readonly group: readonly Said[]; readonly ratio: number } | undefined;
    const seen = new Set<string>();
    for (const nearest of like) {
      if (seen.has(nearest.value)) continue;
      seen.add(nearest.value);
      if (!areContrary(one.amount, nearest.amount) || areFarApart(one.value, nearest.value)) continue;
      const agreeing = like.filter(
        ({ amount }) => !areContrary(amount, nearest.amount) && areContrary(amount, one.amount),
      );
      // A reply that states both values shows that they are for two cases.
      if (agreeing.some(({ replies }) => replies.some((reply) => own.has(reply)))) continue;
      const group = agreeing.filter((other) => other === nearest || sharedBy(other, nearest) >= LEAST_SHARED);
      const count = repliesOf(group).size;
      if (!isMost(count, own.size)) continue;
      const comparison = comparisonOf(one, group, weights);
      if (isClear(comparison, count, own.size) && comparison.ratio > (best?.ratio ?? 0))
        best = { group, ratio: comparison.ratio };
    }
    return best?.group;
  }
}

function keyOf({ first: { locale }, head }: Said, concept: string): string {
  return `${locale} ${head} ${concept}`;
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
