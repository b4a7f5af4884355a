import { sha256 } from './sha256.js';

/**
 * Creates fingerprints that identify messages even if lines move. They are based on rule, reply and words, and on the
 * position among equal messages.
 */
export class Fingerprints {
  readonly #counts = new Map<string, number>();

  of(ruleId: string, replyId: string, words: string): string {
    const key = `${ruleId}\n${replyId}\n${words.replace(/\s+/g, ' ').trim()}`;
    const nth = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, nth);
    return sha256(`${key}\n${nth}`).slice(0, 32);
  }
}
