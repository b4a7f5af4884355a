import { createHash } from 'node:crypto';

/** Identifies messages even if lines move: rule, reply, words, and the position among equal ones. */
export class Fingerprints {
  readonly #counts = new Map<string, number>();

  of(ruleId: string, replyId: string, words: string): string {
    const key = `${ruleId}\n${replyId}\n${words.replace(/\s+/g, ' ').trim()}`;
    const nth = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, nth);
    return createHash('sha256').update(`${key}\n${nth}`).digest('hex').slice(0, 32);
  }
}
