import type { Form } from '../../model/reply.js';

/** Maximum number of reasons to list. */
const MOST = 3;

/** Returns the strongest reasons in words, ordered by weight. */
export function heaviestOf(reasons: readonly { readonly weight: number; readonly reason: string }[]): string {
  const sorted = [...reasons].sort((a, b) => b.weight - a.weight).map(({ reason }) => reason);
  return [...new Set(sorted)].slice(0, MOST).join(', ');
}

/** A decision with its reason. The reason is worded so that it can follow a colon. */
export interface Because<T> {
  readonly value: T;
  readonly reason: string;
}

/** A decision whose reason is put into words when somebody asks for it. */
export interface LateBecause<T> {
  readonly value: T;
  readonly reason: () => string;
}

/** A form with its reason. */
export interface FormBecause extends Because<Form> {
  /** True if only its length suggests that the reply is a whole message. */
  readonly isBare?: true;
}
