import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ConfigError } from '../../config/index.js';
import type { LintResult } from '../../model/finding.js';
import type { Found } from '../../read/index.js';
import type { LoadStep } from '../load/step.js';
import type { SessionOptions, ThreadOptions } from '../options.js';
import type { FileRecord } from '../result/file-record.js';
import type { FileToLoad } from '../walk/walk.js';

/** The options of a session that are plain data. They determine how a thread lints, apart from the rules. */
export type WorkerOptions = Pick<
  SessionOptions,
  | 'cwd'
  | 'config'
  | 'today'
  | 'override'
  | 'ignorePatterns'
  | 'ignore'
  | 'ignoreFiles'
  | 'within'
  | 'includeInactive'
  | 'inlineConfig'
  | 'reportUnused'
  | 'keepsReplies'
>;

/** What a worker thread knows about a run. */
export interface WorkerRun {
  /**
   * The paths of the whole run, because every thread searches all files for the snippets that its own files include.
   */
  readonly paths: readonly string[];
  readonly options: WorkerOptions;
}

/** A request to lint some files. */
export interface LintRequest {
  readonly id: number;
  readonly items: readonly Found[];
}

/** The result of linting a file. */
export type FileAnswer = { readonly record: FileRecord } | { readonly unread: LintResult };

/** The response to a request, or the reason why there is none. */
export interface LintResponse {
  readonly id: number;
  readonly answers?: readonly FileAnswer[];
  readonly error?: Error & { readonly where?: string };
}

/** Number of files in a request, chosen so that linting them takes far longer than sending the request. */
const BATCH = 64;
/**
 * Maximum number of requests by which a thread may exceed the least busy one and still receive more files of the same
 * folder.
 */
const MOST_AHEAD = 1;

/** The module that each thread runs, and the number of threads. */
export interface PoolOptions extends Pick<ThreadOptions, 'module'> {
  readonly count: number;
}

/** A pool of worker threads that lint files. */
export class Pool {
  readonly #threads: PoolOptions;
  readonly #run: WorkerRun;
  /** The worker threads, each of which starts when there is work for it. */
  readonly #workers: Worker[] = [];
  readonly #waiting = new Map<
    number,
    { resolve: (answers: readonly FileAnswer[]) => void; reject: (error: Error) => void }
  >();
  /** The number of unanswered requests of each thread. */
  readonly #assigned: number[] = [];
  /** The folder of the last request, and the index of the thread that received it. */
  #last: { readonly folder: string; readonly index: number } | undefined;
  #requests = 0;

  constructor(threads: PoolOptions, run: WorkerRun) {
    this.#threads = threads;
    this.#run = run;
  }

  /** Yields the same steps in the same order, with their files linted. */
  async *lint(steps: AsyncIterable<LoadStep | FileToLoad>): AsyncGenerator<LoadStep> {
    const queue: Promise<readonly LoadStep[]>[] = [];
    let batch: FileToLoad[] = [];
    const flush = () => {
      if (batch.length === 0) return;
      const linted = this.#lintBatch(batch);
      // This avoids an unhandled rejection. The failure is thrown when its turn comes.
      linted.catch(() => undefined);
      queue.push(linted);
      batch = [];
    };
    try {
      for await (const step of steps) {
        if ('item' in step) batch.push(step);
        else {
          flush();
          queue.push(Promise.resolve([step]));
        }
        if (batch.length === BATCH) flush();
        while (queue.length > this.#threads.count * 3) yield* (await queue.shift()) ?? [];
      }
      flush();
      for (const steps of queue) yield* await steps;
    } finally {
      await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }
  }

  async #lintBatch(batch: readonly FileToLoad[]): Promise<readonly LoadStep[]> {
    const id = this.#requests;
    this.#requests += 1;
    const index = this.#threadFor(dirname(batch[0]?.item.absolute ?? ''));
    const worker = this.#workers[index] ?? this.#start();
    this.#workers[index] = worker;
    this.#assigned[index] = (this.#assigned[index] ?? 0) + 1;
    const answers = await new Promise<readonly FileAnswer[]>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const request: LintRequest = { id, items: batch.map(({ item }) => item) };
      worker.postMessage(request);
    }).finally(() => {
      this.#assigned[index] = (this.#assigned[index] ?? 1) - 1;
    });
    return answers.map((answer, nth): LoadStep => {
      const { item, config } = batch[nth] as FileToLoad;
      const { argument, named } = item;
      if ('unread' in answer) return { kind: 'unread', result: answer.unread, argument };
      return { kind: 'known', record: answer.record, config, argument, named };
    });
  }

  /**
   * Returns the index of the least busy thread. A slightly busier thread is preferred if it received the last files of
   * the folder, because it already knows the folder’s profile.
   */
  #threadFor(folder: string): number {
    let least = 0;
    for (let index = 1; index < this.#threads.count; index += 1)
      if ((this.#assigned[index] ?? 0) < (this.#assigned[least] ?? 0)) least = index;
    const last = this.#last?.folder === folder ? this.#last.index : least;
    const index = (this.#assigned[last] ?? 0) <= (this.#assigned[least] ?? 0) + MOST_AHEAD ? last : least;
    this.#last = { folder, index };
    return index;
  }

  #start(): Worker {
    const worker = new Worker(this.#threads.module, { workerData: this.#run });
    worker.on('message', (response: LintResponse) => this.#receive(response));
    worker.on('error', (error) => this.#fail(error));
    return worker;
  }

  #receive({ id, answers, error }: LintResponse): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (answers) waiting?.resolve(answers);
    else
      waiting?.reject(
        error?.where === undefined ? (error ?? new Error('unknown')) : new ConfigError(error.message, error.where),
      );
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
