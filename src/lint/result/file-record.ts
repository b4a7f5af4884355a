import type { Envelope } from '../../compose/index.js';
import type { LintResult } from '../../model/finding.js';
import type { LibraryProfile } from '../../model/library.js';
import type { AnyValues } from '../../rule/options.js';
import type { Applied } from './applied.js';
import type { LaterDirectives } from './directive.js';
import type { Page } from './page.js';

/** The replies of a file in a language for which some rules have no phrases. */
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

/** The digests of the replies of a file. */
export interface DigestedData {
  readonly digests: readonly DigestGroup[];
  /** The replies that the digests are of. */
  readonly replies: readonly Page[];
}

/** What library rules need to know about a file. */
export interface FileLibraryData extends DigestedData {
  readonly directives?: LaterDirectives;
}

/**
 * What a run keeps about a file after linting it. It is plain data, so that it can be cached and sent between threads.
 */
export interface FileRecord {
  readonly result: LintResult;
  /** For each rule with a convention, the replies that it applied to. */
  readonly applied: readonly (readonly [ruleId: string, applied: Applied])[];
  /** The replies in each language for which some rules have no phrases. */
  readonly uncovered: readonly UncoveredReplies[];
  /** Ids of the replies that were linted. */
  readonly replyIds: readonly string[];
  /** The number of replies in the file, whether or not they were linted. */
  readonly replyCount: number;
  /** Notices that are printed next to the report instead of in it. */
  readonly notices: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  /** The file's part in the library of its folder. Present only if its replies belong to that library. */
  readonly folder?: {
    /** The envelopes of the replies in the file. */
    readonly envelopes: readonly Envelope[];
    /**
     * The profile of all replies in the folder when the file was linted. Null if nothing was known about them;
     * undefined if the profile had no effect on the file.
     */
    readonly around?: LibraryProfile | null;
  };
  /** The data for library rules. Present only if such rules have digested some of the replies. */
  readonly library?: FileLibraryData;
  /** The lines that `--debug` prints about the file. */
  readonly debugLines: readonly string[];
}
