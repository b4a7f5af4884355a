import type { Context } from '../language/contexts.js';
import type { Rendering } from '../model/rendering.js';

/** A phrase and its settings. */
export interface PhraseEntry {
  readonly phrase: string;
  /** What to write instead. */
  readonly instead?: string;
  /**
   * An exact replacement that is always right, keeping the case of the first letter. Only for rules that avoid their
   * phrases; words missing from it are removed from the reply.
   */
  readonly fix?: string;
  /** Contexts in which this phrase does not count. Overrides the contexts of the rule. */
  readonly ignoredIn?: readonly Context[];
}

/** The settings of a matched phrase, apart from its words. */
export type FoundEntry = Omit<PhraseEntry, 'phrase'>;

/** A phrase found in a rendering. */
export interface Match {
  /** The name of the phrase's group. */
  readonly group: string;
  readonly entry: FoundEntry;
  /** True if the phrase has a gap (`...`), so that matches can contain other words. */
  readonly hasGap: boolean;
  /** The index of the first word, and the index after the last. */
  readonly from: number;
  readonly to: number;
  /** Offsets in the text of the rendering. */
  readonly start: number;
  readonly end: number;
  /** The index of the sentence. */
  readonly sentence: number;
}

/** Some words of a rendering: the index of the first, and the index after the last. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** A rendering with the phrases of one rule found in it. */
export interface Reading {
  readonly rendering: Rendering;
  /** The date of the run, in the form `2026-12-31`. Rules have no clock of their own: the same input gives the same findings. */
  readonly today: string;
  /** Returns the matches of one group, or of all groups, in text order. */
  matches(group?: string): readonly Match[];
  /** True if the match is in one of the contexts. */
  inContext(match: Match, contexts: readonly Context[]): boolean;
  /**
   * True if some words of one sentence (a sentence, a match, any stretch) include a word of a word class, such as
   * `@refusal`. False in a language without that class.
   */
  says(wordClass: `@${string}`, within: WordRange): boolean;
  /** The place of the first match. */
  first(wordClass: `@${string}`, within: WordRange): WordRange | undefined;
  /** Reads another text instead of this one, to check it before the rule proposes it. */
  of(text: string): Reading;
}
