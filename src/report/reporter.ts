import type { KeptLine, LintResult } from '../model/finding.js';
import type { Segment } from '../model/reply.js';

/**
 * What a report can say about a rule. `docs.description` and `docs.recommended` are where ESLint's formatters expect
 * them.
 */
export interface RuleInfo {
  readonly type: 'suggestion';
  readonly docs: {
    /** The principle in one sentence. */
    readonly description: string;
    /** Why it matters. */
    readonly why?: string;
    /** The title and part of the essay, or the authors of the study. */
    readonly source?: string;
    readonly segment?: Segment;
    /** Its severity in the recommended preset; absent if it is not in the preset. */
    readonly recommended?: 'warn' | 'error';
  };
}

/** What a reporter can use besides the results. */
export interface ReportContext {
  readonly cwd: string;
  /**
   * Absolute: the repository's folder, which CI systems expect paths to be relative to; `cwd` outside of a repository.
   */
  readonly root: string;
  readonly color: boolean;
  /** True if the report goes to a terminal that shows OSC 8 hyperlinks. */
  readonly hyperlinks: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** What was not checked and is in no result, such as a path that leads nowhere: one line each, not yet escaped. */
  readonly failures: readonly string[];
  /** Rule id → metadata of the rule. */
  readonly rulesMeta: Readonly<Record<string, RuleInfo>>;
  /** The URL of the rule's page. */
  readonly rulesUrl?: ((ruleId: string) => string) | undefined;
  /** The page of a rule, in Markdown. Resolves to undefined if there is none. */
  readonly pageOf?: (ruleId: string) => Promise<string | undefined>;
  /** By file, the lines with findings, for files too long to keep their text. */
  readonly lines?: ReadonlyMap<string, readonly KeptLine[]>;
  readonly maxWarningsExceeded?: { readonly maxWarnings: number; readonly foundWarnings: number };
  /**
   * Appends to a file that the environment names, such as GitHub's step summary. @throws errors from the file system
   */
  append(path: string, text: string): void;
}

/** Results → text. The text ends with a line end, or is empty. */
export interface Reporter {
  (results: readonly LintResult[], context: ReportContext): string | Promise<string>;
  /** The same text in pieces, for results that are not all in memory. */
  readonly pieces?: PieceReporter;
  /** True if it shows the lines with findings. */
  readonly showsLines?: boolean;
  /** True if it also shows replies without findings. */
  readonly showsReplies?: boolean;
}

/**
 * @param results iterated more than once; a file can have several in a row
 * @returns pieces of the text, created on demand
 */
export type PieceReporter = (results: Iterable<LintResult>, context: ReportContext) => Iterable<string>;

/** A reporter that shows the lines with findings. */
export function showingLines(reporter: (...given: Parameters<Reporter>) => ReturnType<Reporter>): Reporter {
  return Object.assign(reporter, { showsLines: true });
}

/** A reporter that also shows replies without findings. */
export function showingReplies(reporter: Reporter): Reporter {
  return Object.assign(reporter, { showsReplies: true });
}

/** A reporter that creates its text piece by piece. */
export function inPieces(pieces: PieceReporter): Reporter {
  return Object.assign((...given: Parameters<PieceReporter>) => [...pieces(...given)].join(''), { pieces });
}
