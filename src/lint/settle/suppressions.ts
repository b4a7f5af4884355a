import { ConfigError, parseJson } from '../../config/index.js';
import type { FileSystem } from '../../model/file-system.js';
import type { LintMessage, LintResult, SuppressedMessage } from '../../model/finding.js';
import { refusalOf } from '../../read/index.js';
import { resultOf } from '../result/lint-result.js';

/** The default name of the suppressions file. */
export const SUPPRESSIONS_FILE = 'replylint-suppressions.json';

/** A suppressed finding: not its place in the file, but its reply, rule and words. */
interface Suppression {
  /** The id of a reply, or of a library. */
  readonly reply: string;
  readonly rule: string;
  readonly words: string;
  readonly count: number;
}

/**
 * The findings that a team has decided to live with for now. They are identified by reply, rule and words, so that moved
 * lines, another order or a renamed export change nothing. The file is sorted, one finding a line, so that branches merge.
 */
export class Suppressions {
  readonly #path: string;
  readonly #fs: FileSystem;
  readonly #counts: Map<string, number>;
  readonly #left: Map<string, number>;

  private constructor(path: string, fs: FileSystem, counts = new Map<string, number>()) {
    this.#path = path;
    this.#fs = fs;
    this.#counts = counts;
    this.#left = new Map(counts);
  }

  /** Reads the file, if it exists. @throws ConfigError if its content is wrong */
  static async read(path: string, fs: FileSystem): Promise<Suppressions> {
    if (!fs.exists(path)) return new Suppressions(path, fs);
    const refusal = refusalOf(fs.status(path), 'suppressions file');
    if (refusal !== undefined) throw new ConfigError(refusal, path);
    const value = (await parsed(path, textOf(path, fs))) as { suppressions?: unknown } | null | undefined;
    const list = value?.suppressions;
    if (!Array.isArray(list)) throw new ConfigError('expected a list under "suppressions"', path);
    const counts = new Map<string, number>();
    for (const [index, entry] of list.entries()) {
      if (!isSuppression(entry))
        throw new ConfigError('expected "reply", "rule" and "words"', path, ['suppressions', index]);
      const key = keyOf(entry);
      counts.set(key, (counts.get(key) ?? 0) + (entry.count ?? 1));
    }
    return new Suppressions(path, fs, counts);
  }

  /** The result with the suppressed messages apart. */
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

  /** True if no finding is suppressed. */
  get isEmpty(): boolean {
    return this.#left.size === 0;
  }

  /** Ids of the replies with suppressed findings. */
  get replies(): ReadonlySet<string> {
    return new Set([...this.#counts.keys()].map(replyOf));
  }

  /** The number of suppressions of these replies that matched no finding. Call it after `applyTo` for all results. */
  unusedOf(replies: ReadonlySet<string>): number {
    return [...this.#left].filter(([key, left]) => left > 0 && replies.has(replyOf(key))).length;
  }

  /**
   * Suppresses the findings of the results. `applyTo` then starts anew.
   * @param rules only the findings of these rules
   * @returns the number of findings
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
   * Removes the suppressions that matched no finding.
   * @param replies the replies that this run has linted; suppressions of other replies stay
   */
  prune(replies: ReadonlySet<string>): void {
    for (const [key, left] of this.#left) {
      if (left <= 0 || !replies.has(replyOf(key))) continue;
      const count = (this.#counts.get(key) ?? 0) - left;
      if (count > 0) this.#counts.set(key, count);
      else this.#counts.delete(key);
    }
  }

  /** Writes the file, whole or not at all. @throws the file system’s error */
  write(): void {
    const entries = [...this.#counts].map(([key, count]) => ({
      ...(JSON.parse(key) as object),
      ...(count > 1 && { count }),
    }));
    const lines = entries.map((entry) => JSON.stringify(entry)).sort();
    this.#fs.write(this.#path, `{\n"version": 1,\n"suppressions": [\n${lines.join(',\n')}\n]\n}\n`);
  }
}

/** V8 quotes what stands at a fault, which the file may only link to. The slower parser names the place instead. */
async function parsed(path: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return parseJson(path, text).catch(({ message, place }: ConfigError) => {
      throw new ConfigError(`the suppressions cannot be read: ${message}`, path, [], place);
    });
  }
}

function textOf(path: string, fs: FileSystem): string {
  try {
    return fs.read(path).toString('utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError(`cannot be read (${code ?? message})`, path);
  }
}

function isSuppression(entry: unknown): entry is Omit<Suppression, 'count'> & { count?: number } {
  const { reply, rule, words, count = 1 } = (entry ?? {}) as Partial<Suppression>;
  return [reply, rule, words].every((part) => typeof part === 'string') && Number.isInteger(count) && count > 0;
}

function keyOf({ reply, rule, words }: Omit<Suppression, 'count'>): string {
  return JSON.stringify({ reply, rule, words });
}

/** A message about no reply and no library, or about something not checked, cannot be suppressed. */
function keyOfMessage({ ruleId, reply, library, words, fatal }: LintMessage): string | undefined {
  const about = reply ?? library;
  if (fatal || ruleId === null || !about) return undefined;
  return keyOf({ reply: about.id, rule: ruleId, words: (words ?? '').toLowerCase() });
}

function replyOf(key: string): string {
  return (JSON.parse(key) as Suppression).reply;
}
