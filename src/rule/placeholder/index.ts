import type { Finding } from '../../model/finding.js';
import type { Rendering, Word } from '../../model/rendering.js';
import type { Reply } from '../../model/reply.js';
import { shown } from '../define.js';
import { braces } from './braces.js';
import type { Problem } from './known.js';
import { problemInPlace } from './place.js';
import { pathOf, problemOf } from './written.js';

/**
 * Yields the placeholders of a rendering that no help desk reads as intended, because of their syntax or because the
 * help desk’s catalog does not contain their name. Also yields braces that do not form a placeholder.
 * @param known existing paths that look like a typo
 */
export function* misreadPlaceholders(rendering: Rendering, known: readonly string[]): Generator<Finding> {
  const { words, reply, placeholders } = rendering;
  // Most words are no placeholders, so a loop over the indexes skips them faster than an iterator does.
  for (let at = 0; at < words.length && placeholders.length > 0; at += 1) {
    const word = words[at] as Word;
    const { placeholder } = word;
    if (!placeholder || word.code || (known.length > 0 && known.includes(pathOf(placeholder.text)))) continue;
    const problem = knownProblem(placeholder.text, reply) ?? problemInPlace(placeholder, word, rendering);
    if (problem) yield { span: word, ...problem, message: `“${shown(placeholder.text)}” ${problem.message}` };
  }
  yield* braces(rendering);
}

/** The problems of each placeholder in the syntax of each help desk, because replies repeat the same placeholders. */
const PROBLEMS = new WeakMap<object, Map<string, Problem | undefined>>();
const MOST_PROBLEMS = 2_000;

/** Returns the problem with the syntax of a placeholder. Undefined if there is none. */
function knownProblem(text: string, reply: Reply): Problem | undefined {
  // The texts that a reply can include decide which names exist.
  if (reply.included) return problemOf(text, reply);
  const syntax = reply.placeholders ?? reply.catalogues;
  let problems = PROBLEMS.get(syntax);
  if (!problems) {
    problems = new Map();
    PROBLEMS.set(syntax, problems);
  }
  const key = `${reply.helpdesk ?? ''} ${text}`;
  const problem = problems.get(key);
  if (problem !== undefined || problems.has(key)) return problem;
  if (problems.size >= MOST_PROBLEMS) problems.clear();
  const found = problemOf(text, reply);
  problems.set(key, found);
  return found;
}
