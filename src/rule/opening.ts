import { signatureOf } from '../language/signature.js';
import type { Reading, WordRange } from './rule.js';

/**
 * Returns the first sentences between greeting and farewell, which the groups `salutation` and `farewell` mark.
 * Headings do not count.
 * @param most maximum number of sentences
 */
export function openingLines(reading: Reading, most: number): readonly WordRange[] {
  const { sentences, blocks, words, text } = reading.rendering;
  const greeting = reading.matches('salutation').find(({ sentence }) => sentence < FIRST_LINES);
  const farewells = new Set(reading.matches('farewell').map(({ sentence }) => sentence));
  const signature = signatureOf(reading.rendering);
  const lines: WordRange[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (lines.length === most) break;
    if (greeting && index < greeting.sentence) continue;
    if (blocks[sentence.block]?.kind === 'heading') continue;
    if ((index > 0 && farewells.has(index)) || sentence === signature?.line) break;
    const from = greeting?.sentence === index ? afterGreeting(greeting.to, sentence.to) : sentence.from;
    if (from < sentence.to) lines.push({ from, to: sentence.to });
  }
  return lines;

  /**
   * Returns the index after the greeting in a sentence such as “Hi Ana, thanks for …”, which continues after the comma.
   */
  function afterGreeting(from: number, to: number): number {
    for (let at = from; at < to && at < from + LONGEST_NAME; at += 1)
      if (/[,!–—:]/.test(text.slice(words[at - 1]?.end, words[at]?.start))) return at;
    return to;
  }
}

/** Number of lines to search for a greeting, because a title or a picture may come before it. */
const FIRST_LINES = 3;
/** Maximum length of a name in words, including titles. */
const LONGEST_NAME = 6;
