import type { Span } from '../../model/span.js';
import type { Answered } from './facts.js';

/** A combination of choices, one for every conditional. */
export interface Choice {
  readonly conditions: readonly Answered[];
  /** The spans of the body to leave out. */
  readonly dropped: readonly Span[];
  /** The branch that is shown on its own. Absent if the choice shows a whole text. */
  readonly only?: Span;
}
