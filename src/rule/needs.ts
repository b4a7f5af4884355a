import type { Rendering } from '../model/rendering.js';
import type { Rule } from './rule.js';

/**
 * Something that a text must contain so that a rule can find anything in it. `phrase`: one of the rule’s own phrases,
 * even if its conditions are not met; `bracket`: an opening or closing brace, or an opening bracket or parenthesis;
 * `exclamation` and `question`: a mark; `capitals`: a capital letter next to another one, to a digit or to a sign.
 */
export type Need = 'phrase' | 'placeholder' | 'link' | 'bracket' | 'exclamation' | 'question' | 'capitals';

/** The check function is stored instead of the rule, so that a rule derived from another one can find more. */
const NEEDS = new WeakMap<Rule['check'], readonly Need[]>();

/** Records that a rule finds nothing in a text that contains none of these. */
export function setNeeds({ check }: Rule, needs: readonly Need[]): void {
  NEEDS.set(check, needs);
}

/** Returns what a text must contain at least one of. Undefined if the rule has to read every text. */
export function needsOf({ check }: Rule): readonly Need[] | undefined {
  return NEEDS.get(check);
}

/** Returns true if a text contains what a rule needs. May return true for texts in which the rule finds nothing. */
export function contains({ text, links, placeholders }: Rendering, need: Exclude<Need, 'phrase'>): boolean {
  switch (need) {
    case 'placeholder':
      return placeholders.length > 0;
    case 'link':
      return links.length > 0;
    default:
      return SIGNS[need].test(text);
  }
}

const SIGNS = {
  bracket: /[{}[(]/,
  exclamation: /[!！]/,
  question: /[?？]/,
  // Letters beyond ASCII may be capitals.
  capitals: /[A-Z][^a-z\s.,:;!?]|[^a-z\s.,:;!?][A-Z]|[\u00c0-\u1fff\u2c00-\uffff]{2}/,
};
