import { roundedScore, SMALL_BASIS } from '../../lint/index.js';
import type { LintResult } from '../../model/finding.js';
import { SEGMENTS, type Segment } from '../../model/reply.js';
import { whereToBegin } from './begin.js';
import { meanOf, NO_POINTS, type Points, plus, pointsOfAll, riseBy } from './gain.js';
import { notKnown } from './not-known.js';
import { rowsOf } from './reply-rows.js';
import {
  type LibraryRow,
  type ReplyRow,
  type RuleRow,
  type Scorecard,
  type SegmentRow,
  SHAPE,
  type Summary,
} from './scorecard.js';
import type { ScoredRun } from './scored-run.js';

/**
 * Computes the scorecard of a run.
 * @param results results that include the records of their replies
 */
export function scoreLibrary(results: Iterable<LintResult>, run: ScoredRun): Scorecard {
  const segmentOf = (rule: string) => run.rulesMeta[rule]?.docs.segment;
  const replies: ReplyRow[] = [];
  const library: LibraryRow[] = [];
  const asked = new Map<string, number>();
  const gains = new Map<string, Points>();
  const resolved: Points[] = [];
  let internal = 0;
  for (const result of results) {
    for (const rule of (result.replies ?? []).flatMap((reply) => reply.asked))
      asked.set(rule, (asked.get(rule) ?? 0) + 1);
    const rows = rowsOf(result, segmentOf, run.cwd);
    for (const row of rows.replies) replies.push(row);
    library.push(...rows.library);
    internal += rows.internal;
    for (const change of rows.resolved) resolved.push(change);
    for (const [rule, change] of rows.gains) gains.set(rule, plus(gains.get(rule) ?? NO_POINTS, change));
  }
  const all = pointsOfAll(replies);
  const rules = rulesOf(replies, { asked, gains, all, meta: run.rulesMeta });
  const found = new Set([...rules, ...library].map(({ rule }) => rule));
  const isCompared = [...asked.keys()].some((rule) => segmentOf(rule) === 'library');
  const summary = { ...summaryOf(replies), internal };
  return {
    replylintReport: SHAPE,
    version: run.version,
    date: run.date,
    summary,
    segments: segmentsOf(replies, library, isCompared),
    rules,
    quietRules: [...asked.keys()].filter((rule) => !found.has(rule)).sort(),
    begin: whereToBegin(replies, resolved, all),
    library,
    notKnown: [...notKnown({ summary, replies, library }, run)],
    replies,
  };
}

function summaryOf(replies: readonly ReplyRow[]): Summary {
  const scored = replies.filter(({ score }) => score !== null);
  const scores = scored.map(({ score }) => score ?? 0).sort((a, b) => a - b);
  const mean = meanOf(pointsOfAll(replies));
  const count = (level: string) =>
    replies.reduce((sum, { findings }) => sum + findings.filter(({ severity }) => severity === level).length, 0);
  return {
    replies: replies.length,
    scored: scored.length,
    notChecked: replies.filter(({ form, reason }) => form === undefined && reason !== undefined).length,
    littleAsked: scored.filter(({ basis }) => basis < SMALL_BASIS).length,
    clean: scored.filter(({ findings }) => findings.length === 0).length,
    withErrors: replies.filter(({ findings }) => findings.some(({ severity }) => severity === 'error')).length,
    errors: count('error'),
    warnings: count('warning'),
    score: mean === null ? null : roundedScore(mean),
    median: quantile(scores, 0.5),
    lowestTenth: scores.length < FEWEST_FOR_TENTHS ? null : quantile(scores, 0.1),
  };
}

/** Minimum number of scored replies for the lowest tenth to be shown. A tenth of fewer replies is only one or two. */
const FEWEST_FOR_TENTHS = 30;

/**
 * Returns a quantile by the nearest-rank method: the lowest value that is greater than or equal to this share of the
 * values.
 */
function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

/**
 * Returns the mean scores by segment. A reply has a score for the segment `library` only if it has findings there, but
 * replies without such findings count as well, because they were compared with the others.
 * @param isCompared true if library rules applied to the replies
 */
function segmentsOf(
  replies: readonly ReplyRow[],
  library: readonly LibraryRow[],
  isCompared: boolean,
): readonly SegmentRow[] {
  return SEGMENTS.flatMap((segment): SegmentRow[] => {
    const isAsked = ({ segments, score }: ReplyRow) =>
      segments[segment] !== undefined || (segment === 'library' && isCompared && score !== null);
    const asked = replies.filter(isAsked);
    if (asked.length === 0) return [];
    const sum = asked.reduce((total, { segments }) => total + (segments[segment] ?? 100), 0);
    const clean = asked.filter(({ findings }) => !findings.some((finding) => finding.segment === segment)).length;
    const conventions = new Set(
      library.flatMap(({ rule, convention }) => (convention?.segment === segment ? [rule] : [])),
    );
    return [
      {
        segment,
        score: roundedScore(sum / asked.length),
        replies: asked.length,
        clean,
        ...(conventions.size > 0 && { conventions: [...conventions] }),
      },
    ];
  });
}

interface RuleFacts {
  /** For each rule, the number of replies that it applied to. */
  readonly asked: ReadonlyMap<string, number>;
  /** For each rule, what would change without its findings. */
  readonly gains: ReadonlyMap<string, Points>;
  /** The points of the library. */
  readonly all: Points;
  readonly meta: ScoredRun['rulesMeta'];
}

function rulesOf(replies: readonly ReplyRow[], { asked, gains, all, meta }: RuleFacts): readonly RuleRow[] {
  const rows = new Map<string, { segment?: Segment; replies: number; errors: number; warnings: number }>();
  for (const { findings } of replies) {
    for (const { rule, severity, segment } of findings) {
      const row = rows.get(rule) ?? { ...(segment && { segment }), replies: 0, errors: 0, warnings: 0 };
      row[severity === 'error' ? 'errors' : 'warnings'] += 1;
      rows.set(rule, row);
    }
    for (const rule of new Set(findings.map((finding) => finding.rule))) {
      const row = rows.get(rule);
      if (row) row.replies += 1;
    }
  }
  return [...rows]
    .map(([rule, { segment, ...counts }]) => {
      const applied = asked.get(rule);
      const gain = riseBy(gains.get(rule) ?? NO_POINTS, all);
      const asking = applied === undefined ? {} : { asked: applied };
      const principle = meta[rule]?.docs.description;
      return {
        rule,
        ...(segment && { segment }),
        ...(principle !== undefined && { principle }),
        ...asking,
        ...counts,
        gain,
      };
    })
    .sort((a, b) => b.gain - a.gain || b.replies - a.replies || (a.rule < b.rule ? -1 : 1));
}
