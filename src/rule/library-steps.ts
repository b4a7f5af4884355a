import type { ReplySummary } from '../model/finding.js';
import type { Span } from '../model/span.js';
import type { LibraryExamples } from './example.js';
import type { AnyValues } from './options.js';
import type { Reading } from './reading.js';

/** A place in a file, in a form that can be stored in a digest. Plain data. */
export interface Place extends Span {
  /**
   * The position in the file. Lines and columns are 1-based, columns are in UTF-16 units, and the end is exclusive.
   * `start` and `end` are offsets in the file.
   */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The words at this place, as the customer reads them. Empty for a finding about a whole reply. */
  readonly words: string;
}

/** A reading of a reply from which a digest is computed. */
export interface DigestReading extends Reading {
  /** Returns the place of a span of the rendering's text. When the library is judged, only places are available. */
  place(span: Span): Place;
  /** Returns the location of a span in the reply's body, even of markup, which customers do not see. */
  placeInBody(span: Span): Place;
}

/** The reply that a digest belongs to. */
export interface DigestedReply extends ReplySummary {
  /** The path of the reply's file, relative to the configuration's root. */
  readonly file: string;
  /** The 1-based line at which the reply begins. */
  readonly line?: number;
}

/** The value that `digest` returned for a reply. */
export interface Digest<T> {
  /** The position among all digests of the rule. */
  readonly index: number;
  readonly reply: DigestedReply;
  readonly data: T;
}

/**
 * The digests of all replies of a run, in the order of the files and of the replies in them. They may not fit in
 * memory, so iterate over them, keep little of each, and look up single ones again.
 */
export interface Digests<T> extends Iterable<Digest<T>> {
  readonly length: number;
  at(index: number): Digest<T>;
  /**
   * Stores bytes that are needed again while the library is judged, on disk if there are many. Returns a function that
   * reads them.
   */
  store(bytes: Uint8Array): () => Uint8Array;
}

/** What a library rule can look up while it judges the library. */
export interface LibraryFacts {
  /**
   * Returns true if findings at this reply are reported. With `--since` or `--staged`, only those at changed replies
   * are.
   */
  isReported(at: Pick<Digest<unknown>, 'index'>): boolean;
  /**
   * Returns true if a path leads to a file or folder. Undefined if the path leads out of the configuration's root,
   * where replylint does not look.
   * @param path the path relative to the folder of the reply's file, or relative to the root if it starts with `/`
   */
  hasFile(reply: DigestedReply, path: string): boolean | undefined;
  /**
   * Returns true if a text file contains a heading or a named place. Undefined if that is not known, because the file
   * is not readable, is too large, or is not among the files of the run: no file is read only because a text names it.
   * @param path a path as for `hasFile`, to a Markdown or HTML file
   * @param anchor the name of the place, without `#`
   */
  hasAnchor(reply: DigestedReply, path: string, anchor: string): boolean | undefined;
}

/** A finding of a library rule. It is reported at one reply, but may be about others, too. */
export interface LibraryFinding {
  /** The reply at which to report the finding. */
  readonly at: Pick<Digest<unknown>, 'index'>;
  /** The place in that reply, which its digest contains. Default: the first line of the reply. */
  readonly place?: Place | undefined;
  /** The message, in the present tense and without a final period, as for any other finding. */
  readonly message: string;
  readonly suggestions?: readonly string[];
  /**
   * The other replies that the finding is about. With `--since` or `--staged`, a finding is reported if any of its
   * replies has changed.
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
  /** The digest of the only reply of a run. Default: the same as `digest`. */
  digestAlone?(readings: readonly DigestReading[], values: AnyValues): unknown;
  judge(digests: Digests<never>, values: AnyValues, facts: LibraryFacts): Iterable<LibraryFinding>;
  readonly examples: LibraryExamples;
}
