import type { Place } from '../library-steps.js';

/**
 * The kinds of statements: an amount with its unit, opening hours, the time until which something can be done, a phone
 * number, the spelling of an email address, the email address to write to, the spelling of a domain, the spelling of a
 * link, the location of a page, and the spelling of a name.
 */
export const FACT_KINDS = [
  'quantities',
  'hours',
  'deadlines',
  'phones',
  'addresses',
  'mailboxes',
  'domains',
  'links',
  'pages',
  'names',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** The phrase groups that are needed to recognize facts. */
export const FACT_GROUPS = [
  ...['unit', 'clock', 'number', 'single', 'subject', 'condition', 'usual', 'home'],
  ...['case', 'role', 'window', 'topic', 'since', 'channel', 'day', 'desk', 'care'],
];

/** A statement that other replies of the library can contradict, as plain data. */
export interface Fact {
  readonly kind: FactKind;
  /**
   * The subject of the statement and its conditions. Facts with different subjects or conditions do not contradict each
   * other.
   */
  readonly about: string;
  /** The normalized value of the statement, which is equal for all its spellings. */
  readonly value: string;
  readonly place: Place;
  /** The part of an address that is not compared, but that its reply contains: `www.`. */
  readonly prefix?: string;
}

/** A fact as stored in a digest. It is a list because there are many facts, and a list is half as long as an object. */
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
  prefix?: string,
];

export function packedFact({ kind, about, value, place, prefix }: Fact): PackedFact {
  const { start, end, line, column, endLine, endColumn, words } = place;
  const packed = [
    kind,
    about,
    value,
    start,
    end,
    line,
    column,
    endLine,
    endColumn,
    words === value ? '' : words,
  ] as const;
  return prefix === undefined ? packed : [...packed, prefix];
}

/** Returns the part of a fact’s address that is not compared. */
export function prefixOf(fact: PackedFact | undefined): string {
  return fact?.[10] ?? '';
}

/** Returns the place of a fact. */
export function placeOf([, , value, start, end, line, column, endLine, endColumn, words]: PackedFact): Place {
  return { start, end, line, column, endLine, endColumn, words: words === '' ? value : words };
}
