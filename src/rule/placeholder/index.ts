import type { Finding } from '../../model/finding.js';
import type { Rendering, Word } from '../../model/rendering.js';
import { shown } from '../define.js';
import { braces } from './braces.js';
import { problemInPlace } from './place.js';
import { knownProblem, pathOf } from './written.js';

/**
 * Yields the placeholders of a rendering that no help desk reads as intended, because of their syntax or because the
 * help desk’s catalog does not contain their name. Also yields braces that do not form a placeholder.
 * @param known existing paths that look like a typo
 */
export function* misreadPlaceholders(rendering: Rendering, known: readonly string[]): Generator<Finding> {
  const { words, reply, placeholders } = rendering;
  // Most words are not placeholders, and an index loop skips them faster than an iterator.
  for (let at = 0; at < words.length && placeholders.length > 0; at += 1) {
    const word = words[at] as Word;
    const { placeholder } = word;
    if (!placeholder || word.code || (known.length > 0 && known.includes(pathOf(placeholder.text)))) continue;
    const problem = knownProblem(placeholder.text, reply) ?? problemInPlace(placeholder, word, rendering);
    if (problem) yield { span: word, ...problem, message: `“${shown(placeholder.text)}” ${problem.message}` };
  }
  yield* braces(rendering);
}
