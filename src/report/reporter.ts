import type { LinesOfFile, LintResult } from '../model/finding.js';
import type { Segment } from '../model/reply.js';
import { joined, type Reported } from './files.js';

/**
 * Metadata of a rule for reports. `docs.description` and `docs.recommended` are where ESLint's formatters expect them.
 */
export interface RuleInfo {
  readonly type: 'suggestion';
  readonly docs: {
    /** The principle behind the rule, in one sentence. */
    readonly description: string;
    /** The reason why the principle matters. */
    readonly why?: string;
    /** The title and part of the essay that the principle comes from, or the authors of the study. */
    readonly source?: string;
    readonly segment?: Segment;
    /** The severity of the rule in the recommended preset. Absent if the preset does not include the rule. */
    readonly recommended?: 'warn' | 'error';
  };
}

/** What a reporter receives in addition to the results. */
export interface ReportContext {
  readonly cwd: string;
  /**
   * The absolute path of the repository, which CI systems expect paths to be relative to. The same as `cwd` outside of
   * a repository.
   */
  readonly root: string;
  readonly color: boolean;
  /** True if the report goes to a terminal that shows OSC 8 hyperlinks. */
  readonly hyperlinks: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** Failures that no result covers, such as a path that does not exist. One line each, not yet escaped. */
  readonly failures: readonly string[];
  /** The metadata of each rule, by rule id. */
  readonly rulesMeta: Readonly<Record<string, RuleInfo>>;
  /** Returns the URL of a rule's page. */
  readonly rulesUrl?: ((ruleId: string) => string) | undefined;
  /** Loads the page of a rule, in Markdown. Resolves to undefined if there is none. */
  readonly pageOf?: (ruleId: string) => Promise<string | undefined>;
  /** The lines with findings, by file path, for files that are too large to keep in memory. */
  readonly lines?: ReadonlyMap<string, LinesOfFile>;
  readonly maxWarningsExceeded?: { readonly maxWarnings: number; readonly foundWarnings: number };
  /**
   * Appends to a file that the environment names, such as GitHub's step summary.
   * @throws errors from the file system
   */
  append(path: string, text: string): void;
}

/** Turns results into text. The text ends with a line ending, or is empty. */
export interface Reporter {
  (results: readonly LintResult[], context: ReportContext): string | Promise<string>;
  /** Yields the same text in pieces, for results that do not all fit in memory. */
  readonly pieces?: PieceReporter;
  /** True if the report shows the lines with findings. */
  readonly showsLines?: boolean;
  /** True if the report also shows replies without findings. */
  readonly showsReplies?: boolean;
}

/**
 * @param results may be iterated more than once
 * @returns pieces of the text, created on demand
 */
export type PieceReporter = (results: Reported, context: ReportContext) => Iterable<string> | Promise<Iterable<string>>;

/** Marks a reporter as one that shows the lines with findings. */
export function showingLines(reporter: Reporter): Reporter {
  return Object.assign(reporter, { showsLines: true });
}

/** Marks a reporter as one that also shows replies without findings. */
export function showingReplies(reporter: Reporter): Reporter {
  return Object.assign(reporter, { showsReplies: true });
}

/** Creates a reporter that produces its text piece by piece. */
export function inPieces(texts: PieceReporter): Reporter {
  const pieces = (...given: Parameters<PieceReporter>) => after(texts(...given), joined);
  const whole = (...given: Parameters<PieceReporter>) => after(texts(...given), (made) => [...made].join(''));
  return Object.assign(whole, { pieces });
}

function after<T>(made: ReturnType<PieceReporter>, change: (made: Iterable<string>) => T): T | Promise<T> {
  return made instanceof Promise ? made.then(change) : change(made);
}
