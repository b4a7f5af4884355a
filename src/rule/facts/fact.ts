import type { Place } from '../library-steps.js';

/** What is stated: a number with its unit, opening hours, a phone number, an address. */
export const FACT_KINDS = ['quantities', 'hours', 'phones', 'addresses', 'mailboxes', 'links', 'names'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A statement that other replies of the library can contradict. Plain data. */
export interface Fact {
  readonly kind: FactKind;
  /** What it is about, and under which conditions. Facts with another one do not contradict it. */
  readonly about: string;
  /** What it says of that. Equal for all ways of writing it. */
  readonly value: string;
  readonly place: Place;
}
