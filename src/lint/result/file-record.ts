import type { Envelope } from '../../compose/index.js';
import type { LintResult } from '../../model/finding.js';
import type { LibraryProfile } from '../../model/library.js';
import type { AnyValues } from '../../rule/options.js';
import type { Applied } from './applied.js';
import type { LaterDirectives } from './directive.js';
import type { Page } from './page.js';

/** The replies of a file in a language that some rules have no phrases for. */
export interface UncoveredReplies {
  readonly language: string;
  readonly count: number;
  /** Ids of these rules. */
  readonly rules: readonly string[];
}

/** The digests of the replies of a file that one rule judges with the same options. */
export interface DigestGroup {
  readonly rule: string;
  readonly values: AnyValues;
  readonly pages: readonly Page[];
}

/** What library rules need to know of a file. */
export interface FileLibraryData {
  readonly digests: readonly DigestGroup[];
  readonly directives?: LaterDirectives;
}

/** What a run keeps of a file after linting it: plain data, which a cache can store and a thread can send. */
export interface FileRecord {
  readonly result: LintResult;
  /** For each rule with a convention, the replies it applied to. */
  readonly applied: readonly (readonly [ruleId: string, applied: Applied])[];
  /** For each language that some rules have no phrases for. */
  readonly uncovered: readonly UncoveredReplies[];
  /** Ids of the replies that were linted. */
  readonly replyIds: readonly string[];
  /** The number of replies in the file, linted or not. */
  readonly replyCount: number;
  /** Printed in addition to the report, not in it. */
  readonly notices: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  /** Only for a file whose replies belong to the library of its folder. */
  readonly folder?: {
    /** The evidence in its replies. */
    readonly envelopes: readonly Envelope[];
    /**
     * The profile of all replies in the folder when the file was linted; null if nothing was known about them. Undefined
     * if it had no effect on the file.
     */
    readonly around?: LibraryProfile | null;
  };
  /** Only if library rules have digested some of its replies. */
  readonly library?: FileLibraryData;
  /** What `--debug` prints about the file. */
  readonly debugLines: readonly string[];
}
