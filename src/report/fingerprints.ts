import { createHash } from 'node:crypto';
import type { LintMessage } from '../model/finding.js';
import { ruleIdOf } from './words.js';

/** What identifies a message. */
type Named = Pick<LintMessage, 'ruleId' | 'fatal' | 'message' | 'fingerprint'>;

/** Identifiers of messages that stay the same when lines move, unique in a report. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /**
   * The message's own fingerprint, or one of its rule, file and words; and its occurrence, from 1.
   * @param path of the file, the same on every machine
   */
  counted(message: Named, path: string): { readonly fingerprint: string; readonly nth: number } {
    const fingerprint = message.fingerprint ?? hash([ruleIdOf(message), path, message.message]);
    const nth = (this.#seen.get(fingerprint) ?? 0) + 1;
    this.#seen.set(fingerprint, nth);
    return { fingerprint, nth };
  }

  /** A fingerprint that no earlier message had. */
  unique(message: Named, path: string): string {
    const { fingerprint, nth } = this.counted(message, path);
    return nth === 1 ? fingerprint : hash([fingerprint, String(nth)]);
  }
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
