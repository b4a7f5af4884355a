import type { Place } from '../library-steps.js';

/**
 * What is stated: an amount with its unit, opening hours, a phone number, how an e-mail address is written, which e-mail
 * address to write to, how a link is written, where a page is, how a name is written.
 */
export const FACT_KINDS = [
  'quantities',
  'hours',
  'phones',
  'addresses',
  'mailboxes',
  'links',
  'pages',
  'names',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** The groups of phrases that tell facts from other words. */
export const FACT_GROUPS = [
  ...['unit', 'clock', 'number', 'single', 'subject', 'condition', 'usual', 'home'],
  ...['case', 'role', 'window', 'topic', 'since', 'channel', 'day', 'desk'],
];

/** A statement that other replies of the library can contradict. Plain data. */
export interface Fact {
  readonly kind: FactKind;
  /** What it is about, and under which conditions. Facts with another one do not contradict it. */
  readonly about: string;
  /** What it says of that. Equal for all ways of writing it. */
  readonly value: string;
  readonly place: Place;
}

/** A fact as a digest keeps it: a list is half as long. There are many. */
export type PackedFact = readonly [
  kind: FactKind,
  about: string,
  value: string,
  start: number,
  end: number,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  words: string,
];

export function packedFact({ kind, about, value, place }: Fact): PackedFact {
  const { start, end, line, column, endLine, endColumn, words } = place;
  return [kind, about, value, start, end, line, column, endLine, endColumn, words === value ? '' : words];
}

/** The place of a fact. */
export function placeOf([, , value, start, end, line, column, endLine, endColumn, words]: PackedFact): Place {
  return { start, end, line, column, endLine, endColumn, words: words === '' ? value : words };
}
