import type { Context } from '../language/contexts.js';
import type { Rendering } from '../model/rendering.js';

/** A phrase and its settings. */
export interface PhraseEntry {
  readonly phrase: string;
  /** What to write instead of the phrase. */
  readonly instead?: string;
  /**
   * An exact replacement that is always right. The case of the first letter is kept, and words that the replacement
   * lacks are removed from the reply. Only for rules that report their phrases.
   */
  readonly fix?: string;
  /** Contexts in which this phrase does not count. They replace the contexts of the rule. */
  readonly ignoredIn?: readonly Context[];
}

/** The settings of a phrase that was found, without its words. */
export type FoundEntry = Omit<PhraseEntry, 'phrase'>;

/** A phrase found in a rendering. */
export interface Match {
  /** The name of the phrase's group. */
  readonly group: string;
  readonly entry: FoundEntry;
  /** True if the phrase has a gap (`...`), so that a match can contain other words. */
  readonly hasGap: boolean;
  /** The index of the first word, and the index after the last word. */
  readonly from: number;
  readonly to: number;
  /** The offsets in the text of the rendering. */
  readonly start: number;
  readonly end: number;
  /** The index of the sentence that contains the match. */
  readonly sentence: number;
}

/** A range of words in a rendering: the index of the first word, and the index after the last. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** A rendering with the phrases of one rule that were found in it. */
export interface Reading {
  readonly rendering: Rendering;
  /**
   * The date of the run, in the form `2026-12-31`. Rules must not use the clock, so that the same input always gives
   * the same findings.
   */
  readonly today: string;
  /** Returns the matches of one group, or of all groups, in text order. */
  matches(group?: string): readonly Match[];
  /** Returns true if the match is in one of the contexts. */
  inContext(match: Match, contexts: readonly Context[]): boolean;
  /**
   * Returns true if a range of words within one sentence contains a word of a word class, such as `@refusal`. False in
   * a language without that class.
   */
  says(wordClass: `@${string}`, within: WordRange): boolean;
  /** Returns the range of the first match of a word class. */
  first(wordClass: `@${string}`, within: WordRange): WordRange | undefined;
  /** Reads another text in place of this one, so that a rule can check a text before it suggests it. */
  of(text: string): Reading;
}
