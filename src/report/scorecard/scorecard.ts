import type { Form, Intent, Segment, State } from '../../model/reply.js';

/** Version of the scorecard format. It is increased if a field is removed or changes its meaning. */
export const SHAPE = 1;

/**
 * The state of a library: the output of `replylint report -f json`, which `--compare` reads. Scores range from 0 to
 * 100.
 */
export interface Scorecard {
  /** Identifies the file as a report, and gives its format version. */
  readonly replylintReport: typeof SHAPE;
  /** The version of replylint. */
  readonly version: string;
  /** The date of the run, in the form `2026-12-31`. */
  readonly date: string;
  readonly summary: Summary;
  /** The segments in which something was required, in the order of the service arc. */
  readonly segments: readonly SegmentRow[];
  /** The rules with findings, sorted by how much the score of the library would gain. */
  readonly rules: readonly RuleRow[];
  /** Ids of the rules that applied but had no findings. */
  readonly quietRules: readonly string[];
  /** The replies whose findings lower the score of the library the most, in this order. */
  readonly begin: readonly BeginRow[];
  /** Findings about whole libraries, about files, and in internal notes. */
  readonly library: readonly LibraryRow[];
  /** What the scores do not cover, one or more sentences per item. */
  readonly notKnown: readonly string[];
  readonly replies: readonly ReplyRow[];
  readonly compared?: Comparison;
}

export interface Summary {
  /** The number of replies to customers. */
  readonly replies: number;
  /** The number of replies that have a score. */
  readonly scored: number;
  /** The number of replies that could not be checked. */
  readonly notChecked: number;
  /** The number of replies whose score is based on few requirements. */
  readonly littleAsked: number;
  /** The number of internal notes, which have no score and are not among the replies. */
  readonly internal?: number;
  /** The number of replies that have a score and no findings. */
  readonly clean: number;
  readonly withErrors: number;
  readonly errors: number;
  readonly warnings: number;
  /**
   * The weighted mean of the replies’ scores: the more was required of a reply, the more its score counts. Null if
   * nothing was required.
   */
  readonly score: number | null;
  /** The median score: half of the replies have this score or a lower one. */
  readonly median: number | null;
  /** The score that one reply in ten does not exceed. Null if fewer than 30 replies have a score. */
  readonly lowestTenth: number | null;
}

export interface SegmentRow {
  readonly segment: Segment;
  /**
   * The mean score of the replies that had requirements in this segment. For `library`, it includes all replies that
   * were compared with others.
   */
  readonly score: number;
  /** The number of replies that had requirements in this segment. */
  readonly replies: number;
  /** The number of those replies that have no findings in this segment. */
  readonly clean: number;
  /**
   * The rules of this segment for which one finding about a library replaces those of many replies. The score does not
   * include what these replies leave out. Absent if there are none.
   */
  readonly conventions?: readonly string[];
}

export interface RuleRow {
  readonly rule: string;
  readonly segment?: Segment;
  /** The principle in one sentence. Absent if the rule has none. */
  readonly principle?: string;
  /** The number of replies that the rule applied to. Absent for findings that the linter reports itself. */
  readonly asked?: number;
  /** The number of replies with findings. */
  readonly replies: number;
  readonly errors: number;
  readonly warnings: number;
  /** By how much the score of the library would rise without the findings of this rule, in points. */
  readonly gain: number;
}

/** A reply that is recommended as a starting point. */
export interface BeginRow {
  /** The index of the reply in `replies`. */
  readonly reply: number;
  /** By how much the score of the library would rise without the findings of the reply, in points. */
  readonly gain: number;
  /** The same for the reply and those alike. Absent if there are none. */
  readonly together?: number;
  /** The steps that improve the reply, in order. */
  readonly steps: readonly Step[];
  /** Indexes of other replies with the same kinds of findings. */
  readonly alike: readonly number[];
}

export interface Step {
  readonly rule: string;
  readonly line: number;
  readonly what: string;
  /** What to write instead. */
  readonly instead?: string;
}

export interface LibraryRow {
  readonly rule: string;
  readonly severity: Level;
  /** The path of the file, relative to the current folder. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** Present if the finding replaces those of many replies, which leave out the same thing by convention. */
  readonly convention?: Convention;
}

/** What most replies of a library leave out. */
export interface Convention {
  readonly segment: Segment;
  /** The number of replies that the rule applied to. */
  readonly replies: number;
  /** The number of those replies that leave it out. */
  readonly missing: number;
}

export type Level = 'error' | 'warning';

export interface ReplyRow {
  readonly id: string;
  readonly title?: string;
  /** The path of the file, relative to the current folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly form?: Form;
  readonly intent?: Intent;
  readonly state?: State;
  readonly locale?: string;
  readonly channel?: string;
  readonly tags?: readonly string[];
  /** The score of the reply. Null if nothing was required of it or it could not be checked; `reason` says which. */
  readonly score: number | null;
  readonly reason?: string;
  /** How much of all possible requirements applied, in percent. */
  readonly basis: number;
  readonly segments: Readonly<Partial<Record<Segment, number>>>;
  readonly findings: readonly FindingRow[];
}

export interface OtherReply {
  readonly title: string;
  /** The path of the file, relative to the current folder. */
  readonly file: string;
  readonly line: number;
}

export interface FindingRow {
  readonly rule: string;
  readonly severity: Level;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly segment?: Segment;
  /** The conditions under which the finding applies, in words. */
  readonly when?: string;
  /** The marked words. Empty if the finding reports something missing. */
  readonly words?: string;
  readonly instead?: readonly string[];
  /** The other replies that the finding is about. */
  readonly about?: readonly OtherReply[];
  /** A fingerprint that stays the same when lines move. */
  readonly fingerprint?: string;
}

/** A scorecard compared with an earlier one. */
export interface Comparison {
  /** The path or commit of the earlier scorecard. */
  readonly with: string;
  /** The date of the earlier run. Absent for a commit. */
  readonly date?: string;
  readonly summary: Summary;
  readonly segments: readonly SegmentRow[];
  readonly rules: readonly Trend[];
  /** The number of replies that are new since the earlier scorecard. */
  readonly added: number;
  readonly removed: number;
  readonly better: number;
  readonly worse: number;
  /** The replies whose scores dropped the most, worst first. */
  readonly worst: readonly Change[];
}

/** The number of replies with findings from a rule, in this run and in the earlier one. */
export interface Trend {
  readonly rule: string;
  readonly before: number;
  readonly now: number;
}

export interface Change {
  /** The index of the reply in the current scorecard. */
  readonly reply: number;
  /** The earlier score of the reply. Null if the reply is new. */
  readonly before: number | null;
  readonly now: number;
  /** The findings that the earlier scorecard did not have. */
  readonly found: readonly Step[];
}
