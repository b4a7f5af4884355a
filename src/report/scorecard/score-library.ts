import { SMALL_BASIS } from '../../lint/index.js';
import type { LintResult } from '../../model/finding.js';
import { SEGMENTS, type Segment } from '../../model/reply.js';
import type { RuleInfo } from '../reporter.js';
import { plural } from '../totals.js';
import { whereToBegin } from './begin.js';
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

/** What a scorecard needs to know about a run besides its results. */
export interface ScoredRun {
  /** The version of replylint. */
  readonly version: string;
  /** The date of the run, in the form `2026-12-31`. */
  readonly date: string;
  /** The folder that paths are shown relative to. */
  readonly cwd: string;
  readonly rulesMeta: Readonly<Record<string, RuleInfo>>;
  /** The notices of the run, which say what it could not check. */
  readonly notices: readonly string[];
}

/** Computes the scorecard of a run. @param results results that include the records of their replies */
export function scoreLibrary(results: Iterable<LintResult>, run: ScoredRun): Scorecard {
  const segmentOf = (rule: string) => run.rulesMeta[rule]?.docs.segment;
  const replies: ReplyRow[] = [];
  const library: LibraryRow[] = [];
  const asked = new Map<string, number>();
  const gains = new Map<string, number>();
  for (const result of results) {
    for (const rule of (result.replies ?? []).flatMap((reply) => reply.asked))
      asked.set(rule, (asked.get(rule) ?? 0) + 1);
    const rows = rowsOf(result, segmentOf, run.cwd);
    for (const row of rows.replies) replies.push(row);
    library.push(...rows.library);
    for (const [rule, points] of rows.gains) gains.set(rule, (gains.get(rule) ?? 0) + points);
  }
  const rules = rulesOf(replies, { asked, gains, meta: run.rulesMeta });
  const found = new Set([...rules, ...library].map(({ rule }) => rule));
  const summary = summaryOf(replies);
  return {
    replylintReport: SHAPE,
    version: run.version,
    date: run.date,
    summary,
    segments: segmentsOf(replies),
    rules,
    quietRules: [...asked.keys()].filter((rule) => !found.has(rule)).sort(),
    begin: whereToBegin(replies),
    library,
    notKnown: [...notKnown(summary, replies), ...run.notices],
    replies,
  };
}

function summaryOf(replies: readonly ReplyRow[]): Summary {
  const scored = replies.filter(({ score }) => score !== null);
  const scores = scored.map(({ score }) => score ?? 0).sort((a, b) => a - b);
  const weight = scored.reduce((sum, { basis }) => sum + basis, 0);
  const points = scored.reduce((sum, { score, basis }) => sum + (score ?? 0) * basis, 0);
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
    score: weight === 0 ? null : Math.round(points / weight),
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

function segmentsOf(replies: readonly ReplyRow[]): readonly SegmentRow[] {
  return SEGMENTS.flatMap((segment): SegmentRow[] => {
    const asked = replies.filter(({ segments }) => segments[segment] !== undefined);
    if (asked.length === 0) return [];
    const sum = asked.reduce((total, { segments }) => total + (segments[segment] ?? 0), 0);
    const clean = asked.filter(({ findings }) => !findings.some((finding) => finding.segment === segment)).length;
    return [{ segment, score: Math.round(sum / asked.length), replies: asked.length, clean }];
  });
}

interface RuleFacts {
  /** For each rule, the number of replies that it applied to. */
  readonly asked: ReadonlyMap<string, number>;
  /**
   * For each rule, the points that all replies would gain without its findings, weighted by the basis of each reply.
   */
  readonly gains: ReadonlyMap<string, number>;
  readonly meta: ScoredRun['rulesMeta'];
}

function rulesOf(replies: readonly ReplyRow[], { asked, gains, meta }: RuleFacts): readonly RuleRow[] {
  const basis = replies.reduce((sum, reply) => sum + reply.basis, 0);
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
      const gain = basis === 0 ? 0 : Math.round(((gains.get(rule) ?? 0) * 10) / basis) / 10;
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

/** Yields sentences that say what the scores do not cover about the replies themselves. */
function* notKnown(summary: Summary, replies: readonly ReplyRow[]): Generator<string> {
  const { littleAsked, notChecked } = summary;
  if (notChecked > 0)
    yield `${plural(notChecked, 'reply', 'replies')} could not be checked and ${notChecked === 1 ? 'has' : 'have'} no score`;
  const unasked = replies.filter(({ score, form }) => score === null && form !== undefined).length;
  if (unasked > 0) yield `${plural(unasked, 'reply', 'replies')} had too few requirements for a score`;
  if (littleAsked > 0)
    yield `${plural(littleAsked, 'reply', 'replies')} had few requirements: chat messages and fragments need no greeting or closing line, so their scores mean little`;
  const languages = new Set(
    replies.flatMap(({ locale }) => (locale === undefined ? [] : [locale.split('-')[0] ?? ''])),
  );
  if (languages.size > 1)
    yield 'scores in different languages cannot be compared: the rules have more phrases for some languages than for others';
}
