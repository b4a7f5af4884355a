import type { AnyValues } from '../../rule/options.js';
import type { Rule } from '../../rule/rule.js';

/** A rule and the options that it runs with. */
export interface RuleInUse {
  readonly rule: Rule;
  readonly values: AnyValues;
}
