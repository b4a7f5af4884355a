import { plural } from '../totals.js';
import type { BeginRow, Comparison, Summary } from './scorecard.js';

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

/** Introduces the list of where to start. */
export const START =
  'Fix these replies first. Beside each name are the score of the reply and the points that the library’s score gains once its findings are resolved. Of replies with the same problems, only one is listed.';

/** Formats the points to gain with one decimal, such as `2.4` or `<0.1`. */
export function gainInWords(gain: number): string {
  if (gain > 0 && gain < 0.05) return '<0.1';
  return Math.max(0, gain).toFixed(1).replace('.0', '');
}

/** Says how much the score of the library would rise, such as `+0.3 to gain`. */
export function toGain(gain: number): string {
  const figure = gainInWords(gain);
  return `${figure.startsWith('<') ? '' : '+'}${figure} to gain`;
}

/** Counts the replies alike, and says what they would gain together. Empty if there are none. */
export function similarInWords({ alike, together = 0 }: BeginRow): string {
  if (alike.length === 0) return '';
  return `${plural(alike.length, 'similar reply', 'similar replies')}; together ${toGain(together)}`;
}

/** Returns the number of replies in the earlier scorecard that had findings from a rule. */
export function repliesBefore({ rules }: Comparison, rule: string): number {
  return rules.find((trend) => trend.rule === rule)?.before ?? 0;
}

/** Says what nine in ten replies score at least. Undefined if that says nothing. */
export function mostScore({ lowestTenth }: Summary): string | undefined {
  return lowestTenth === null || lowestTenth === 100 ? undefined : `nine in ten score ${lowestTenth} or more`;
}

/** Counts the errors and the replies with errors, such as `9 errors in 8 replies`, for the start of a sentence. */
export function errorsInWords({ errors, withErrors }: Summary): string {
  return errors === 0 ? 'No errors' : `${plural(errors, 'error')} in ${plural(withErrors, 'reply', 'replies')}`;
}

/** Lists names in a sentence, such as `a, b and c`. */
export function inList(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Returns the band of a score, which decides its color on the page. */
export function bandOf(score: number | null): 'good' | 'fair' | 'poor' | 'none' {
  if (score === null) return 'none';
  return score >= 90 ? 'good' : score >= 75 ? 'fair' : 'poor';
}
