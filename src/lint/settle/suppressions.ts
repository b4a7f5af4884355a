import { existsSync, readFileSync } from 'node:fs';
import { ConfigError } from '../../config/index.js';
import type { LintMessage, LintResult, SuppressedMessage } from '../../model/finding.js';
import { resultOf } from '../result/lint-result.js';
import { writeWhole } from '../write.js';

/** The file's name where none is given. */
export const SUPPRESSIONS_FILE = 'replylint-suppressions.json';

/** A finding that a team has decided to live with: not where it stands, but what it says of which reply. */
interface Suppression {
  readonly reply: string;
  readonly rule: string;
  readonly words: string;
  readonly count: number;
}

/**
 * The findings that a team has decided to live with for now. Kept by reply, rule and words, so that moved lines,
 * another order or a renamed export change nothing; sorted, one a line, so that two branches merge.
 */
export class Suppressions {
  readonly #path: string;
  readonly #counts: Map<string, number>;
  readonly #left: Map<string, number>;

  private constructor(path: string, counts: Map<string, number>) {
    this.#path = path;
    this.#counts = counts;
    this.#left = new Map(counts);
  }

  /** @throws ConfigError where the file is there and is not one of suppressions */
  static read(path: string): Suppressions {
    if (!existsSync(path)) return new Suppressions(path, new Map());
    let value: { suppressions?: unknown };
    try {
      value = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new ConfigError(`the suppressions cannot be read: ${(error as Error).message}`, path);
    }
    const list = value.suppressions;
    if (!Array.isArray(list)) throw new ConfigError('expected a list under "suppressions"', path);
    const counts = new Map<string, number>();
    for (const [index, entry] of list.entries()) {
      if (!isSuppression(entry))
        throw new ConfigError('expected "reply", "rule" and "words"', path, ['suppressions', index]);
      const key = keyOf(entry);
      counts.set(key, (counts.get(key) ?? 0) + (entry.count ?? 1));
    }
    return new Suppressions(path, counts);
  }

  /** A result without what is suppressed; that is listed apart. */
  applyTo(result: LintResult): LintResult {
    if (this.#left.size === 0) return result;
    const messages: LintMessage[] = [];
    const suppressed: SuppressedMessage[] = [];
    for (const message of result.messages) {
      const key = keyOfMessage(message);
      const left = key === undefined ? 0 : (this.#left.get(key) ?? 0);
      if (key !== undefined && left > 0) {
        this.#left.set(key, left - 1);
        suppressed.push({ ...message, suppressions: [{ kind: 'file', justification: '' }] });
      } else messages.push(message);
    }
    if (suppressed.length === 0) return result;
    return {
      ...result,
      ...resultOf(result.filePath, messages, result.source),
      suppressedMessages: [...result.suppressedMessages, ...suppressed],
    };
  }

  /** True where nothing is listed. */
  get isEmpty(): boolean {
    return this.#left.size === 0;
  }

  /** Ids of the replies that something is listed about. */
  get replies(): ReadonlySet<string> {
    return new Set([...this.#counts.keys()].map(replyOf));
  }

  /** How many entries about these replies no finding has answered to. Call it when all results have been seen. */
  unusedOf(replies: ReadonlySet<string>): number {
    return [...this.#left].filter(([key, left]) => left > 0 && replies.has(replyOf(key))).length;
  }

  /**
   * Adds what the results still say. From then on it is as if nothing had been applied yet.
   * @param rules narrows it to these
   * @returns how many findings that were
   */
  add(results: Iterable<LintResult>, rules: readonly string[] | undefined): number {
    let added = 0;
    for (const { messages } of results)
      for (const message of messages) {
        const key = keyOfMessage(message);
        if (key === undefined || (rules && !rules.includes(message.ruleId ?? ''))) continue;
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
        added += 1;
      }
    for (const [key, count] of this.#counts) this.#left.set(key, count);
    return added;
  }

  /**
   * Takes out what no finding has answered to.
   * @param replies those that this run has seen; of others nothing is known
   */
  prune(replies: ReadonlySet<string>): void {
    for (const [key, left] of this.#left) {
      if (left <= 0 || !replies.has(replyOf(key))) continue;
      const count = (this.#counts.get(key) ?? 0) - left;
      if (count > 0) this.#counts.set(key, count);
      else this.#counts.delete(key);
    }
  }

  /** Writes the file, whole or not at all. @throws the file system's error */
  write(): void {
    const entries = [...this.#counts].map(([key, count]) => ({
      ...(JSON.parse(key) as object),
      ...(count > 1 && { count }),
    }));
    const lines = entries.map((entry) => JSON.stringify(entry)).sort();
    writeWhole(this.#path, `{\n"version": 1,\n"suppressions": [\n${lines.join(',\n')}\n]\n}\n`);
  }
}

function isSuppression(entry: unknown): entry is Omit<Suppression, 'count'> & { count?: number } {
  const { reply, rule, words, count = 1 } = (entry ?? {}) as Partial<Suppression>;
  return [reply, rule, words].every((part) => typeof part === 'string') && Number.isInteger(count) && count > 0;
}

function keyOf({ reply, rule, words }: Omit<Suppression, 'count'>): string {
  return JSON.stringify({ reply, rule, words });
}

/** What could not be checked, or is about no reply, cannot be suppressed. */
function keyOfMessage({ ruleId, reply, words, fatal }: LintMessage): string | undefined {
  if (fatal || ruleId === null || !reply) return undefined;
  return keyOf({ reply: reply.id, rule: ruleId, words: (words ?? '').toLowerCase() });
}

function replyOf(key: string): string {
  return (JSON.parse(key) as Suppression).reply;
}
