import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isConfigName } from '../../config/index.js';
import type { FileSystem } from '../../model/file-system.js';
import type { LintResult } from '../../model/finding.js';
import type { RunOptions, SessionOptions } from '../options.js';
import type { LintOutcome } from '../outcome.js';
import { resultOf } from '../result/lint-result.js';
import { LongResult } from '../result/long-result.js';
import { Results } from '../result/results.js';
import { keyFor } from './layout.js';
import { CacheTail } from './tail.js';
import { isSame, type StampedFileSystem, type Trace, Tracer } from './trace.js';

/** The outcome of a run, as a cache stores it. */
interface StoredOutcome
  extends Pick<LintOutcome, 'notices' | 'uncovered' | 'configs' | 'rulesUrl' | 'failed' | 'failures' | 'skipped'> {
  /** A path stands for the result of a file without messages. */
  readonly results: readonly (string | LintResult)[];
  readonly linted: readonly string[];
  /** Ids of the replies and libraries that were linted. */
  readonly replyIds: readonly string[];
  readonly partlyJudged: readonly string[];
  /** Absolute paths of the files whose suppressions were looked up. */
  readonly opened: readonly string[];
}

interface Stored {
  readonly trace: Trace;
  readonly outcome: StoredOutcome;
}

/**
 * Stores the outcomes of earlier runs. An outcome is reused if arguments and options are equal and nothing that the run
 * looked at on disk has changed. This takes one `stat` per file.
 */
export class PastRuns {
  readonly #options: SessionOptions;
  readonly #fs: StampedFileSystem;
  readonly #tail: CacheTail;
  readonly #key: string;
  readonly #tracer: Tracer;
  readonly #isOwn: (name: string) => boolean;

  /** Undefined for a run whose outcome cannot be stored. */
  static of(paths: readonly string[], options: SessionOptions): PastRuns | undefined {
    const { cache, fs, changes, threads, stats, within, debug, keepsReplies, fix = 'no' } = options;
    if (cache?.now === undefined || !hasStamps(fs) || changes || threads || stats || fix !== 'no') return undefined;
    if (within !== undefined || debug || keepsReplies) return undefined;
    return new PastRuns(paths, options, { fs, path: cache.path, now: cache.now });
  }

  private constructor(
    paths: readonly string[],
    options: SessionOptions,
    { fs, path, now }: { readonly fs: StampedFileSystem; readonly path: string; readonly now: number },
  ) {
    this.#options = options;
    this.#fs = fs;
    this.#tail = new CacheTail(path, fs);
    this.#key = keyOf(paths, options, fs);
    const name = basename(this.#tail.path);
    this.#isOwn = (other) => other === name || TEMPORARY.test(other);
    this.#tracer = new Tracer(fs, { now, isOwn: this.#isOwn });
  }

  /** The file system of the run, if no outcome applies. */
  get fs(): FileSystem {
    return this.#tracer.fs;
  }

  /**
   * The outcome that applies to the run.
   * @param sourceOf reads the text of a file
   * @throws ConfigError for a suppressions file that cannot be used
   */
  async outcome(sourceOf: (absolute: string) => string | undefined): Promise<LintOutcome | undefined> {
    const text = this.#tail.find(this.#key);
    if (text === undefined) return undefined;
    const { trace, outcome } = JSON.parse(text) as Stored;
    if (!isSame(trace, this.#fs, { isOwn: this.#isOwn, isConfig: isConfigName })) return undefined;
    const { suppressions } = this.#options;
    for (const absolute of outcome.opened) await suppressions?.open(absolute, { suppressions: undefined });
    return {
      ...outcome,
      results: new Results(outcome.results.map((one) => resultFrom(one, sourceOf))),
      trackedReplies: new Set(outcome.replyIds.filter((id) => suppressions?.has(id))),
      partlyJudged: new Set(outcome.partlyJudged),
      fixed: [],
      lines: new Map(),
    };
  }

  /** Stores the outcome of the run, if all that it depends on is known. */
  async keep(outcome: LintOutcome, { finder, suppressions, cache }: RunOptions): Promise<void> {
    const { results, fixed, lines, ...rest } = outcome;
    const sources = await finder.sources();
    // Notices about the cache must not be repeated in later runs.
    if (!sources || !cache || cache.notices.length > 0) return;
    if (fixed.length > 0 || lines.size > 0 || suppressions?.isConfigured) return;
    if (results.all.some((result) => result instanceof LongResult)) return;
    for (const folder of sources.folders) this.#tracer.noteConfigs(folder, isConfigName);
    for (const file of sources.files) this.#tracer.note(file);
    if (!this.#tracer.isComplete) return;
    const stored: Stored = {
      trace: this.#tracer.trace,
      outcome: {
        ...rest,
        results: results.whole().map(storedResult),
        partlyJudged: [...outcome.partlyJudged],
        opened: suppressions ? [...suppressions.files] : [],
      },
    };
    this.#tail.add(this.#key, JSON.stringify(stored));
  }
}

const TEMPORARY = /^\.replylint-.*\.tmp$/;

function hasStamps(fs: FileSystem): fs is StampedFileSystem {
  return fs.stamp !== undefined;
}

/** @param sourceOf the text of a file */
function resultFrom(stored: string | LintResult, sourceOf: (absolute: string) => string | undefined): LintResult {
  if (typeof stored === 'string') return resultOf(stored, []);
  if (stored.messages.length === 0) return stored;
  const { filePath } = stored;
  let source: string | undefined;
  // Only some reports show texts.
  return Object.defineProperty({ ...stored }, 'source', {
    enumerable: true,
    get: () => {
      source ??= sourceOf(filePath);
      return source;
    },
  });
}

/** Only the results themselves: texts are read again where a report shows them. */
function storedResult({ source: _, replies: __, ...result }: LintResult): string | LintResult {
  const { messages, suppressedMessages, skipped, output } = result;
  const isPlain = messages.length + suppressedMessages.length === 0 && skipped === undefined && output === undefined;
  return isPlain ? result.filePath : result;
}

function keyOf(paths: readonly string[], options: SessionOptions, fs: StampedFileSystem): string {
  const { cache, cwd, today, override, ignorePatterns, ignore, ignoreFiles, includeInactive, inlineConfig } = options;
  const { reportUnused, errorOnUnmatchedPattern, warnIgnored, passOver, config, longFrom, rules } = options;
  // The stamp of the program is included because the version does not change during development.
  const program = fs.stamp(fileURLToPath(import.meta.url))?.text;
  const parts = [
    ...[cache?.version, program, cwd, paths, today, override, ignorePatterns, ignore, ignoreFiles, includeInactive],
    ...[inlineConfig, reportUnused, errorOnUnmatchedPattern, warnIgnored, passOver, config, longFrom],
    ...rules.map(({ id }) => id),
  ];
  return keyFor(JSON.stringify(parts));
}
