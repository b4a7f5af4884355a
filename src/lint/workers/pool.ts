import { Worker } from 'node:worker_threads';
import { type Config, ConfigError } from '../../config/index.js';
import type { LintResult } from '../../model/finding.js';
import type { Found } from '../../read/index.js';
import type { DirectiveOptions } from '../judge/judge-file.js';
import type { FileRecord } from '../result/file-record.js';
import type { RunOptions, Step, ToRead } from '../walk/walk.js';

/** What a thread must know of a run. */
export interface Order {
  readonly cwd: string;
  /** The run's own, and what it leaves out: a thread looks among all files for what its own include. */
  readonly paths: readonly string[];
  readonly leaveOut: Pick<RunOptions, 'ignorePatterns' | 'ignore' | 'ignoreFiles' | 'within'>;
  readonly config: { readonly explicit?: string | undefined; readonly lookup: boolean; readonly trusted: boolean };
  readonly override?: Config;
  readonly includeInactive: boolean;
  readonly directives: DirectiveOptions;
}

/** Files for a thread. */
export interface Job {
  readonly id: number;
  readonly items: readonly Found[];
}

/** What a thread has found out of a file. */
export type Answer = { readonly record: FileRecord } | { readonly unread: LintResult };

interface Done {
  readonly id: number;
  readonly answers?: readonly Answer[];
  readonly error?: Error & { readonly where?: string };
}

/** Enough that handing over is nothing beside the work. */
const ITEMS = 64;

/** Threads that lint files. */
export class Pool {
  readonly #url: URL;
  readonly #size: number;
  readonly #order: Order;
  /** Of fewer files each thread would see so few that starting it takes longer than they do. */
  readonly fewest: number;
  /** Each is started when there is work for it. */
  readonly #workers: Worker[] = [];
  readonly #waiting = new Map<number, { done: (answers: readonly Answer[]) => void; failed: (error: Error) => void }>();
  #count = 0;

  /**
   * @param url of the module that each thread runs; it hands the rules to `serve`
   * @param size how many threads; none is started before there is work
   */
  constructor(url: URL, { size, fewest }: { readonly size: number; readonly fewest: number }, order: Order) {
    this.#url = url;
    this.#size = size;
    this.#order = order;
    this.fewest = fewest;
  }

  #started(): Worker {
    const worker = new Worker(this.#url, { workerData: this.#order });
    worker.on('message', (done: Done) => this.#finish(done));
    worker.on('error', (error) => this.#fail(error));
    return worker;
  }

  /** The same steps in the same order, files linted. */
  async *spread(steps: AsyncIterable<Step | ToRead>): AsyncGenerator<Step> {
    const queue: Promise<readonly Step[]>[] = [];
    let batch: ToRead[] = [];
    const flush = () => {
      if (batch.length === 0) return;
      const linted = this.#lint(batch);
      // A failure is told when its turn comes.
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
        if (batch.length === ITEMS) flush();
        while (queue.length > this.#size * 3) yield* (await queue.shift()) ?? [];
      }
      flush();
      for (const steps of queue) yield* await steps;
    } finally {
      await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }
  }

  async #lint(batch: readonly ToRead[]): Promise<readonly Step[]> {
    const id = this.#count;
    this.#count += 1;
    const place = id % this.#size;
    const worker = this.#workers[place] ?? this.#started();
    this.#workers[place] = worker;
    const answers = await new Promise<readonly Answer[]>((done, failed) => {
      this.#waiting.set(id, { done, failed });
      worker.postMessage({ id, items: batch.map(({ item }) => item) });
    });
    return answers.map((answer, index): Step => {
      const { item, config } = batch[index] as ToRead;
      const { argument, named } = item;
      if ('unread' in answer) return { kind: 'unread', result: answer.unread, argument };
      return { kind: 'known', record: answer.record, config, argument, named };
    });
  }

  #finish({ id, answers, error }: Done): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (answers) waiting?.done(answers);
    else
      waiting?.failed(
        error?.where === undefined ? (error ?? new Error('unknown')) : new ConfigError(error.message, error.where),
      );
  }

  #fail(error: Error): void {
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }
}
