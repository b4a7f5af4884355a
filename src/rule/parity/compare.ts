import type { LanguageVariant } from './variant.js';

/** What one variant has and another one of the same reply has not. */
export interface Loss {
  readonly kind: 'placeholder' | 'link' | 'number';
  /** What only the first one has, and what only the second one has. */
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

/** Twelve hours are between two ways of telling the time. */
const HALF_DAY = 12;

/**
 * What a variant lost, or added, against the one that it was translated from.
 * @param isKept true if a page has this address in the language of the variant, or in the language of the source
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
  // A page with another address in another language is still that page, unless its address is known there.
  const isOther = links.lost.some((link) => isKept(link, true)) || links.added.some((link) => isKept(link, false));
  if (isOther || links.lost.length !== links.added.length) losses.push({ kind: 'link', ...links });
  const numbers = { lost: without(source.numbers, variant.numbers), added: without(variant.numbers, source.numbers) };
  // A number in letters cannot be compared; one number for another can.
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
