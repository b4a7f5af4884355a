import type { AnyValues } from '../../rule/options.js';
import type { Rule } from '../../rule/rule.js';

/** A rule with its options. */
export interface RuleInUse {
  readonly rule: Rule;
  readonly values: AnyValues;
}
