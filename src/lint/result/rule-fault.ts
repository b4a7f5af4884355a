import type { Rendering } from '../../model/rendering.js';
import type { Rule } from '../../rule/rule.js';

/** A rule that threw an error, or returned something other than findings. */
export interface RuleFault {
  readonly rule: Rule;
  readonly rendering: Rendering;
  /** The value that was thrown. */
  readonly error: unknown;
}

/** Describes a fault, such as `acme/x failed: no such table`. */
export function faultInWords({ rule, error }: Pick<RuleFault, 'rule' | 'error'>): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `${rule.id} failed${reason === '' ? '' : `: ${reason}`}`;
}
