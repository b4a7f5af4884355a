import type { Form, Intent, Segment, State } from './reply.js';

/** How well a reply does what was required of it. All numbers are integers from 0 to 100. */
export interface Scores {
  /** The weighted mean of its segments. Null if too little was required. */
  readonly total: number | null;
  /** How much of all possible requirements applied: the sum of the weights of its segments. */
  readonly basis: number;
  /** Without the segments with too few requirements. */
  readonly segments: Readonly<Partial<Record<Segment, number>>>;
}

/** A reply as a run saw it, with or without findings. Plain data. */
export interface ReplyRecord {
  readonly id: string;
  readonly title?: string;
  /** A JSON Pointer into the value of the container. Empty if the file is the reply. */
  readonly pointer: string;
  /** The position of its text in the file. 1-based, with columns in UTF-16 units and an exclusive end. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly helpdesk?: string;
  readonly channel?: string;
  readonly tags?: readonly string[];
  /** A hash of the reply's text in the file, ignoring whitespace. It stays the same if the file is renamed. */
  readonly textHash: string;
  /** The inferred properties of the reply. Absent for a reply that no rule has read. */
  readonly locale?: string;
  readonly form?: Form;
  readonly intent?: Intent;
  readonly state?: State;
  /** False if nothing was required of the reply; `reason` says why, in words. */
  readonly checked: boolean;
  readonly reason?: string;
  /** Ids of the rules that applied to it. */
  readonly asked: readonly string[];
  /** The applied rules that require something of the reply, whether it is there or not. */
  readonly owed: readonly string[];
  /**
   * Rule ids of its findings by position, with repetitions. Without findings that a directive disables; with findings
   * in the suppressions file, and with those replaced by one finding about the library.
   */
  readonly found: readonly string[];
  readonly scores: Scores;
}
