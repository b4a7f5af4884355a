import type { DigestReading } from '../library-steps.js';
import { picturesIn } from '../pictures.js';
import { greetedParty } from './party.js';
import { hashOf } from './sketch.js';
import { comparableWords } from './words.js';

/** The data of a reply that is needed to compare its words with those of others. Plain data. */
export interface ComparableReply {
  /** The words, separated by blanks. */
  readonly words: string;
  /** Hashes of the words that are not compared, to tell whether they differ: greeting and thanks, farewell and signature. */
  readonly opening: number;
  readonly closing: number;
  readonly locale?: string;
  readonly channel?: string;
  readonly helpdesk?: string;
  readonly part?: string;
  readonly party?: string;
  readonly pictures?: boolean;
}

/**
 * Returns the data of a reply that is needed to find others with nearly the same words.
 * @param minWords minimum length of a reply to compare
 */
export function comparableReply(readings: readonly DigestReading[], minWords: number): ComparableReply | undefined {
  const [first] = readings;
  const { words, count, opening, closing } = comparableWords(readings.map(({ rendering }) => rendering));
  if (!first || count < minWords) return undefined;
  const { reply } = first.rendering;
  const { channel } = reply.declared;
  const party = greetedParty(first.rendering);
  const locale = reply.declared.locale ?? reply.declared.localeInPath;
  return {
    words,
    opening: hashOf(opening),
    closing: hashOf(closing),
    ...(locale !== undefined && { locale }),
    ...(channel !== undefined && { channel }),
    ...(reply.helpdesk !== undefined && { helpdesk: reply.helpdesk }),
    ...(reply.part && { part: reply.part.name }),
    ...(party !== undefined && { party }),
    ...(readings.some(({ rendering }) => picturesIn(rendering).length > 0) && { pictures: true }),
  };
}
