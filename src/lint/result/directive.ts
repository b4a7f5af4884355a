import type { LintMessage } from '../../model/finding.js';
import type { Span } from '../../model/span.js';

/** The words of directives, after `replylint-`. */
export const KINDS = ['disable', 'enable', 'disable-next-line', 'disable-line', 'disable-file'] as const;

/** A comment that turns rules off, or back on. */
export interface Directive {
  readonly kind: (typeof KINDS)[number];
  /** The rules it names. Empty for all rules. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day on which it applies, in the form `2026-12-31`. */
  readonly until: string | undefined;
  /** The whole comment, in the file. */
  readonly span: Span;
  /** The line that it applies to, if only one. */
  readonly line?: number;
}

/** The directives of a file whose replies library rules have digested. Plain data. */
export interface LaterDirectives {
  readonly directives: readonly Directive[];
  /** What to report about a directive, by its index, unless it disables a finding of a library rule. */
  readonly unused: readonly (readonly [index: number, message: LintMessage])[];
}
