import type { Rule } from '../../rule/rule.js';

/** How many replies a rule applied to, and how many of them fail its requirement without a finding. */
export interface Applied {
  readonly replies: number;
  readonly unsaid: number;
}

/** For each rule with a convention, the replies it applied to. */
export type AppliedRules = ReadonlyMap<Rule, Applied>;
