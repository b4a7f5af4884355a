import { languageCode } from '../../language/index.js';
import { addToList } from '../../model/lists-by-key.js';
import type { Form } from '../../model/reply.js';
import { homeOf } from '../home.js';
import type { Digest, Digests } from '../library-steps.js';
import { type Difference, differencesBetween } from './differences.js';
import { wordsWithFieldsOf } from './fields.js';
import type { ComparableReply } from './kept.js';
import { Neighbors } from './neighbors.js';
import { mayMeanSame, Paraphrases } from './paraphrases.js';
import { areVariants, type Compared, tellApart } from './variants.js';
import { WordLists } from './word-lists.js';

/**
 * Number of percentage points by which the required similarity is lowered for replies that say the same in other words.
 */
const FOR_PARAPHRASES = 20;

/**
 * Maximum number of replies whose words are kept in memory. In a larger library, the texts are split again for each
 * pass.
 */
const MOST_KEPT = 2000;

/** Replies with nearly the same words. */
export interface Duplicates {
  readonly first: number;
  /** Indexes of the other replies, in order. */
  readonly others: readonly number[];
}

/**
 * Finds replies that say the same in nearly the same words, or in other words with the same numbers and names. Replies
 * that are separate on purpose are left out.
 * @param similarity minimum share of common words, in percent
 */
export function duplicatesIn(digests: Digests<ComparableReply>, similarity: number): readonly Duplicates[] {
  if (digests.length < 2) return [];
  const areHeld = digests.length <= MOST_KEPT;
  const neighbors = new Neighbors(areHeld);
  const paraphrases = new Paraphrases();
  const lists = new WordLists();
  const texts = areHeld ? [...textsOf(digests)] : { [Symbol.iterator]: () => textsOf(digests) };
  for (const { words } of texts) {
    neighbors.count(words);
    paraphrases.count(words);
  }
  const clusters = new Map<number, number[]>();
  const audiences = new Audiences();
  for (const text of texts) {
    const { digest, words } = text;
    audiences.add(digest);
    const isForSame = (key: number) => audiences.areSame(key, digest.index);
    const saysSame = (key: number) => {
      if (!isForSame(key)) return false;
      const other = textOf(digests.at(key));
      const likeness = paraphrases.likeness(other.words, comparableWordsOf(other, text));
      return likeness * 100 >= similarity - FOR_PARAPHRASES && isParaphrase(other, text);
    };
    lists.add(digest.index, words);
    const mayBeNear = (key: number) => isForSame(key) && !lists.differ(key, digest.index, similarity);
    const first =
      neighbors.near(words).find((key) => mayBeNear(key) && isNear(textOf(digests.at(key)), text, similarity)) ??
      paraphrases.near(words).find(saysSame);
    if (first === undefined) {
      neighbors.add(digest.index, words);
      paraphrases.add(digest.index, words);
    } else addToList(clusters, first, digest.index);
  }
  return [...clusters].map(([first, others]) => ({ first, others }));
}

/**
 * Returns what two replies say in different words.
 * @param similarity minimum share of common words, in percent
 * @returns undefined if they have fewer words in common
 */
export function changesBetween(
  one: Digest<ComparableReply>,
  other: Digest<ComparableReply>,
  similarity: number,
): readonly Difference[] | undefined {
  const [before, after] = [textOf(one), textOf(other)];
  return changesOfWords(before.words, comparableWordsOf(before, after), similarity);
}

/** Returns the differences between two lists of words. Undefined if they have fewer words in common. */
function changesOfWords(
  before: readonly string[],
  after: readonly string[],
  similarity: number,
): readonly Difference[] | undefined {
  const most = Math.floor(((before.length + after.length) * (100 - similarity)) / 100);
  return differencesBetween(before, after, most);
}

/** A reply with its words. */
interface Text {
  readonly digest: Digest<ComparableReply>;
  readonly words: readonly string[];
}

function isNear(one: Text, other: Text, similarity: number): boolean {
  const [a, b] = [comparedOf(one), comparedOf(other)];
  if (areVariants(a, b)) return false;
  const differences = changesOfWords(one.words, comparableWordsOf(one, other), similarity);
  return differences !== undefined && !tellApart(differences, a, b);
}

function isParaphrase(one: Text, other: Text): boolean {
  const [a, b] = [comparedOf(one), comparedOf(other)];
  if (areVariants(a, b)) return false;
  const words = comparableWordsOf(one, other);
  return mayMeanSame(
    { title: a.title, home: homeOf(one.digest.reply), words: one.words },
    { title: b.title, home: homeOf(other.digest.reply), words },
  );
}

/** Returns the words of the second reply, with the placeholders of the first one. */
function comparableWordsOf(one: Text, other: Text): readonly string[] {
  return wordsWithFieldsOf(filledOf(one), filledOf(other));
}

function filledOf({ digest: { reply, data }, words }: Text) {
  return { file: reply.file, helpdesk: data.helpdesk, words };
}

function comparedOf({ digest: { reply, data }, words }: Text): Compared {
  return { ...reply, ...data, length: words.length };
}

function textOf(digest: Digest<ComparableReply>): Text {
  return { digest, words: digest.data.words.split(' ') };
}

function* textsOf(digests: Iterable<Digest<ComparableReply>>): Generator<Text> {
  for (const digest of digests) yield textOf(digest);
}

/** Forms whose replies are not compared with those of other forms. */
const APART: ReadonlySet<Form> = new Set(['auto', 'internal']);

/**
 * Assigns a number to the audience of each reply. Replies for different audiences are variants, so they are not
 * compared, and neither are replies for different channels in the same file or folder.
 */
class Audiences {
  readonly #numbers = new Map<string, number>();
  readonly #audiences: number[] = [];
  readonly #homes: number[] = [];
  readonly #channels: number[] = [];

  add({ index, reply, data: { channel = '', pictures = false } }: Digest<ComparableReply>): void {
    const { form, locale } = reply;
    this.#audiences[index] = this.#numberOf(`${languageCode(locale)} ${APART.has(form) ? form : ''} ${pictures}`);
    this.#channels[index] = this.#numberOf(`${form} ${channel}`);
    this.#homes[index] = this.#numberOf(homeOf(reply));
  }

  areSame(one: number, other: number): boolean {
    if (this.#audiences[one] !== this.#audiences[other]) return false;
    return this.#channels[one] === this.#channels[other] || this.#homes[one] !== this.#homes[other];
  }

  #numberOf(key: string): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}
