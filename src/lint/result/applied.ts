import type { Rule } from '../../rule/rule.js';

/**
 * The number of replies that a rule applied to, and the number of those that fail its requirement without a finding.
 */
export interface Applied {
  readonly replies: number;
  readonly unsaid: number;
  /**
   * The percentage of failing replies at which a lack is common, according to the settings of the first reply with a
   * finding.
   */
  readonly commonFrom?: number;
  /** The percentage for replies with different settings, by reply id. */
  readonly others?: Readonly<Record<string, number>>;
}

/** For each rule with a convention, the replies that it applied to. */
export type AppliedRules = ReadonlyMap<Rule, Applied>;
