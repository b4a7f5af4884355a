import type { Finding, Severity } from '../model/finding.js';
import type { OffsetMap } from '../model/offset-map.js';
import type { Rendering } from '../model/rendering.js';
import type { Form, Intent, Segment, State, Topic } from '../model/reply.js';
import type { Examples } from './example.js';
import type { LibrarySteps } from './library-steps.js';
import type { AnyValues, Options, Values } from './options.js';
import type { PhraseEntry, Reading } from './reading.js';

export const PRESETS = ['recommended', 'strict', 'chat', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

/** Marks a rule whose phrases are in files. The files are `rules/languages/<code>/phrases/<rule>.txt`. */
export const IN_FILES = 'in-files';

/** The phrases of one language, in named groups, so that a rule can tell which group matched. */
export type PhraseGroups = Readonly<Record<string, readonly (string | PhraseEntry)[]>>;

/** Describes the replies that a rule applies to. An omitted field does not restrict them. */
export interface AppliesTo {
  /**
   * Restricts the rule to replies with one of these forms. If omitted, the rule applies to all forms except `internal`.
   * A rule that lists `internal` also reads internal notes.
   */
  readonly forms?: readonly Form[];
  readonly intents?: readonly Intent[];
  /** Restricts the rule to replies that leave something open, or to those that conclude. */
  readonly state?: State;
  /** Restricts the rule to replies about one of these topics. */
  readonly topics?: readonly Topic[];
  /** Excludes replies about one of these topics. */
  readonly exceptTopics?: readonly Topic[];
}

/** The fields that all rules share. */
export interface RuleMeta<O extends Options = Options> {
  readonly id: string;
  readonly segment: Segment;
  /** The principle in one sentence, addressed to the people who write replies. */
  readonly principle: string;
  /** The reason why the principle matters, in at most two sentences. */
  readonly why: string;
  /** Examples for the page of the rule: `wording → better wording`, with ` | ` between pairs. */
  readonly pairs?: string;
  /** Advice for the page of the rule on when to turn it off. */
  readonly switchOff?: string;
  /** The title and part of the essay that the rule comes from, or the authors of the study. */
  readonly source: string;
  readonly presets: Partial<Record<Exclude<Preset, 'all'>, Severity | readonly [Severity, Partial<Values<O>>] | 'off'>>;
  readonly appliesTo?: AppliesTo;
  /** The part that the help desk may add to the reply. If it does, the rule does not require it. */
  readonly suppliedBy?: 'signature' | 'salutation';
  /**
   * Describes what replies that satisfy the rule do, as a plural verb: “greet the customer”. If most replies of a
   * library fail the rule, a single finding about the library replaces all others.
   */
  readonly convention?: string;
  /**
   * Ids of rules that take precedence. Their finding replaces a finding of this rule about the same words. If this rule
   * reports something missing, their finding in the same reply replaces it, unless the configuration names this rule. A
   * less severe finding never replaces another one.
   */
  readonly yieldsTo?: readonly string[];
  readonly options?: O;
  /** Examples for a rule without phrase files. The examples of other rules are in those files. */
  readonly examples?: Examples;
}

/** A rule in the form that the linter runs. Create it with `defineRule` and related functions. */
export interface Rule extends RuleMeta {
  readonly kind: 'presence' | 'avoidance' | 'check' | 'library';
  readonly options: Options;
  readonly appliesTo: AppliesTo;
  /**
   * Phrases in the rule's code, by language code, or `IN_FILES`. `*` applies to every language. The rule cannot check a
   * language without an entry.
   */
  readonly phrases: Readonly<Record<string, PhraseGroups>> | typeof IN_FILES;
  /** The groups in the rule's phrase files: those that it reports or requires, and those that only its code reads. */
  readonly groups: readonly string[];
  /** The groups whose phrases are reported. */
  readonly reported: readonly string[];
  /** Returns the phrases that the configuration adds. */
  ownPhrases(values: AnyValues): PhraseGroups;
  /** Returns the groups to skip, depending on the options. */
  groupsOff?(values: AnyValues): readonly string[];
  check(reading: Reading, values: AnyValues): Iterable<Finding>;
  /** The severity in the configuration that defines the rule. Undefined for other rules. */
  readonly configured?: string;
  /** The steps that compare all replies of a run. A rule of the kind `library` checks nothing else. */
  readonly library?: LibrarySteps;
}

export type {
  BadExample,
  BadLibraryExample,
  Example,
  Examples,
  LibraryExample,
  LibraryExamples,
  LibraryReply,
} from './example.js';
export type { FoundEntry, Match, PhraseEntry, Reading, WordRange } from './reading.js';
export type { Finding, OffsetMap, Rendering, Severity };
