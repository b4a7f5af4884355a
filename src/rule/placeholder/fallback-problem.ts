import type { Rendering, Word } from '../../model/rendering.js';
import { sentencesOf } from '../parts.js';
import type { Reading } from '../rule.js';
import { withFallback } from './fallback.js';

interface FallbackProblem {
  readonly does: string;
  readonly instead: string;
}

/**
 * The problem if a customer’s name is missing: a fallback in the group `nobody`, or none in the greeting.
 * @param fallback the word to suggest
 */
export function fallbackProblem(word: Word, reading: Reading, fallback: string): FallbackProblem | undefined {
  const { rendering } = reading;
  const { placeholder } = word;
  if (!placeholder || word.code || placeholder.role !== 'customer-name') return undefined;
  if (placeholder.fallback !== undefined) return poor(placeholder.fallback, reading);
  const isOpening = sentencesOf(rendering, 'opening').some(
    (sentence) => sentence === rendering.sentences[word.sentence],
  );
  return isOpening && !isAskedFor(word, rendering)
    ? missing(withFallback(placeholder, rendering.reply, fallback))
    : undefined;
}

function poor(written: string, reading: Reading): FallbackProblem | undefined {
  const fallback = written.trim();
  const instead = 'Write a fallback that greets a person, such as “there”';
  if (fallback === '') return { does: 'leaves a gap if the name is missing', instead };
  const isDemeaning = reading.of(fallback).matches('nobody').length > 0;
  return isDemeaning ? { does: `calls a customer without a name “${fallback}”`, instead } : undefined;
}

function missing(better: string | undefined): FallbackProblem | undefined {
  return better === undefined
    ? undefined
    : { does: 'has no fallback for a customer without a name', instead: `Write ${better}` };
}

/** True if the template tests the name before using it: `{% if user.name %}`. */
function isAskedFor({ placeholder }: Word, { conditions }: Rendering): boolean {
  return conditions.some(
    ({ subject }) => subject !== '' && placeholder?.text.includes(subject.split(' ')[0] ?? subject),
  );
}
