import type { Rendering, Word } from '../../model/rendering.js';
import { isInPart } from '../parts.js';
import type { Reading } from '../rule.js';
import { withFallback } from './fallback.js';

interface FallbackProblem {
  readonly does: string;
  readonly instead: string;
}

/**
 * Returns the problem that occurs if a customer’s name is missing: a fallback in the group `nobody`, or a greeting
 * without a fallback.
 * @param fallback the word to suggest
 */
export function fallbackProblem(word: Word, reading: Reading, fallback: string): FallbackProblem | undefined {
  const { rendering } = reading;
  const { placeholder } = word;
  if (!placeholder || word.code || placeholder.role !== 'customer-name') return undefined;
  if (placeholder.fallback !== undefined) return poor(placeholder.fallback, reading);
  return isInPart(rendering, 'opening', word.sentence) && !isAskedFor(word, rendering)
    ? missing(withFallback(placeholder, rendering.reply, fallback))
    : undefined;
}

function poor(written: string, reading: Reading): FallbackProblem | undefined {
  const fallback = written.trim();
  const instead = 'Use a fallback that addresses a person, such as “there”';
  if (fallback === '') return { does: 'leaves a gap if the name is missing', instead };
  const isDemeaning = reading.of(fallback).matches('nobody').length > 0;
  return isDemeaning ? { does: `addresses a customer whose name is missing as “${fallback}”`, instead } : undefined;
}

function missing(better: string | undefined): FallbackProblem | undefined {
  return better === undefined
    ? undefined
    : { does: 'has no fallback if the customer’s name is missing', instead: `Write ${better}` };
}

/** Returns true if the template tests the name before using it: `{% if user.name %}`. */
function isAskedFor({ placeholder }: Word, { conditions }: Rendering): boolean {
  return conditions.some(
    ({ subject }) => subject !== '' && placeholder?.text.includes(subject.split(' ')[0] ?? subject),
  );
}
