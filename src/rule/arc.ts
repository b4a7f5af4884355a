import { SEGMENTS } from '../model/reply.js';
import type { Rule } from './rule.js';

/** Rules in the order of the service arc, requirements before things to avoid; otherwise in the given order. */
export function alongTheArc(rules: readonly Rule[]): readonly Rule[] {
  const place = ({ segment, kind }: Rule) => 2 * SEGMENTS.indexOf(segment) + (kind === 'presence' ? 0 : 1);
  return [...rules].sort((one, other) => place(one) - place(other));
}
