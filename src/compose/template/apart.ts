import { partitionPoint } from '../../model/partition-point.js';
import type { Span } from '../../model/span.js';
import type { Choice } from './choice.js';
import { Facts } from './facts.js';
import type { Conditional } from './tree.js';

/** Maximum number of conditions that are listed for a text, because no one would read more. */
const MOST_NAMED = 8;

/**
 * Returns the choice for a text that is assigned to a variable and read on its own, with the conditions for the
 * assignment.
 */
export function apartIn(conditionals: readonly Conditional[], only: Span): Choice {
  const facts = new Facts();
  let within = conditionals;
  for (let depth = 0; depth < MOST_NAMED; depth += 1) {
    const arms = around(within, only)?.arms ?? [];
    const arm = around(arms, only);
    if (!arm) break;
    const at = arms.indexOf(arm);
    if (arm.test) facts.assume(arm.test, true);
    else for (const { test } of arms.slice(Math.max(0, at - MOST_NAMED), at)) if (test) facts.assume(test, false);
    within = arm.children;
  }
  return { conditions: facts.conditions(), dropped: [], only };
}

/** Finds the span that contains a given one. The spans must be sorted and must not overlap. */
function around<T extends { readonly span: Span }>(items: readonly T[], { start, end }: Span): T | undefined {
  const item = items[partitionPoint(items.length, (at) => (items[at]?.span.start ?? 0) <= start) - 1];
  return item && end <= item.span.end ? item : undefined;
}
