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

/** Marks a rule without phrases in its code. Its files are `rules/languages/<code>/phrases/<rule>.txt`. */
export const IN_FILES = 'in-files';

/** The phrases of one language, in named groups, so that a rule can tell which group matched. */
export type PhraseGroups = Readonly<Record<string, readonly (string | PhraseEntry)[]>>;

/** The replies that a rule applies to. An omitted field does not restrict them. */
export interface AppliesTo {
  /** Without it, all but `internal`. A rule that names `internal` reads notes for the team, too. */
  readonly forms?: readonly Form[];
  readonly intents?: readonly Intent[];
  /** Only replies that leave something open, or only those that conclude. */
  readonly state?: State;
  /** Only replies about one of these. */
  readonly topics?: readonly Topic[];
  /** Never on replies about one of these. */
  readonly exceptTopics?: readonly Topic[];
}

/** The fields that all rules share. */
export interface RuleMeta<O extends Options = Options> {
  readonly id: string;
  readonly segment: Segment;
  /** The principle in one sentence, addressed to the people who write replies. */
  readonly principle: string;
  /** Why it matters, in at most two sentences. */
  readonly why: string;
  /** For the page of the rule: `wording → better wording`, with ` | ` between pairs. */
  readonly pairs?: string;
  /** For the page of the rule: when to turn it off. */
  readonly switchOff?: string;
  /** The title and part of the essay, or the authors of the study. */
  readonly source: string;
  readonly presets: Partial<Record<Exclude<Preset, 'all'>, Severity | readonly [Severity, Partial<Values<O>>] | 'off'>>;
  readonly appliesTo?: AppliesTo;
  /** The part that the help desk may add to the reply, in which case the rule does not require it. */
  readonly suppliedBy?: 'signature' | 'salutation';
  /**
   * What replies that satisfy the rule do, as a plural verb: “greet the customer”. If most replies of a library fail
   * the rule, one finding about the library replaces all others.
   */
  readonly convention?: string;
  /**
   * Ids of rules that take precedence. Their finding replaces a finding of this rule about the same words, or, if this
   * rule reports something missing, about the same reply, unless the configuration names this rule. A less severe finding
   * replaces none.
   */
  readonly yieldsTo?: readonly string[];
  readonly options?: O;
  /** Examples for a rule without phrase files. Other rules have their examples in those files. */
  readonly examples?: Examples;
}

/** A rule as the linter runs it. Created with `defineRule` and related functions. */
export interface Rule extends RuleMeta {
  readonly kind: 'presence' | 'avoidance' | 'check' | 'library';
  readonly options: Options;
  readonly appliesTo: AppliesTo;
  /**
   * Language code → phrases in the rule's code. `*` applies to every language; without an entry, the rule cannot check
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
  /** The severity in the configuration that defines the rule; absent for other rules. */
  readonly configured?: string;
  /** Only of a rule about all replies of a run together. That of the kind `library` has nothing else to check. */
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
