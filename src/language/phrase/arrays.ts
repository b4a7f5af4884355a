/**
 * Phrases as numbers, so that a file can hold them and a run can use them in place.
 *
 * A *feature* is a kind of word (below `KINDS`), a word, or a word beginning (`refund*`). A *set* is a sorted list of
 * features. A *test* is `2 × feature`, or `2 × set + 1`, or `ANY`. A *frontier* is a position in a phrase: a count,
 * and that many moves. A move is its test and flags, the frontier it leads to, and, with `HAS_NOT`, a test that the
 * word must fail.
 */
export interface PhraseArrays {
  /** By set: where its features begin; one more at the end. */
  readonly setStarts: Uint32Array;
  readonly setFeatures: Uint16Array;
  /** By feature: where the phrases anchored to it begin; one more at the end. */
  readonly waitStarts: Uint32Array;
  readonly waiting: Uint32Array;
  readonly moves: Uint32Array;
  /** By phrase: its first frontier. */
  readonly firsts: Uint32Array;
  /** By phrase: a test that some word of the sentence must pass; `NONE` if there is none. */
  readonly seconds: Uint32Array;
  /** By phrase: a test that the previous word must fail; `NONE` if there is none. */
  readonly befores: Uint32Array;
  /** By phrase: the minimum and the maximum number of words before its anchor. */
  readonly least: Uint16Array;
  readonly most: Uint16Array;
  /** By phrase: `AT_START`, `SKIPS`, `HAS_GAP`. */
  readonly flags: Uint8Array;
  /** By phrase: its group. */
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
/** One of its gaps stands for up to four words, so a match is looser than its words. */
export const HAS_GAP = 4;

/** The number of fillers allowed before a word of a phrase. */
export const MOST_FILLERS = 2;
