import { stepsOf } from './begin.js';
import type { Change, Comparison, ReplyRow, Scorecard, Trend } from './scorecard.js';

/** Maximum number of worsened replies to list. */
const MOST = 3;

/** An earlier scorecard to compare with. */
export interface Earlier {
  readonly card: Scorecard;
  /** A file path or a commit. */
  readonly name: string;
  /** False for a commit, because its replies are checked with the date of the current run. */
  readonly isDated: boolean;
}

/** Compares a scorecard with an earlier one. */
export function compareWith(now: Scorecard, { card, name, isDated }: Earlier): Scorecard {
  const keyOf = keysOf([now.replies, card.replies]);
  const earlier = new Map(card.replies.map((reply) => [keyOf(reply), reply]));
  const kept = now.replies.filter((reply) => earlier.has(keyOf(reply)));
  const delta = (reply: ReplyRow) => (reply.score ?? 0) - (earlier.get(keyOf(reply))?.score ?? 0);
  const both = kept.filter((reply) => reply.score !== null && earlier.get(keyOf(reply))?.score != null);
  const compared: Comparison = {
    with: name,
    ...(isDated && { date: card.date }),
    summary: card.summary,
    segments: card.segments,
    rules: trendsOf(now, card),
    added: now.replies.length - kept.length,
    removed: card.replies.length - kept.length,
    better: both.filter((reply) => delta(reply) > 0).length,
    worse: both.filter((reply) => delta(reply) < 0).length,
    worst: worstOf(now.replies, (reply) => earlier.get(keyOf(reply))),
  };
  return { ...now, notKnown: [...now.notKnown, ...otherRules(now, card)], compared };
}

/** Returns the key that matches a reply in both reports: its id, plus its file if an export repeats ids. */
function keysOf(lists: readonly (readonly ReplyRow[])[]): (reply: ReplyRow) => string {
  const repeated = new Set<string>();
  for (const list of lists) {
    const seen = new Set<string>();
    for (const { id } of list) (seen.has(id) ? repeated : seen).add(id);
  }
  return ({ id, file }) => (repeated.has(id) ? `${id}\n${file}` : id);
}

function trendsOf(now: Scorecard, before: Scorecard): readonly Trend[] {
  const counts = (card: Scorecard) => new Map(card.rules.map(({ rule, replies }) => [rule, replies]));
  const [then, today] = [counts(before), counts(now)];
  return [...new Set([...today.keys(), ...then.keys()])].map((rule) => ({
    rule,
    before: then.get(rule) ?? 0,
    now: today.get(rule) ?? 0,
  }));
}

/**
 * Returns the replies whose scores dropped the most. A new reply with findings counts as dropping from a full score.
 */
function worstOf(
  replies: readonly ReplyRow[],
  earlierOf: (reply: ReplyRow) => ReplyRow | undefined,
): readonly Change[] {
  const changes = replies.flatMap((reply, index): (Change & { readonly lost: number })[] => {
    const earlier = earlierOf(reply);
    const { score } = reply;
    if (score === null) return [];
    const before = earlier ? earlier.score : null;
    if (earlier && before === null) return [];
    const lost = (before ?? 100) - score;
    if (lost <= 0) return [];
    const known = new Set(earlier?.findings.map(({ fingerprint }) => fingerprint));
    const found = stepsOf(reply.findings.filter(({ fingerprint }) => !known.has(fingerprint)));
    return found.length === 0 ? [] : [{ reply: index, before, now: score, found, lost }];
  });
  return changes
    .sort((a, b) => b.lost - a.lost || b.found.length - a.found.length || a.reply - b.reply)
    .slice(0, MOST)
    .map(({ lost: _, ...change }) => change);
}

/**
 * Lists how the two scorecards differ in version and rules, because scores from different rules are hard to compare.
 */
function otherRules(now: Scorecard, before: Scorecard): readonly string[] {
  const on = (card: Scorecard) => new Set([...card.quietRules, ...card.rules.map(({ rule }) => rule)]);
  const [then, today] = [on(before), on(now)];
  const added = [...today].filter((rule) => !then.has(rule));
  const removed = [...then].filter((rule) => !today.has(rule));
  return [
    ...(now.version === before.version ? [] : [`The earlier report was made by replylint ${before.version}.`]),
    ...(added.length > 0 ? [`Off in the earlier report: ${added.join(', ')}.`] : []),
    ...(removed.length > 0 ? [`On only in the earlier report: ${removed.join(', ')}.`] : []),
  ];
}
