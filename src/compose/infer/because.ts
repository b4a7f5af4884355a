import type { Form } from '../../model/reply.js';

/** The maximum number of reasons to give. */
const MOST = 3;

/** The reasons in order of weight, in words. */
export function heaviestOf(reasons: readonly { readonly weight: number; readonly reason: string }[]): string {
  const sorted = [...reasons].sort((a, b) => b.weight - a.weight).map(({ reason }) => reason);
  return [...new Set(sorted)].slice(0, MOST).join(', ');
}

/** A decision with its reason, in words that can follow a colon. */
export interface Because<T> {
  readonly value: T;
  readonly reason: string;
}

/** A form with its reason. */
export interface FormBecause extends Because<Form> {
  /** True if nothing but its length makes it a whole message. */
  readonly isBare?: true;
}
