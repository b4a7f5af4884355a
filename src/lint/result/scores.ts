import type { LintMessage } from '../../model/finding.js';
import type { Segment } from '../../model/reply.js';
import type { Scores } from '../../model/reply-record.js';
import type { Rule } from '../../rule/rule.js';

/**
 * The number of rules that applied to a reply in each segment. Rules that require something are counted separately from
 * rules that look for something to avoid.
 */
export type Asked = Readonly<Partial<Record<Segment, { readonly required: number; readonly avoided: number }>>>;

/** The part of a finding that the score of a segment depends on. */
export type Scored = Pick<LintMessage, 'ruleId' | 'severity' | 'segment' | 'when' | 'words'>;

/** The weights of the segments, which add up to 100. Other segments have no score. */
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

/** Parts that many replies rightly omit. If a greeting is not required, its absence must not affect the score. */
const OPTIONAL: ReadonlySet<string> = new Set(['greeting', 'determining', 'concluding', 'future']);
/** The points that a rule subtracts from the 100 points of its segment. */
const OFF = { error: 100, missing: 60, warning: 30 } as const;

/** Minimum basis of a meaningful score. Below it, too little was required. */
export const SMALL_BASIS = 60;

/**
 * Computes the scores of a reply. Each segment starts at 100. Each rule with findings subtracts points once: 100 for an
 * error, 60 for a warning about something missing, 30 for any other warning, and half of that if the finding applies to
 * only some of the reply’s texts. A segment without requirements has no score and is ignored. An optional part is
 * scored only if it has findings.
 * @param asked the rules that applied, without those that have no phrases for the language
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

/** Returns the points that the findings subtract, by segment. */
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
