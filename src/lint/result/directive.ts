import type { LintMessage } from '../../model/finding.js';
import type { Span } from '../../model/span.js';

/** The names of directives, without the prefix `replylint-`. */
export const KINDS = ['disable', 'enable', 'disable-next-line', 'disable-line', 'disable-file'] as const;

/** A comment that turns rules off or back on. */
export interface Directive {
  readonly kind: (typeof KINDS)[number];
  /** Ids of the rules that the directive names. Empty for all rules. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day on which the directive applies, in the form `2026-12-31`. */
  readonly until: string | undefined;
  /** The span of the whole comment in the file. */
  readonly span: Span;
  /** The line that the directive applies to, if it applies to a single line. */
  readonly line?: number;
}

/** The directives of a file whose replies library rules have digested. Plain data. */
export interface LaterDirectives {
  readonly directives: readonly Directive[];
  /**
   * The message to report for each directive, by its index, unless the directive disables a finding of a library rule.
   */
  readonly unused: readonly (readonly [index: number, message: LintMessage])[];
}
