import type { Comparison } from './scorecard.js';

/** Formats a score as `83 of 100`. */
export function scoreInWords(score: number | null): string {
  return score === null ? 'no score' : `${score} of 100`;
}

/**
 * Formats a change as `▲ 3`, `▼ 2` or `±0`. The arrow shows the direction, not whether the change is an improvement.
 */
export function arrow(before: number, now: number): string {
  if (now === before) return '±0';
  return now > before ? `▲ ${now - before}` : `▼ ${before - now}`;
}

/** Returns the number of replies in the earlier scorecard that had findings from a rule. */
export function repliesBefore({ rules }: Comparison, rule: string): number {
  return rules.find((trend) => trend.rule === rule)?.before ?? 0;
}

/** Returns the band of a score, which decides its color on the page. */
export function bandOf(score: number | null): 'good' | 'fair' | 'poor' | 'none' {
  if (score === null) return 'none';
  return score >= 90 ? 'good' : score >= 75 ? 'fair' : 'poor';
}
