import type { Segment } from '../../model/reply.js';
import type { Scores } from '../../model/reply-record.js';
import type { Rule } from '../../rule/rule.js';

/**
 * By segment, the share of the rules applied to a reply that found nothing in it.
 * @param asked the rules that applied to the reply
 * @param found rule ids of its findings
 */
export function scoresOf(asked: readonly Pick<Rule, 'id' | 'segment'>[], found: readonly string[]): Scores {
  const broken = new Set(found);
  const counts = new Map<Segment, { asked: number; kept: number }>();
  for (const { id, segment } of asked) {
    const count = counts.get(segment) ?? { asked: 0, kept: 0 };
    counts.set(segment, { asked: count.asked + 1, kept: count.kept + (broken.has(id) ? 0 : 1) });
  }
  return Object.fromEntries([...counts].map(([segment, { asked, kept }]) => [segment, kept / asked]));
}
