import type { Form, Intent, Segment, State } from './reply.js';

/** The scores of a reply, which say how well it meets the requirements. All numbers are integers from 0 to 100. */
export interface Scores {
  /** The weighted mean of the scores of its segments. Null if too little was required. */
  readonly total: number | null;
  /** The share of all possible requirements that applied to the reply, computed from the weights of its segments. */
  readonly basis: number;
  /** The score of each segment, except those with too few requirements. */
  readonly segments: Readonly<Partial<Record<Segment, number>>>;
}

/** A reply as seen by a run, with or without findings. The record contains only plain data. */
export interface ReplyRecord {
  readonly id: string;
  readonly title?: string;
  /** A JSON Pointer into the value of the container. Empty if the whole file is the reply. */
  readonly pointer: string;
  /**
   * The position of the reply's text in the file. Lines and columns are 1-based, columns are in UTF-16 units, and the
   * end is exclusive.
   */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly helpdesk?: string;
  readonly channel?: string;
  readonly tags?: readonly string[];
  /** A hash of the reply's text in the file, ignoring whitespace. Renaming the file does not change it. */
  readonly textHash: string;
  /** The properties that were inferred for the reply. Absent if no rule has read the reply. */
  readonly locale?: string;
  readonly form?: Form;
  readonly intent?: Intent;
  readonly state?: State;
  /** False if no rule required anything of the reply. In that case, `reason` says why, in words. */
  readonly checked: boolean;
  readonly reason?: string;
  /** Ids of the rules that applied to the reply. */
  readonly asked: readonly string[];
  /** Ids of the applied rules that require something of the reply, whether or not the reply contains it. */
  readonly owed: readonly string[];
  /**
   * The rule id of each finding, ordered by position. It includes suppressed findings, and those that a finding about
   * the library replaces, but no findings that a directive disables.
   */
  readonly found: readonly string[];
  readonly scores: Scores;
}
