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

/**
 * The weights of the segments. All but `library` add up to 100, because a reply has a score for `library` only if it
 * contradicts or repeats other replies or its own macro.
 */
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
  library: 15,
};

/** Segments without a score unless something is required or found. An optional greeting must not affect the score. */
const OPTIONAL: ReadonlySet<string> = new Set(['greeting', 'determining', 'concluding', 'future']);
/** The points that a rule subtracts from the 100 points of its segment. */
const OFF = { error: 100, missing: 60, warning: 30 } as const;

/** Minimum basis of a meaningful score. Below it, too little was required. */
export const SMALL_BASIS = 60;

/**
 * Computes the scores of a reply. Each segment starts at 100. Each rule with findings subtracts points once: 100 for an
 * error, 60 for a warning about something missing or about other replies, 30 for any other warning, and half of that if
 * the finding applies to only some of the reply’s texts. A segment without requirements has no score and is ignored. An
 * optional part is scored only if it has findings, and counts only if that lowers the total.
 * @param asked the rules that applied, without those that have no phrases for the language
 * @param found the findings of the reply
 */
export function scoresOf(asked: Asked, found: readonly Scored[]): Scores {
  const off = pointsOff(found);
  const segments: Partial<Record<Segment, number>> = {};
  const owed: Weighed[] = [];
  const extra: Weighed[] = [];
  for (const [name, weight = 0] of Object.entries(WEIGHTS)) {
    const segment = name as Segment;
    const isOwed = isScored(segment, asked);
    const lost = off.get(segment);
    if (lost === undefined && !isOwed) continue;
    const score = roundedScore(Math.max(0, 100 - (lost ?? 0)));
    segments[segment] = score;
    (isOwed ? owed : extra).push({ score, weight });
  }
  const basis = [...owed, ...extra].reduce((sum, { weight }) => sum + weight, 0);
  return { total: meanOf(owed, extra), basis: Math.min(100, basis), segments };
}

/** The score of a segment, and how much it counts. */
interface Weighed {
  readonly score: number;
  readonly weight: number;
}

/** Returns the weighted mean, with only those of the extra scores that lower it. Null if there are no scores. */
function meanOf(owed: readonly Weighed[], extra: readonly Weighed[]): number | null {
  let weights = owed.reduce((sum, { weight }) => sum + weight, 0);
  let points = owed.reduce((sum, { score, weight }) => sum + score * weight, 0);
  for (const { score, weight } of [...extra].sort((a, b) => a.score - b.score)) {
    if (weights > 0 && score * weights >= points) break;
    weights += weight;
    points += score * weight;
  }
  return weights === 0 ? null : roundedScore(points / weights);
}

/**
 * Rounds a score to a whole number. Only a score without deductions is rounded to 100, so that 100 always means that
 * nothing was deducted.
 */
export function roundedScore(score: number): number {
  return score < 100 ? Math.min(99, Math.round(score)) : 100;
}

function isScored(segment: Segment, asked: Asked): boolean {
  const { required = 0, avoided = 0 } = asked[segment] ?? {};
  return segment !== 'library' && (required > 0 || (avoided > 0 && !OPTIONAL.has(segment)));
}

/** Returns the points that the findings subtract, by segment. */
function pointsOff(found: readonly Scored[]): ReadonlyMap<Segment, number> {
  const byRule = new Map<string, { readonly segment: Segment; readonly points: number }>();
  for (const { ruleId, severity, segment, when, words } of found) {
    if (ruleId === null || segment === undefined) continue;
    const isGrave = words === '' || segment === 'library';
    const whole = severity === 2 ? OFF.error : isGrave ? OFF.missing : OFF.warning;
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
