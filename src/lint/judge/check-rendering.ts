import type { ActiveRule } from '../../config/index.js';
import type { Finding } from '../../model/finding.js';
import type { Rendering } from '../../model/rendering.js';
import type { RuleFault } from '../result/rule-fault.js';
import type { Readings } from './readings.js';

/**
 * The findings of a rule in a rendering. If the rule fails, it contains the findings up to that point, and the fault.
 */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly fault?: RuleFault;
}

const NOTHING: Checked = { findings: [] };

/** Runs a rule on a rendering. Never throws, because a failing rule must not hide the findings of others. */
export function checkRendering(active: ActiveRule, rendering: Rendering, readings: Readings): Checked {
  const { rule, values } = active;
  let findings: Finding[] | undefined;
  try {
    for (const finding of rule.check(readings.of(active), values)) {
      checkFinding(finding, rendering);
      findings ??= [];
      findings.push(finding);
    }
    return findings ? { findings } : NOTHING;
  } catch (error) {
    return { findings: findings ?? [], fault: { rule, rendering, error } };
  }
}

/**
 * Checks that a finding can be reported, because plug-in rules may not be written in TypeScript.
 * @throws if it cannot
 */
function checkFinding(finding: Finding, { text }: Rendering): void {
  const { span, message } = finding;
  if (typeof message !== 'string') throw new Error('the rule returned a finding without a message');
  const { start, end } = span ?? {};
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length)
    throw new Error(`the rule returned a finding at ${start}–${end} in a text of ${text.length} characters`);
}
