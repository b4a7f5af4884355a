import type { KeptLine, LintResult } from '../model/finding.js';
import type { Segment } from '../model/reply.js';

/** What a report may say of a rule. `docs.description` and `docs.recommended` stand where ESLint's formatters look. */
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
    /** Its severity in the recommended preset; absent where it is not in there. */
    readonly recommended?: 'warn' | 'error';
  };
}

/** What a reporter may want to know beside the results. */
export interface ReportContext {
  readonly cwd: string;
  /** Absolute: the repository's folder, which CI systems want paths to begin from; `cwd` outside of a repository. */
  readonly root: string;
  readonly color: boolean;
  /** True where the report goes to a terminal that shows OSC 8 hyperlinks. */
  readonly hyperlinks: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** What was not checked and stands in no result, a line each, not yet safe: such as a path that leads nowhere. */
  readonly failures: readonly string[];
  /** Rule id → what is known of the rule. */
  readonly rulesMeta: Readonly<Record<string, RuleInfo>>;
  /** The address of the page about a rule. */
  readonly rulesUrl?: ((ruleId: string) => string) | undefined;
  /** The page about a rule, in Markdown. Resolves to undefined if there is none. */
  readonly pageOf?: (ruleId: string) => Promise<string | undefined>;
  /** By file, the lines that findings stand on, of files too long for their text to be kept. */
  readonly lines?: ReadonlyMap<string, readonly KeptLine[]>;
  readonly maxWarningsExceeded?: { readonly maxWarnings: number; readonly foundWarnings: number };
  /** Appends to a file that the surroundings name, such as GitHub's step summary. @throws what the file system throws */
  append(path: string, text: string): void;
}

/** Results → text. The text ends with a line's end, or is empty. */
export interface Reporter {
  (results: readonly LintResult[], context: ReportContext): string | Promise<string>;
  /** The same text in pieces, of results that are not all held at once. */
  readonly pieces?: PieceReporter;
  /** True where it shows the lines that findings stand on. */
  readonly showsLines?: boolean;
  /** True where it shows replies without findings, too. */
  readonly showsReplies?: boolean;
}

/**
 * @param results gone through more than once; a file's can be several, one after the other
 * @returns pieces of the text, made as they are asked for
 */
export type PieceReporter = (results: Iterable<LintResult>, context: ReportContext) => Iterable<string>;

/** A reporter that shows the lines that findings stand on. */
export function showingLines(reporter: (...given: Parameters<Reporter>) => ReturnType<Reporter>): Reporter {
  return Object.assign(reporter, { showsLines: true });
}

/** A reporter that shows replies without findings, too. */
export function showingReplies(reporter: Reporter): Reporter {
  return Object.assign(reporter, { showsReplies: true });
}

/** A reporter that makes its text piece by piece. */
export function inPieces(pieces: PieceReporter): Reporter {
  return Object.assign((...given: Parameters<PieceReporter>) => [...pieces(...given)].join(''), { pieces });
}
