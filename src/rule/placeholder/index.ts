import type { Finding } from '../../model/finding.js';
import type { Rendering } from '../../model/rendering.js';
import { shown } from '../define.js';
import { braces } from './braces.js';
import { problemInPlace } from './place.js';
import { pathOf, problemOf } from './written.js';

/**
 * Yields the placeholders of a rendering that no help desk reads as intended, because of their syntax or because the
 * help desk’s catalog does not contain their name. Also yields braces that do not form a placeholder.
 * @param known existing paths that look like a typo
 */
export function* misreadPlaceholders(rendering: Rendering, known: readonly string[]): Generator<Finding> {
  const { words, reply } = rendering;
  // The words are filtered first because few of them are placeholders, and `filter` skips the others faster than an
  // iterator.
  for (const word of words.filter((one) => one.placeholder)) {
    const { placeholder } = word;
    if (!placeholder || word.code || known.includes(pathOf(placeholder.text))) continue;
    const problem = problemOf(placeholder.text, reply) ?? problemInPlace(placeholder, word, rendering);
    if (problem) yield { span: word, ...problem, message: `“${shown(placeholder.text)}” ${problem.message}` };
  }
  yield* braces(rendering);
}
