import type { Loose } from './hit.js';

const WITHOUT_SPACES = /[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]/g;

/** Returns the length of a text in words. In scripts without spaces, two characters count as one word. */
export function lengthOf({ words, text }: Loose): number {
  return Math.max(words.length, (text.match(WITHOUT_SPACES)?.length ?? 0) / 2);
}
