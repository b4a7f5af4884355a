import type { Comparison } from './scorecard.js';

/** A score in words: `83 of 100`. */
export function scoreInWords(score: number | null): string {
  return score === null ? 'no score' : `${score} of 100`;
}

/** A change in a figure: `▲ 3`, `▼ 2`, `±0`. The sign shows the direction, not whether that is good. */
export function arrow(before: number, now: number): string {
  if (now === before) return '±0';
  return now > before ? `▲ ${now - before}` : `▼ ${before - now}`;
}

/** The number of replies with findings from a rule before. */
export function repliesBefore({ rules }: Comparison, rule: string): number {
  return rules.find((trend) => trend.rule === rule)?.before ?? 0;
}

/** How good a score is: the bands that the page colors. */
export function bandOf(score: number | null): 'good' | 'fair' | 'poor' | 'none' {
  if (score === null) return 'none';
  return score >= 90 ? 'good' : score >= 75 ? 'fair' : 'poor';
}
