import { SEGMENTS } from '../model/reply.js';
import type { Rule } from './rule.js';

/**
 * Sorts rules in the order of the service arc, with requirements before things to avoid. Otherwise, the given order is
 * kept.
 */
export function alongTheArc(rules: readonly Rule[]): readonly Rule[] {
  const place = ({ segment, kind }: Rule) => 2 * SEGMENTS.indexOf(segment) + (kind === 'presence' ? 0 : 1);
  return [...rules].sort((one, other) => place(one) - place(other));
}
