import type { Rule } from '../../rule/rule.js';

const STAMPS = new WeakMap<object, string>();

/**
 * Returns a value that identifies the phrases in a rule's code, so that a pack built from other phrases is not used.
 */
export function stampOf(phrases: Exclude<Rule['phrases'], string>): string {
  const known = STAMPS.get(phrases);
  if (known !== undefined) return known;
  const text = JSON.stringify(phrases);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  const made = `${text.length} ${hash >>> 0}`;
  STAMPS.set(phrases, made);
  return made;
}
