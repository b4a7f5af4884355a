import { shiftedBy } from '../../model/offset-map.js';
import { readJson } from '../container/json.js';
import { textOf } from '../container/value.js';
import type { CatalogEntry, CatalogProblem } from './entry.js';

/**
 * Reads the messages of a Flutter Application Resource Bundle, which is JSON in which keys that start with `@` describe
 * other keys.
 */
export function* readArb(text: string): Generator<CatalogEntry | CatalogProblem> {
  const { value, error } = readJson(text, shiftedBy(0), '');
  if (error) {
    yield { offset: error.offset, message: `Not JSON: ${error.message}` };
    return;
  }
  const locale = textOf(value, '@@locale');
  for (const [key, member] of value.members()) {
    const decoded = key.startsWith('@') ? undefined : member.text();
    if (decoded) yield { key, text: decoded, start: member.span.start, locale };
  }
}
