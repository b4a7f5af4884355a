import { createHash } from 'node:crypto';
import type { LintMessage } from '../model/finding.js';
import { ruleIdOf } from './words.js';

/** The parts of a message that identify it. */
type Named = Pick<LintMessage, 'ruleId' | 'fatal' | 'message' | 'fingerprint'>;

/** Creates identifiers for messages that are unique within a report and stay the same when lines move. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /**
   * Returns the fingerprint of a message, derived from its rule, file and words if it has none, and the 1-based number
   * of its occurrence.
   * @param path path of the file, which must be the same on every machine
   */
  counted(message: Named, path: string): { readonly fingerprint: string; readonly nth: number } {
    const fingerprint = message.fingerprint ?? hash([ruleIdOf(message), path, message.message]);
    const nth = (this.#seen.get(fingerprint) ?? 0) + 1;
    this.#seen.set(fingerprint, nth);
    return { fingerprint, nth };
  }

  /** Returns a fingerprint that no earlier message has used. */
  unique(message: Named, path: string): string {
    const { fingerprint, nth } = this.counted(message, path);
    return nth === 1 ? fingerprint : hash([fingerprint, String(nth)]);
  }
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
