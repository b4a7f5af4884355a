import type { LintResult } from '../model/finding.js';
import type { Segment } from '../model/reply.js';

/** What a report may say of a rule. `docs.description` and `docs.recommended` stand where ESLint's formatters look. */
export interface RuleInfo {
  readonly type: 'suggestion';
  readonly docs: {
    /** The principle in one sentence. */
    readonly description: string;
    /** Why it matters. */
    readonly why?: string;
    /** The essay's title and part, or whoever measured it. */
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
  /** Rule id → what is known of the rule. */
  readonly rulesMeta: Readonly<Record<string, RuleInfo>>;
  readonly maxWarningsExceeded?: { readonly maxWarnings: number; readonly foundWarnings: number };
  /** Appends to a file that the surroundings name, such as GitHub's step summary. @throws what the file system throws */
  append(path: string, text: string): void;
}

/** Results → text. The text ends with a line's end, or is empty. */
export type Reporter = (results: readonly LintResult[], context: ReportContext) => string | Promise<string>;
