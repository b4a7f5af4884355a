import { createHash } from 'node:crypto';

/** Names for messages that stay when lines move: the n-th of a rule, a reply and its words. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  of(ruleId: string, replyId: string, words: string): string {
    const key = `${ruleId}\n${replyId}\n${words.replace(/\s+/g, ' ').trim()}`;
    const nth = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, nth);
    return createHash('sha256').update(`${key}\n${nth}`).digest('hex').slice(0, 32);
  }
}
