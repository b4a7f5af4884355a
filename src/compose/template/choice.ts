import type { Span } from '../../model/span.js';
import type { Answered } from './facts.js';

/** One choice made at every conditional. */
export interface Choice {
  readonly conditions: readonly Answered[];
  /** The stretches of the body to leave out. */
  readonly dropped: readonly Span[];
  /** If the choice shows no whole text: the arm that it shows on its own. */
  readonly only?: Span;
}
