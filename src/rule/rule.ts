import type { Context } from '../language/contexts.js';
import type { Finding, Severity } from '../model/finding.js';
import type { OffsetMap } from '../model/offset-map.js';
import type { Rendering } from '../model/rendering.js';
import type { Form, Intent, Segment, State, Topic } from '../model/reply.js';
import type { AnyValues, Options, Values } from './options.js';

export const PRESETS = ['recommended', 'strict', 'chat', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

/** A phrase and its settings. */
export interface PhraseEntry {
  readonly phrase: string;
  /** What to write instead. */
  readonly instead?: string;
  /**
   * An exact replacement that is always right, with the case of the first letter kept. Only for rules that avoid their
   * phrases; what is left out of it is left out of the reply.
   */
  readonly fix?: string;
  /** Contexts in which this phrase does not count. Overrides the contexts of the rule. */
  readonly ignoredIn?: readonly Context[];
}

/** The settings of a matched phrase, apart from its words. */
export type FoundEntry = Omit<PhraseEntry, 'phrase'>;

/** Marks a rule without phrases in its code. Its files are `rules/languages/<code>/phrases/<rule>.txt`. */
export const IN_FILES = 'in-files';

/** The phrases of one language, in named groups, so that a rule can tell which group matched. */
export type PhraseGroups = Readonly<Record<string, readonly (string | PhraseEntry)[]>>;

/** The replies that a rule applies to. An omitted field does not restrict them. */
export interface AppliesTo {
  readonly forms?: readonly Form[];
  readonly intents?: readonly Intent[];
  /** Only replies that leave something open, or only those that conclude. */
  readonly state?: State;
  /** Only replies about one of these. */
  readonly topics?: readonly Topic[];
  /** Never on replies about one of these. */
  readonly exceptTopics?: readonly Topic[];
}

/** A phrase found in a rendering. */
export interface Match {
  /** The name of the phrase's group. */
  readonly group: string;
  readonly entry: FoundEntry;
  /** True if the phrase has a gap (`...`), so that matches can contain other words. */
  readonly hasGap: boolean;
  /** Indexes of the first word, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Offsets in the text of the rendering. */
  readonly start: number;
  readonly end: number;
  /** Index of the sentence. */
  readonly sentence: number;
}

/** Some words of a rendering: indexes of the first, and of the one after the last. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** A rendering with the phrases of one rule found in it. */
export interface Reading {
  readonly rendering: Rendering;
  /** The day of the run, as `2026-12-31`. Rules have no clock of their own: the same input gives the same findings. */
  readonly today: string;
  /** Returns the matches of one group, or of all groups, in text order. */
  matches(group?: string): readonly Match[];
  /** True if the match is in one of the contexts. */
  inContext(match: Match, contexts: readonly Context[]): boolean;
  /**
   * True where a word of a word class, such as `@refusal`, stands among some words of one sentence: of a sentence, of a
   * match, of any stretch. False in a language that has no such class.
   */
  says(wordClass: `@${string}`, within: WordRange): boolean;
  /** The place of the first match. */
  first(wordClass: `@${string}`, within: WordRange): WordRange | undefined;
  /** Reads another text in place of this one, to check it before the rule proposes it. */
  of(text: string): Reading;
}

export interface Example {
  readonly text: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly form?: Form;
  readonly intent?: Intent;
  readonly title?: string;
  readonly locale?: string;
  readonly topics?: readonly Topic[];
  /** The day of the run. Default: 2026-06-15, regardless of the current date. */
  readonly today?: string;
  /** Default: `markdown`. */
  readonly markup?: 'markdown' | 'html' | 'text';
}

/** A text in which the rule marks exactly these words, in this order. */
export interface BadExample extends Example {
  readonly marks: readonly string[];
}

/** Texts in which a rule reports nothing, and texts in which it reports something. */
export interface Examples {
  readonly good: readonly (string | Example)[];
  readonly bad: readonly BadExample[];
}

/** The fields that all rules share. */
export interface RuleMeta<O extends Options = Options> {
  readonly id: string;
  readonly segment: Segment;
  /** The principle in one sentence, addressed to the people who write replies. */
  readonly principle: string;
  /** Why it matters, in at most two sentences. */
  readonly why: string;
  /** The title and part of the essay, or the authors of the study. */
  readonly source: string;
  readonly presets: Partial<Record<Exclude<Preset, 'all'>, Severity | readonly [Severity, Partial<Values<O>>] | 'off'>>;
  readonly appliesTo?: AppliesTo;
  /** The part that the help desk may add to the reply, in which case the rule does not require it. */
  readonly suppliedBy?: 'signature' | 'salutation';
  /**
   * What replies that have what the rule wants do, as a verb in the plural: “greet the customer”. Where most replies of
   * a library lack it, one finding about the library replaces the place of all others.
   */
  readonly convention?: string;
  readonly options?: O;
  /** Examples for a rule without phrase files. Other rules have their examples in those files. */
  readonly examples?: Examples;
}

/** A rule as the linter runs it. Created with `defineRule` and related functions. */
export interface Rule extends RuleMeta {
  readonly kind: 'presence' | 'avoidance' | 'check';
  readonly options: Options;
  readonly appliesTo: AppliesTo;
  /**
   * Language code → phrases that stand in the rule's code. `*` holds for every language; no entry: the rule cannot judge
   * that language. Or `IN_FILES`.
   */
  readonly phrases: Readonly<Record<string, PhraseGroups>> | typeof IN_FILES;
  /** The groups in its phrase files: those that it reports or requires, and those that only its code reads. */
  readonly groups: readonly string[];
  /** The groups whose phrases are reported. */
  readonly reported: readonly string[];
  /** Phrases that the configuration adds. */
  ownPhrases(values: AnyValues): PhraseGroups;
  /** Groups to skip, depending on the options. */
  groupsOff?(values: AnyValues): readonly string[];
  check(reading: Reading, values: AnyValues): Iterable<Finding>;
}

export type { Finding, OffsetMap, Rendering, Severity };
