import type { ReplySummary } from '../model/finding.js';
import type { Span } from '../model/span.js';
import type { LibraryExamples } from './example.js';
import type { AnyValues } from './options.js';
import type { Reading } from './reading.js';

/** A place in a file, for storing in a digest. Plain data. */
export interface Place extends Span {
  /** 1-based, with columns in UTF-16 units and an exclusive end. `start` and `end` are offsets in the file. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The words there, as the customer reads them. Empty for a finding about a whole reply. */
  readonly words: string;
}

/** A reading of a reply to digest. */
export interface DigestReading extends Reading {
  /** The place of a span of the rendering's text: when the library is judged, only places are available. */
  place(span: Span): Place;
  /** The place of a span of the reply's body: of markup, which customers do not see. */
  placeInBody(span: Span): Place;
}

/** The reply of a digest. */
export interface DigestedReply extends ReplySummary {
  /** The path of its file, relative to the configuration's root. */
  readonly file: string;
}

/** The value that `digest` returned for a reply. */
export interface Digest<T> {
  /** Its position among all digests of the rule. */
  readonly index: number;
  readonly reply: DigestedReply;
  readonly data: T;
}

/**
 * The digests of all replies of a run, in the order of the files and of the replies in them. They may not fit in
 * memory: iterate over them, keep little of each, and look up single ones again.
 */
export interface Digests<T> extends Iterable<Digest<T>> {
  readonly length: number;
  at(index: number): Digest<T>;
}

/** What a library rule can look up while judging. */
export interface LibraryFacts {
  /** True if findings at this reply are reported: with `--since` or `--staged`, only changed replies are. */
  isReported(at: Pick<Digest<unknown>, 'index'>): boolean;
  /**
   * True if a path leads to a file or folder. Undefined if the path leads out of the configuration's root, where
   * replylint does not look.
   * @param path relative to the folder of the reply's file; relative to the root if it begins with `/`
   */
  hasFile(reply: DigestedReply, path: string): boolean | undefined;
}

/** The result of a library rule: a finding at one reply, which may be about others, too. */
export interface LibraryFinding {
  /** The reply at which to report it. */
  readonly at: Pick<Digest<unknown>, 'index'>;
  /** A place in that reply, kept in its digest. Default: the first line of the reply. */
  readonly place?: Place | undefined;
  /** As for any other finding: present tense, without a final period. */
  readonly message: string;
  readonly suggestions?: readonly string[];
  /**
   * The other replies that it is about. With `--since` or `--staged`, a finding is reported if any of its replies has
   * changed.
   */
  readonly about?: readonly LibraryPlace[];
}

/** Another reply that a finding is about. */
export interface LibraryPlace {
  readonly at: Pick<Digest<unknown>, 'index'>;
  readonly place?: Place | undefined;
}

/** The two steps of a library rule, as the linter runs them. */
export interface LibrarySteps {
  digest(readings: readonly DigestReading[], values: AnyValues): unknown;
  judge(digests: Digests<never>, values: AnyValues, facts: LibraryFacts): Iterable<LibraryFinding>;
  readonly examples: LibraryExamples;
}
