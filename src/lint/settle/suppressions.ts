import { basename, dirname, join } from 'node:path';
import { ConfigError, parseJson } from '../../config/index.js';
import { bufferOf } from '../../model/bytes.js';
import type { FileSystem } from '../../model/file-system.js';
import type { LintMessage, LintResult, SuppressedMessage } from '../../model/finding.js';
import { addToList } from '../../model/lists-by-key.js';
import { refusalOf } from '../../read/index.js';
import { resultOf } from '../result/lint-result.js';

/** A suppressed finding. It is identified by its reply, rule and words, not by its position in the file. */
interface Suppression {
  /** The id of a reply or of a library. */
  readonly reply: string;
  readonly rule: string;
  readonly words: string;
  /**
   * A hash of the reply’s text. It identifies the reply in a renamed file, and is present only if the reply's id
   * contains the file name.
   */
  readonly text?: string;
  readonly count: number;
}

/** The entries of a suppressions file, by key. */
interface Entries {
  readonly counts: Map<string, number>;
  readonly texts: Map<string, string>;
}

/**
 * The findings that a team has accepted for now. They are identified by reply, rule and words, so that moved lines, a
 * different order or a renamed export make no difference. The file is sorted and contains one finding per line, so that
 * branches can be merged.
 */
export class Suppressions {
  /** The absolute path of the suppressions file. */
  readonly path: string;
  /** False if the file does not exist and has not been written yet. */
  readonly exists: boolean;
  readonly #fs: FileSystem;
  readonly #counts: Map<string, number>;
  readonly #left: Map<string, number>;
  /** The hash of the reply’s text, by key. */
  readonly #texts: Map<string, string>;
  /** The keys of entries whose reply no longer exists, by the text, rule and words of the entry. */
  readonly #moved = new Map<string, string[]>();
  /** The new keys of entries whose reply no longer exists, by the old key. */
  readonly #found = new Map<string, string[]>();

  private constructor(path: string, fs: FileSystem, { counts, texts }: Entries, exists: boolean) {
    this.path = path;
    this.exists = exists;
    this.#fs = fs;
    this.#counts = counts;
    this.#left = new Map(counts);
    this.#texts = texts;
  }

  /**
   * Reads the file, if it exists.
   * @throws ConfigError if its content is invalid
   */
  static async read(path: string, fs: FileSystem): Promise<Suppressions> {
    const entries: Entries = { counts: new Map(), texts: new Map() };
    if (!fs.exists(path)) return new Suppressions(path, fs, entries, false);
    const refusal = refusalOf(fs.status(path), 'suppressions file');
    if (refusal !== undefined) throw new ConfigError(refusal, path);
    const value = (await parsed(path, textOf(path, fs))) as { suppressions?: unknown } | null | undefined;
    const list = value?.suppressions;
    if (!Array.isArray(list)) throw new ConfigError('expected an array under "suppressions"', path);
    for (const [index, entry] of list.entries()) {
      if (!isSuppression(entry))
        throw new ConfigError('expected "reply", "rule" and "words"', path, ['suppressions', index]);
      const key = keyOf(entry);
      entries.counts.set(key, (entries.counts.get(key) ?? 0) + (entry.count ?? 1));
      if (entry.text !== undefined) entries.texts.set(key, entry.text);
    }
    return new Suppressions(path, fs, entries, true);
  }

