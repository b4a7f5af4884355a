import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { WordRange } from '../reading.js';

/** Where a part of a sentence ends: at punctuation, but not between two numbers, nor at a hyphen. */
const END = /[,;:()]|\s[-–—]\s/;

/** The name that the rule's phrases give to words that begin a condition. */
const CONDITIONAL = 'condition';

/** A part of a sentence. */
export interface Part extends WordRange {
  /** True if it says when the rest holds: “if you paid by check”. */
  readonly isConditional: boolean;
}

/** The parts that a sentence consists of: they end at punctuation, and begin at words of the group `part`. */
export function partsOf(
  { rendering: { words, text }, matches }: Pick<DigestReading, 'rendering' | 'matches'>,
  { from, to }: Sentence,
): readonly Part[] {
  const begins = new Map(matches('part').map(({ from: at, entry }) => [at, entry.instead]));
  const isConditional = (at: number) => begins.get(at) === CONDITIONAL;
  const parts: Part[] = [];
  let start = from;
  for (let at = from + 1; at < to; at += 1) {
    const [before, word] = [words[at - 1], words[at]];
    if (!before || !word) continue;
    const isRange = before.kind === 'number' && word.kind === 'number';
    if (!begins.has(at) && (isRange || !END.test(text.slice(before.end, word.start)))) continue;
    parts.push({ from: start, to: at, isConditional: isConditional(start) });
    start = at;
  }
  parts.push({ from: start, to, isConditional: isConditional(start) });
  return parts;
}
