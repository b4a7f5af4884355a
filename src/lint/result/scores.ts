import type { LintMessage } from '../../model/finding.js';
import type { Segment } from '../../model/reply.js';
import type { Scores } from '../../model/reply-record.js';
import type { Rule } from '../../rule/rule.js';

/**
 * The number of rules that applied to a reply, by segment: rules that require something, and rules that look for
 * something to avoid.
 */
export type Asked = Readonly<Partial<Record<Segment, { readonly required: number; readonly avoided: number }>>>;

/** What the score of a segment needs to know about a finding. */
export type Scored = Pick<LintMessage, 'ruleId' | 'severity' | 'segment' | 'when' | 'words'>;

/** The weight of each segment. The sum is 100. Other segments have no score. */
const WEIGHTS: Readonly<Partial<Record<string, number>>> = {
  greeting: 10,
  determining: 10,
  responding: 20,
  concluding: 15,
  future: 10,
  respect: 10,
  personal: 10,
  clarity: 5,
  hygiene: 10,
};

/** Parts that many replies rightly leave out: a greeting that is not required cannot be criticized. */
const OPTIONAL: ReadonlySet<string> = new Set(['greeting', 'determining', 'concluding', 'future']);
/** The points that a rule takes off the 100 points of its segment. */
const OFF = { error: 100, missing: 60, warning: 30 } as const;

/** Below this basis, a score means little, because little was required. */
export const SMALL_BASIS = 60;

/**
 * The scores of a reply. A segment starts at 100. Each rule with findings takes points off, once: all 100 for an
 * error, 60 for a warning about something missing, 30 for any other, and half of that if it applies to only some of
 * the reply’s texts. A segment without requirements has no score, and counts for nothing. An optional part is scored
 * only if it has findings.
 * @param asked the rules that applied; those without phrases for the language did not
 * @param found the findings of the reply
 */
export function scoresOf(asked: Asked, found: readonly Scored[]): Scores {
  const off = pointsOff(found);
  const segments: Partial<Record<Segment, number>> = {};
  let basis = 0;
  let sum = 0;
  for (const [name, weight = 0] of Object.entries(WEIGHTS)) {
    const segment = name as Segment;
    const lost = off.get(segment);
    if (lost === undefined && !isScored(segment, asked)) continue;
    const score = Math.round(Math.max(0, 100 - (lost ?? 0)));
    segments[segment] = score;
    basis += weight;
    sum += score * weight;
  }
  return { total: basis === 0 ? null : Math.round(sum / basis), basis, segments };
}

function isScored(segment: Segment, asked: Asked): boolean {
  const { required = 0, avoided = 0 } = asked[segment] ?? {};
  return required > 0 || (avoided > 0 && !OPTIONAL.has(segment));
}

/** Segment → the points that its findings take off. */
function pointsOff(found: readonly Scored[]): ReadonlyMap<Segment, number> {
  const byRule = new Map<string, { readonly segment: Segment; readonly points: number }>();
  for (const { ruleId, severity, segment, when, words } of found) {
    if (ruleId === null || segment === undefined) continue;
    const whole = severity === 2 ? OFF.error : words === '' ? OFF.missing : OFF.warning;
    const points = when === undefined ? whole : whole / 2;
    const known = byRule.get(ruleId);
    if (!known || known.points < points) byRule.set(ruleId, { segment, points });
  }
  const bySegment = new Map<Segment, number>();
  for (const { segment, points } of byRule.values()) bySegment.set(segment, (bySegment.get(segment) ?? 0) + points);
  return bySegment;
}

/** Counts the rules that applied, by segment. */
export function askedOf(rules: Iterable<Pick<Rule, 'segment' | 'kind'>>): Asked {
  const asked: Partial<Record<Segment, { required: number; avoided: number }>> = {};
  for (const { segment, kind } of rules) {
    const counts = asked[segment] ?? { required: 0, avoided: 0 };
    counts[kind === 'presence' ? 'required' : 'avoided'] += 1;
    asked[segment] = counts;
  }
  return asked;
}
