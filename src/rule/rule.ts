import type { Context } from '../language/contexts.js';
import type { Finding, Severity } from '../model/finding.js';
import type { OffsetMap } from '../model/offset-map.js';
import type { Rendering } from '../model/rendering.js';
import type { Form, Intent, Segment, State, Topic } from '../model/reply.js';
import type { AnyValues, Options, Values } from './options.js';

export const PRESETS = ['recommended', 'strict', 'chat', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

/** A phrase, and what to know of it. */
export interface PhraseEntry {
  readonly phrase: string;
  /** What to write instead. */
  readonly instead?: string;
  /**
   * An exact replacement that is always right, with the case of the first letter kept. Only of a rule that avoids its
   * phrases; what is left out of it is left out of the reply.
   */
  readonly fix?: string;
  /** Contexts in which this phrase does not count, in place of the rule's. */
  readonly ignoredIn?: readonly Context[];
}

/** What is known of a phrase that was found, beside its words. */
export type FoundEntry = Omit<PhraseEntry, 'phrase'>;

/** Where the words of a rule stand that has none in its code: in `rules/languages/<code>/phrases/<rule>.txt`. */
export const IN_FILES = 'in-files';

/** The phrases of one language: under names, so that a rule can tell what was found. */
export type PhraseGroups = Readonly<Record<string, readonly (string | PhraseEntry)[]>>;

/** Where a rule is owed. What is left out does not narrow it. */
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
  /** True where the phrase has a gap (`...`): what it finds is looser than its words. */
  readonly hasGap: boolean;
  /** Indexes of the first word, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** In the rendering's text. */
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
  /** In order of their place; of one group, or of all. */
  matches(group?: string): readonly Match[];
  /** True where the match stands in one of the contexts. */
  inContext(match: Match, contexts: readonly Context[]): boolean;
  /**
   * True where a word of a word class, such as `@refusal`, stands among some words of one sentence: of a sentence, of a
   * match, of any stretch. False in a language that has no such class.
   */
  says(wordClass: `@${string}`, within: WordRange): boolean;
  /** Where the first of them stands. */
  first(wordClass: `@${string}`, within: WordRange): WordRange | undefined;
  /** How the rule would read another text in this one's place: before it proposes that text. */
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
  /** The day of the run; 2026-06-15 if absent, whatever the day is. */
  readonly today?: string;
  /** `markdown` if absent. */
  readonly markup?: 'markdown' | 'html' | 'text';
}

/** A text in which the rule marks exactly these words, in this order. */
export interface BadExample extends Example {
  readonly marks: readonly string[];
}

/** Texts on which a rule is silent, and texts in which it marks something. */
export interface Examples {
  readonly good: readonly (string | Example)[];
  readonly bad: readonly BadExample[];
}

/** What every rule says of itself. */
export interface RuleMeta<O extends Options = Options> {
  readonly id: string;
  readonly segment: Segment;
  /** The principle in one sentence, addressed to whoever writes replies. */
  readonly principle: string;
  /** Why it matters, in at most two sentences. */
  readonly why: string;
  /** The essay's title and part, or whoever measured it. */
  readonly source: string;
  readonly presets: Partial<Record<Exclude<Preset, 'all'>, Severity | readonly [Severity, Partial<Values<O>>] | 'off'>>;
  readonly appliesTo?: AppliesTo;
  /** What the help desk may add around the reply, so that the rule does not look for it. */
  readonly suppliedBy?: 'signature' | 'salutation';
  /**
   * What replies that have what the rule wants do, as a verb in the plural: “greet the customer”. Where most replies of
   * a library lack it, one finding about the library takes the place of all others.
   */
  readonly convention?: string;
  readonly options?: O;
  /** Texts for a rule without phrase files; those of the others stand there. */
  readonly examples?: Examples;
}

/** A rule as the linter runs it. Made with `defineRule` and its kin. */
export interface Rule extends RuleMeta {
  readonly kind: 'presence' | 'avoidance' | 'check';
  readonly options: Options;
  readonly appliesTo: AppliesTo;
  /**
   * Language code → phrases that stand in the rule's code. `*` holds for every language; no entry: the rule cannot judge
   * that language. Or `IN_FILES`.
   */
  readonly phrases: Readonly<Record<string, PhraseGroups>> | typeof IN_FILES;
  /** The groups that its phrase files have: those that it reports or wants, and those that its code reads. */
  readonly groups: readonly string[];
  /** Those of the groups whose phrases are themselves reported. */
  readonly reported: readonly string[];
  /** Phrases that the configuration adds. */
  ownPhrases(values: AnyValues): PhraseGroups;
  /** Groups that are left out under these options. */
  groupsOff?(values: AnyValues): readonly string[];
  check(reading: Reading, values: AnyValues): Iterable<Finding>;
}

export type { Finding, OffsetMap, Rendering, Severity };
