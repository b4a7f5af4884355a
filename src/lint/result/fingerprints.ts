import { hash } from 'node:crypto';

/** Names messages so that the name survives moved lines: rule, reply, words, and the position among equal ones. */
export class Fingerprints {
  readonly #counts = new Map<string, number>();

  of(ruleId: string, replyId: string, words: string): string {
    const key = `${ruleId}\n${replyId}\n${words.replace(/\s+/g, ' ').trim()}`;
    const nth = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, nth);
    return hash('sha256', `${key}\n${nth}`, 'hex').slice(0, 32);
  }
}
