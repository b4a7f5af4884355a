import type { Span } from '../../model/span.js';
import type { Answered } from './facts.js';

/** One choice made at every conditional. */
export interface Choice {
  readonly conditions: readonly Answered[];
  /** The stretches of the body that are left out. */
  readonly dropped: readonly Span[];
  /** Of a choice that shows no whole text: the arm that is shown by itself. */
  readonly only?: Span;
}
