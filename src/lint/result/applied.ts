import type { Rule } from '../../rule/rule.js';

/** How many replies a rule applied to, and how many of them fail its requirement without a finding. */
export interface Applied {
  readonly replies: number;
  readonly unsaid: number;
  /** From which percentage on a lack is common, by the settings of the first reply with a finding. */
  readonly commonFrom?: number;
  /** Reply id → the same of those whose settings say otherwise. */
  readonly others?: Readonly<Record<string, number>>;
}

/** For each rule with a convention, the replies it applied to. */
export type AppliedRules = ReadonlyMap<Rule, Applied>;
