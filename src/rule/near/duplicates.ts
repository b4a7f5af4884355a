import type { Digest, Digests } from '../library-steps.js';
import { type Difference, differencesBetween } from './differences.js';
import type { ComparableReply } from './kept.js';
import { Neighbors } from './neighbors.js';
import { mayMeanSame, Paraphrases } from './paraphrases.js';
import { areVariants, type Compared, tellApart } from './variants.js';

/** By so much, in percent, the words of replies that say the same of the same things may be less similar. */
const FOR_PARAPHRASES = 20;

/** Replies in nearly the same words. */
export interface Duplicates {
  readonly first: number;
  /** Indexes of the others, in order. */
  readonly others: readonly number[];
}

/**
 * The replies that say the same in nearly the same words, or in other words of the same numbers and names; without those that are kept apart on purpose.
 * @param similarity the least share of common words, in percent
 */
export function duplicatesIn(digests: Digests<ComparableReply>, similarity: number): readonly Duplicates[] {
  const neighbors = new Neighbors();
  const paraphrases = new Paraphrases();
  for (const { data } of digests) {
    const words = data.words.split(' ');
    neighbors.count(words);
    paraphrases.count(words);
  }
  const clusters = new Map<number, number[]>();
  for (const digest of digests) {
    const words = digest.data.words.split(' ');
    const saysSame = (key: number) => {
      const other = digests.at(key);
      const likeness = paraphrases.likeness(other.data.words.split(' '), words);
      return likeness * 100 >= similarity - FOR_PARAPHRASES && isParaphrase(other, digest);
    };
    const first =
      neighbors.near(words).find((key) => isNear(digests.at(key), digest, similarity)) ??
      paraphrases.near(words).find(saysSame);
    if (first === undefined) {
      neighbors.add(digest.index, words);
      paraphrases.add(digest.index, words);
    } else clusters.set(first, [...(clusters.get(first) ?? []), digest.index]);
  }
  return [...clusters].map(([first, others]) => ({ first, others }));
}

/**
 * What one of two replies says in other words.
 * @param similarity the least share of common words, in percent
 * @returns undefined if they have fewer words in common
 */
export function changesBetween(
  one: ComparableReply,
  other: ComparableReply,
  similarity: number,
): readonly Difference[] | undefined {
  const [before, after] = [one.words.split(' '), other.words.split(' ')];
  const most = Math.floor(((before.length + after.length) * (100 - similarity)) / 100);
  return differencesBetween(before, after, most);
}

function isNear(one: Digest<ComparableReply>, other: Digest<ComparableReply>, similarity: number): boolean {
  const [a, b] = [comparedOf(one), comparedOf(other)];
  if (areVariants(a, b)) return false;
  const differences = changesBetween(one.data, other.data, similarity);
  return differences !== undefined && !tellApart(differences, a, b);
}

function isParaphrase(one: Digest<ComparableReply>, other: Digest<ComparableReply>): boolean {
  if (areVariants(comparedOf(one), comparedOf(other))) return false;
  const [a, b] = [one, other].map(({ reply, data }) => ({ title: reply.title, words: data.words.split(' ') }));
  return a !== undefined && b !== undefined && mayMeanSame(a, b);
}

function comparedOf({ reply, data }: Digest<ComparableReply>): Compared {
  return { ...reply, ...data, length: data.words.split(' ').length };
}
