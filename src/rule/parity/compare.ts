import type { LanguageVariant } from './variant.js';

/** What one variant of a reply contains and another one lacks. */
export interface Loss {
  readonly kind: 'placeholder' | 'link' | 'number';
  /** The values that only the first variant contains, and those that only the second one contains. */
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

/** The difference in hours between the 12-hour and the 24-hour clock. */
const HALF_DAY = 12;

/**
 * Returns what a variant lost or added compared with the variant that it was translated from.
 * @param isKept returns true if a page is known to have the given address in the language of the variant, or else in
 * the language of the source
 */
export function lossesBetween(
  source: LanguageVariant,
  variant: LanguageVariant,
  isKept: (link: string, inVariant: boolean) => boolean = () => false,
): readonly Loss[] {
  const losses: Loss[] = [];
  const placeholders = {
    lost: without(source.placeholders, variant.placeholders),
    added: without(variant.placeholders, source.placeholders),
  };
  if (placeholders.lost.length + placeholders.added.length > 0) losses.push({ kind: 'placeholder', ...placeholders });
  const links = { lost: without(source.links, variant.links), added: without(variant.links, source.links) };
  // A replaced link is assumed to lead to the same page under its address in the other language, unless the original
  // address is known to be used in that language.
  const isOther = links.lost.some((link) => isKept(link, true)) || links.added.some((link) => isKept(link, false));
  if (isOther || links.lost.length !== links.added.length) losses.push({ kind: 'link', ...links });
  const numbers = { lost: without(source.numbers, variant.numbers), added: without(variant.numbers, source.numbers) };
  // A missing number may be written in letters, so only a number that was replaced by another one is reported.
  if (numbers.lost.length === 1 && numbers.added.length === 1 && !isOneTime(numbers.lost[0], numbers.added[0]))
    losses.push({ kind: 'number', ...numbers });
  return losses;
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((one) => !others.includes(one));
}

function isOneTime(one = '', other = ''): boolean {
  return Math.abs(Number(one) - Number(other)) === HALF_DAY;
}