  /**
   * Finds replies that no longer exist. Their suppressions then apply to a reply with the same text.
   * @param linted ids of the linted replies that have entries in a suppressions file
   */
  prepare(linted: ReadonlySet<string>): void {
    for (const [key, text] of this.#texts) {
      const { reply, rule, words } = JSON.parse(key) as Suppression;
      const file = reply.replace(/(?:#.*|~\d+)$/s, '');
      if (linted.has(reply) || this.#fs.exists(join(dirname(this.path), file))) continue;
      const moved = JSON.stringify([text, rule, words]);
      addToList(this.#moved, moved, key);
    }
  }

  /** Returns the result with suppressed messages in a separate list. */
  applyTo(result: LintResult): LintResult {
    if (this.#left.size === 0) return result;
    const messages: LintMessage[] = [];
    const suppressed: SuppressedMessage[] = [];
    for (const message of result.messages) {
      const key = this.#entryFor(message);
      if (key !== undefined) {
        this.#left.set(key, (this.#left.get(key) ?? 0) - 1);
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

  /** Returns the key of the entry that suppresses a finding. Undefined if no such entry is left. */
  #entryFor(message: LintMessage): string | undefined {
    const key = keyOfMessage(message);
    if (key === undefined || (this.#left.get(key) ?? 0) > 0) return key;
    const { rule, words } = JSON.parse(key) as Suppression;
    const moved = this.#moved.get(JSON.stringify([message.reply?.textHash, rule, words])) ?? [];
    const entry = moved.find((one) => (this.#left.get(one) ?? 0) > 0);
    if (entry !== undefined) addToList(this.#found, entry, key);
    return entry;
  }

  /** True if no finding is suppressed. */
  get isEmpty(): boolean {
    return this.#left.size === 0;
  }

  /** Ids of the replies that have suppressed findings. */
  get replies(): Iterable<string> {
    return [...this.#counts.keys()].map(replyOf);
  }

  /**
   * Counts the suppressions for these replies that matched no finding. Call it after `applyTo` for all results.
   * @param except rules that have not seen all replies
   */
  unusedOf(replies: ReadonlySet<string>, except: ReadonlySet<string>): number {
    return [...this.#left].filter(([key, left]) => left > 0 && isOf(key, replies, except)).length;
  }

  /**
   * Suppresses the findings of a result. Call `restart` first.
   * @param rules if present, only findings of these rules are suppressed
   * @returns the number of findings that were suppressed
   */
  add({ filePath, messages }: LintResult, rules: readonly string[] | undefined): number {
    let added = 0;
    for (const message of messages) {
      const key = keyOfMessage(message);
      if (key === undefined || (rules && !rules.includes(message.ruleId ?? ''))) continue;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
      const { id = '', textHash } = message.reply ?? {};
      if (textHash !== undefined && id.includes(basename(filePath))) this.#texts.set(key, textHash);
      added += 1;
    }
    return added;
  }

  /** Resets the state, so that `applyTo` starts over. */
  restart(): void {
    for (const [key, count] of this.#counts) this.#left.set(key, count);
    this.#found.clear();
  }

  /**
   * Removes the suppressions that matched no finding, and updates those of renamed files.
   * @param replies the replies that this run has linted; suppressions of other replies are kept
   * @param except rules that have not seen all replies
   * @returns true if something has changed
   */
  prune(replies: ReadonlySet<string>, except: ReadonlySet<string>): boolean {
    const before = JSON.stringify([...this.#counts]);
    for (const [key, left] of this.#left) {
      if (left <= 0 || !isOf(key, replies, except)) continue;
      this.#setCount(key, (this.#counts.get(key) ?? 0) - left);
    }
    for (const [key, found] of this.#found)
      for (const other of found) {
        this.#setCount(key, (this.#counts.get(key) ?? 0) - 1);
        this.#setCount(other, (this.#counts.get(other) ?? 0) + 1);
        this.#texts.set(other, this.#texts.get(key) ?? '');
      }
    return JSON.stringify([...this.#counts]) !== before;
  }

  #setCount(key: string, count: number): void {
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
  }

  /**
   * Writes the file atomically.
   * @throws errors from the file system
   */
  write(): void {
    const entries = [...this.#counts].map(([key, count]) => ({
      ...(JSON.parse(key) as object),
      ...(this.#texts.has(key) && { text: this.#texts.get(key) }),
      ...(count > 1 && { count }),
    }));
    const lines = entries.map((entry) => JSON.stringify(entry)).sort();
    this.#fs.write(this.path, `{\n"version": 1,\n"suppressions": [\n${lines.join(',\n')}\n]\n}\n`);
  }
}

/**
 * Parses the file. V8's error message would quote the text around a fault, and the file may be a link to a private one,
 * so a slower parser that only gives the position is used for the message.
 */
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
    return bufferOf(fs.read(path)).toString('utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError(`cannot be read (${code ?? message})`, path);
  }
}

function isSuppression(entry: unknown): entry is Omit<Suppression, 'count'> & { count?: number } {
  const { reply, rule, words, text = '', count = 1 } = (entry ?? {}) as Partial<Suppression>;
  return [reply, rule, words, text].every((part) => typeof part === 'string') && Number.isInteger(count) && count > 0;
}

function keyOf({ reply, rule, words }: Pick<Suppression, 'reply' | 'rule' | 'words'>): string {
  return JSON.stringify({ reply, rule, words });
}

/**
 * Returns the key of a message. Undefined if the message cannot be suppressed, because it is not about a reply or
 * library, or because it says that something was not checked.
 */
function keyOfMessage({ ruleId, reply, library, words, fatal }: LintMessage): string | undefined {
  const about = reply ?? library;
  if (fatal || ruleId === null || !about) return undefined;
  return keyOf({ reply: about.id, rule: ruleId, words: (words ?? '').toLowerCase() });
}

function isOf(key: string, replies: ReadonlySet<string>, except: ReadonlySet<string>): boolean {
  const { reply, rule } = JSON.parse(key) as Suppression;
  return replies.has(reply) && !except.has(rule);
}

function replyOf(key: string): string {
  return (JSON.parse(key) as Suppression).reply;
}
