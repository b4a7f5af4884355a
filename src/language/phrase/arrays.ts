/**
 * Phrases encoded as numbers, so that a file can store them and they can be used without decoding.
 *
 * A *feature* is a kind of word (below `KINDS`), a word, or a word beginning (`refund*`). A *set* is a sorted list of
 * features. A *test* is `2 × feature`, or `2 × set + 1`, or `ANY`. A *frontier* is a position in a phrase: a count,
 * followed by that many moves. A move consists of its test and flags, the frontier it leads to, and, with `HAS_NOT`, a
 * test that the word must fail.
 */
export interface PhraseArrays {
  /** The number of sets, as the only element. */
  readonly setCount: Uint32Array;
  /** For each feature, the index at which the sets that contain it start. There is one more entry at the end. */
  readonly holdingStarts: Uint32Array;
  readonly holding: Uint16Array;
  /** For each feature, the index at which the phrases anchored to it start. There is one more entry at the end. */
  readonly waitStarts: Uint32Array;
  readonly waiting: Uint32Array;
  readonly moves: Uint32Array;
  /** For each phrase, its first frontier. */
  readonly firsts: Uint32Array;
  /** For each phrase, a test that some word of the sentence must pass. `NONE` if there is none. */
  readonly seconds: Uint32Array;
  /** For each phrase, a test that the previous word must fail. `NONE` if there is none. */
  readonly befores: Uint32Array;
  /** For each phrase, the minimum and the maximum number of words before its anchor. */
  readonly least: Uint16Array;
  readonly most: Uint16Array;
  /** For each phrase, its flags `AT_START`, `SKIPS` and `HAS_GAP`. */
  readonly flags: Uint8Array;
  /** For each phrase, its group. */
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
/**
 * The phrase contains a gap, which stands for up to four words, so a match can contain words that are not in the
 * phrase.
 */
export const HAS_GAP = 4;

/** Maximum number of fillers before a word of a phrase. */
export const MOST_FILLERS = 2;
