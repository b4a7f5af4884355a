import { addToList } from '../../model/lists-by-key.js';
import { homeOf } from '../home.js';
import type { Digest, Digests } from '../library-steps.js';
import { Audiences } from './audiences.js';
import { Block } from './block.js';
import { type Difference, differencesBetween } from './differences.js';
import { wordsWithFieldsOf } from './fields.js';
import type { ComparableReply } from './kept.js';
import { type Outline, Outlines } from './outlines.js';
import { mayMeanSame } from './paraphrases.js';
import { areVariants, type Compared, tellApart } from './variants.js';

/**
 * Number of percentage points by which the required similarity is lowered for replies that say the same in other words.
 */
const FOR_PARAPHRASES = 20;

/** Maximum number of replies that are kept in memory. In a larger library, they are read again for each pass. */
const MOST_KEPT = 2000;

/**
 * Maximum number of replies that all others are compared with at once. A block takes about 7 MB. The others wait on
 * disk, and are compared with further blocks.
 */
const MOST_IN_BLOCK = 1 << 13;

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
 * @param most maximum number of replies that are held in memory to be compared with others
 */
export function duplicatesIn(
  digests: Digests<ComparableReply>,
  similarity: number,
  most = MOST_IN_BLOCK,
): readonly Duplicates[] {
  if (digests.length < 2) return [];
  const areHeld = digests.length <= MOST_KEPT;
  const texts = areHeld ? [...textsOf(digests)] : { [Symbol.iterator]: () => textsOf(digests) };
  const block = new Block(Math.min(most, digests.length));
  for (const { digest } of texts) block.count(digest.data.words);
  const search = new Search(digests, similarity, block);
  const audiences = new Audiences();
  const waiting = new Outlines(digests);
  for (const text of texts) {
    const outline = block.outlineOf(text.digest.index, text.digest.data.words, audiences.of(text.digest));
    if (!search.settles(outline, () => text)) waiting.add(outline);
  }
  // Each of the other texts was compared with the whole block, so the texts of the block are no longer needed.
  while (waiting.length > 0) {
    block.clear();
    waiting.retain(
      (outline) =>
        !search.settles(
          outline,
          onFirstUse(() => textOf(digests.at(outline.index))),
        ),
    );
  }
  return [...search.clusters].map(([first, others]) => ({ first, others }));
}

function onFirstUse<T>(create: () => T): () => T {
  let created: T | undefined;
  return () => {
    created ??= create();
    return created;
  };
}

/** Compares replies with the earlier ones in a block. */
class Search {
  readonly #digests: Digests<ComparableReply>;
  readonly #similarity: number;
  readonly #block: Block;
  /** The indexes of the other replies, by that of the first. */
  readonly clusters = new Map<number, number[]>();

  constructor(digests: Digests<ComparableReply>, similarity: number, block: Block) {
    this.#digests = digests;
    this.#similarity = similarity;
    this.#block = block;
  }

  /**
   * Compares a text with those in the block, and adds it if it is a different one.
   * @returns false if there is no room for it, so that it must be compared with those of the next block, too
   */
  settles(outline: Outline, text: () => Text): boolean {
    const first = this.#nearestTo(outline, text) ?? this.#paraphraseOf(outline, text);
    if (first !== undefined) addToList(this.clusters, first, outline.index);
    else if (this.#block.isFull) return false;
    else this.#block.add(outline, text().digest.data.words);
    return true;
  }

  #nearestTo(outline: Outline, text: () => Text): number | undefined {
    for (const index of this.#block.near(outline, () => text().digest.data.words, this.#similarity))
      if (isNear(textOf(this.#digests.at(index)), text(), this.#similarity)) return index;
    return undefined;
  }

  #paraphraseOf(outline: Outline, text: () => Text): number | undefined {
    for (const index of this.#block.paraphrases(outline)) {
      const other = textOf(this.#digests.at(index));
      const likeness = this.#block.likeness(other.words, comparableWordsOf(other, text()));
      if (likeness * 100 >= this.#similarity - FOR_PARAPHRASES && isParaphrase(other, text())) return index;
    }
    return undefined;
  }
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

/** A reply with its words, which are split when they are first needed. */
class Text {
  readonly digest: Digest<ComparableReply>;
  #words: readonly string[] | undefined;

  constructor(digest: Digest<ComparableReply>) {
    this.digest = digest;
  }

  get words(): readonly string[] {
    this.#words ??= this.digest.data.words.split(' ');
    return this.#words;
  }
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
  return new Text(digest);
}

function* textsOf(digests: Iterable<Digest<ComparableReply>>): Generator<Text> {
  for (const digest of digests) yield textOf(digest);
}
