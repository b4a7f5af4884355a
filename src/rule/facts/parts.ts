import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { WordRange } from '../reading.js';
import type { WordSenses } from './scope.js';

/** Matches punctuation at which a part of a sentence ends. Punctuation between two numbers does not end a part. */
const END = /[,;:()]|\s[-–—]\s/;

/** A part of a sentence. */
export interface Part extends WordRange {
  /** True if the part is a condition for the others, as in “if you paid by check”. */
  readonly isConditional: boolean;
}

/** Returns the parts of a sentence. They end at punctuation, and before words such as “once” and “if”. */
export function partsOf(
  { rendering: { words, text } }: DigestReading,
  { parts, conditionals }: WordSenses,
  { from, to }: Sentence,
): readonly Part[] {
  // “Do not worry if it takes longer” is not a condition.
  const isConditional = (at: number) => conditionals.has(at) && !parts.has(at);
  const found: Part[] = [];
  let start = from;
  for (let at = from + 1; at < to; at += 1) {
    if (!parts.has(at) && !conditionals.has(at) && !isEnd(at)) continue;
    found.push({ from: start, to: at, isConditional: isConditional(start) });
    start = at;
  }
  found.push({ from: start, to, isConditional: isConditional(start) });
  return found;

  /** Returns true if a part ends before a word. */
  function isEnd(at: number): boolean {
    const before = words[at - 1];
    const word = words[at];
    if (!before || !word) return false;
    // Nearly all words are a blank apart.
    if (word.start === before.end + 1 && text.charCodeAt(before.end) === BLANK) return false;
    if (before.kind === 'number' && word.kind === 'number') return false;
    return END.test(text.slice(before.end, word.start));
  }
}

const BLANK = 0x20;
