/**
 * Phrases as numbers, so that a file can hold them and a run use them where they lie.
 *
 * A *feature* is a kind of word (below `KINDS`), a word, or a beginning of words (`refund*`). A *set* is a sorted list of
 * features. A *test* is `2 × feature`, or `2 × set + 1`, or `ANY`. A *frontier* is where a reader of a phrase stands: a
 * count, and so many moves. A move is its test and flags, the frontier it leads to, and, with `HAS_NOT`, a test that the
 * word must fail.
 */
export interface PhraseArrays {
  /** By set: where its features begin; one more at the end. */
  readonly setStarts: Uint32Array;
  readonly setFeatures: Uint16Array;
  /** By feature: where the phrases begin that wait for it; one more at the end. */
  readonly waitStarts: Uint32Array;
  readonly waiting: Uint32Array;
  readonly moves: Uint32Array;
  /** By phrase: its first frontier. */
  readonly firsts: Uint32Array;
  /** By phrase: a test that some word of the sentence must pass; `NONE` for none. */
  readonly seconds: Uint32Array;
  /** By phrase: a test that the word before must fail; `NONE` for none. */
  readonly befores: Uint32Array;
  /** By phrase: how many words may stand before the one that it waits for. */
  readonly least: Uint16Array;
  readonly most: Uint16Array;
  /** By phrase: `AT_START`, `SKIPS`. */
  readonly flags: Uint8Array;
  /** By phrase: the group it belongs to. */
  readonly groups: Uint16Array;
}

export const NONE = 0xffff_ffff;
export const ANY = 0x0fff_ffff;

/** Flags of a move. */
export const SKIP = 1;
export const HAS_NOT = 2;
export const DONE = 4;
export const AT_END = 8;
export const MOVE_BITS = 4;

/** Flags of a phrase. */
export const AT_START = 1;
export const SKIPS = 2;
/** One of its gaps stands for up to four words: what it finds is looser than its words. */
export const HAS_GAP = 4;

/** Fillers that may stand before a word of a phrase. */
export const MOST_FILLERS = 2;
