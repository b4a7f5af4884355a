import { SEGMENTS } from '../model/reply.js';
import type { Rule } from './rule.js';

/** Rules in the order of the service arc, what a reply owes before what it avoids; within that as they come. */
export function alongTheArc(rules: readonly Rule[]): readonly Rule[] {
  const place = ({ segment, kind }: Rule) => 2 * SEGMENTS.indexOf(segment) + (kind === 'presence' ? 0 : 1);
  return [...rules].sort((one, other) => place(one) - place(other));
}
