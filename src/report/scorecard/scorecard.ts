import type { Form, Intent, Segment, State } from '../../model/reply.js';

/** The version of the format of a scorecard. It changes if a field changes its meaning or is removed. */
export const SHAPE = 1;

/** The state of a library: what `replylint report -f json` prints, and `--compare` reads. Scores are from 0 to 100. */
export interface Scorecard {
  /** Marks the file as a report, with its format version. */
  readonly replylintReport: typeof SHAPE;
  /** The version of replylint. */
  readonly version: string;
  /** The date of the run, in the form `2026-12-31`. */
  readonly date: string;
  readonly summary: Summary;
  /** The segments with requirements, in the order of the service arc. */
  readonly segments: readonly SegmentRow[];
  /** The rules with findings, sorted by how much the library would gain. */
  readonly rules: readonly RuleRow[];
  /** Ids of the rules that applied and found nothing. */
  readonly quietRules: readonly string[];
  /** The replies with the most to gain, best first. */
  readonly begin: readonly BeginRow[];
  /** Findings about whole libraries, and about files. */
  readonly library: readonly LibraryRow[];
  /** What the scores do not cover, a sentence each. */
  readonly notKnown: readonly string[];
  readonly replies: readonly ReplyRow[];
  readonly compared?: Comparison;
}

export interface Summary {
  /** The number of replies to customers. */
  readonly replies: number;
  /** Those with a score. */
  readonly scored: number;
  /** Those that could not be checked. */
  readonly notChecked: number;
  /** Those with a score based on few requirements. */
  readonly littleAsked: number;
  /** Those with a score and without findings. */
  readonly clean: number;
  readonly withErrors: number;
  readonly errors: number;
  readonly warnings: number;
  /** The mean of the replies’ scores, each weighted by how much was required of it. Null if nothing was. */
  readonly score: number | null;
  /** Half of the replies have at most this score. */
  readonly median: number | null;
  /** One reply in ten has at most this score. Null for fewer than 30 scores. */
  readonly lowestTenth: number | null;
}

export interface SegmentRow {
  readonly segment: Segment;
  /** The mean of the replies with requirements in this segment. */
  readonly score: number;
  /** Their number. */
  readonly replies: number;
  /** Of these, the number without findings in this segment. */
  readonly clean: number;
}

export interface RuleRow {
  readonly rule: string;
  readonly segment?: Segment;
  /** The principle in one sentence; absent for a rule that has none. */
  readonly principle?: string;
  /** The number of replies that the rule applied to; absent for findings of the linter itself. */
  readonly asked?: number;
  /** The number of replies with findings. */
  readonly replies: number;
  readonly errors: number;
  readonly warnings: number;
  /** How much the score of the library would rise without its findings, to a tenth. */
  readonly gain: number;
}

/** A reply to start with. */
export interface BeginRow {
  /** Its index among the replies. */
  readonly reply: number;
  /** The points that it lacks, weighted by how much was required of it. */
  readonly gain: number;
  /** What to do, step by step. */
  readonly steps: readonly Step[];
  /** Indexes of the replies with findings from the same rules. */
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
  /** Relative to the current folder. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export type Level = 'error' | 'warning';

export interface ReplyRow {
  readonly id: string;
  readonly title?: string;
  /** Relative to the current folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly form?: Form;
  readonly intent?: Intent;
  readonly state?: State;
  readonly locale?: string;
  readonly channel?: string;
  readonly tags?: readonly string[];
  /** Null if nothing was required of the reply, or it could not be checked; `reason` says why. */
  readonly score: number | null;
  readonly reason?: string;
  /** How much of all possible requirements applied, in percent. */
  readonly basis: number;
  readonly segments: Readonly<Partial<Record<Segment, number>>>;
  readonly findings: readonly FindingRow[];
}

export interface OtherReply {
  readonly title: string;
  /** Relative to the current folder. */
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
  /** The conditions under which it applies, in words. */
  readonly when?: string;
  /** The marked words. Empty if something is missing. */
  readonly words?: string;
  readonly instead?: readonly string[];
  /** The other replies that it is about. */
  readonly about?: readonly OtherReply[];
  /** Stays the same when lines move. */
  readonly fingerprint?: string;
}

/** A scorecard compared with an earlier one. */
export interface Comparison {
  /** What it is compared with: a path, or a commit. */
  readonly with: string;
  /** The date of the earlier run. Absent for a commit. */
  readonly date?: string;
  readonly summary: Summary;
  readonly segments: readonly SegmentRow[];
  readonly rules: readonly Trend[];
  /** The number of replies that are new, gone, better and worse. */
  readonly added: number;
  readonly removed: number;
  readonly better: number;
  readonly worse: number;
  /** The replies that lost most, worst first. */
  readonly worst: readonly Change[];
}

/** The number of replies in which a rule found something, now and before. */
export interface Trend {
  readonly rule: string;
  readonly before: number;
  readonly now: number;
}

export interface Change {
  /** Its index among the current replies. */
  readonly reply: number;
  /** Null for a new reply. */
  readonly before: number | null;
  readonly now: number;
  /** The findings that were not there before. */
  readonly found: readonly Step[];
}
