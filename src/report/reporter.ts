import type { LintResult } from '../model/finding.js';

/** What a reporter may want to know beside the results. */
export interface ReportContext {
  readonly cwd: string;
  readonly color: boolean;
  readonly rulesMeta: Readonly<Record<string, { readonly docs: { readonly description: string } }>>;
  readonly maxWarningsExceeded?: { readonly maxWarnings: number; readonly foundWarnings: number };
}

/** Results → text. The text ends with a line's end, or is empty. */
export type Reporter = (results: readonly LintResult[], context: ReportContext) => string | Promise<string>;
