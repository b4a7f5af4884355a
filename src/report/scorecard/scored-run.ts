import type { Uncovered } from '../../lint/index.js';
import type { RuleInfo } from '../reporter.js';

/** What a scorecard needs to know about a run besides its results. */
export interface ScoredRun {
  /** The version of replylint. */
  readonly version: string;
  /** The date of the run, in the form `2026-12-31`. */
  readonly date: string;
  /** The folder that paths are shown relative to. */
  readonly cwd: string;
  readonly rulesMeta: Readonly<Record<string, RuleInfo>>;
  /** The languages for which some rules have no phrases. */
  readonly uncovered: readonly Uncovered[];
  /** The other notices of the run, which say what it could not check. */
  readonly notices: readonly string[];
}
