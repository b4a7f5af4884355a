import type { ActiveRule } from '../../config/index.js';
import type { Finding } from '../../model/finding.js';
import type { Rendering } from '../../model/rendering.js';
import type { Reading } from '../../rule/reading.js';
import type { RuleFault } from '../result/rule-fault.js';

/**
 * The findings of a rule in a rendering. If the rule fails, it contains the findings up to that point, and the fault.
 */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly fault?: RuleFault;
}

const NOTHING: Checked = { findings: [] };

/** Runs a rule on what it reads. Never throws, because a failing rule must not hide the findings of others. */
export function checkRendering({ rule, values }: ActiveRule, reading: Reading): Checked {
  const { rendering } = reading;
  let findings: Finding[] | undefined;
  try {
    for (const finding of rule.check(reading, values)) {
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
