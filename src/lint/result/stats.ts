import type { FileTimes } from '../../model/finding.js';

/** What a run spends its time on. Times are milliseconds. */
export const PHASES = ['find', 'read', 'compose', 'rules', 'fix', 'report'] as const;
export type Phase = (typeof PHASES)[number];

/** What is done for all rules at once. */
export const PHRASES = '(phrases of all rules)';

/** The times of one file. */
export class FileStats {
  readonly #run: Stats;
  readonly #phases = new Map<Phase, number>();
  readonly #rules = new Map<string, number>();
  #passes = 0;

  constructor(run: Stats) {
    this.#run = run;
  }

  /** Does something, and notes how long it took. */
  async during<T>(phase: Phase, work: () => T | Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.#add(phase, performance.now() - began);
    }
  }

  /** The same for what is done at once. */
  duringSync<T>(phase: Phase, work: () => T): T {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.#add(phase, performance.now() - began);
    }
  }

  /** Runs a rule to its end, and notes how long it took. */
  ofRule<T>(id: string, work: () => T): T {
    const began = performance.now();
    try {
      return work();
    } finally {
      const took = performance.now() - began;
      this.#rules.set(id, (this.#rules.get(id) ?? 0) + took);
      this.#run.addRule(id, took);
      this.#add('rules', took);
    }
  }

  /** Called for each time that fixes were made and the file was linted again. */
  passed(): void {
    this.#passes += 1;
  }

  /** In ESLint's shape. */
  get times(): FileTimes {
    const of = (phase: Phase) => this.#phases.get(phase) ?? 0;
    const parse = of('read') + of('compose');
    const rules = Object.fromEntries([...this.#rules].map(([id, total]) => [id, { total }]));
    const total = parse + of('rules') + of('fix');
    return {
      times: { passes: [{ parse: { total: parse }, rules, fix: { total: of('fix') }, total }] },
      fixPasses: this.#passes,
    };
  }

  #add(phase: Phase, took: number): void {
    this.#phases.set(phase, (this.#phases.get(phase) ?? 0) + took);
    this.#run.add(phase, took);
  }
}

/** The times of a run. There is one only where times are asked for, so that nothing is measured otherwise. */
export class Stats {
  readonly #began = performance.now();
  readonly #files = new Map<string, FileStats>();
  readonly #phases = new Map<Phase, number>();
  readonly #rules = new Map<string, number>();

  /** The times of a file, by its absolute path. */
  of(absolute: string): FileStats {
    const known = this.#files.get(absolute) ?? new FileStats(this);
    this.#files.set(absolute, known);
    return known;
  }

  /** Passes on what comes, and notes how long it took to come. */
  async *waiting<T>(phase: Phase, items: AsyncIterable<T>): AsyncGenerator<T> {
    const iterator = items[Symbol.asyncIterator]();
    for (;;) {
      const began = performance.now();
      const { done, value } = await iterator.next();
      this.add(phase, performance.now() - began);
      if (done) return;
      yield value;
    }
  }

  add(phase: Phase, took: number): void {
    this.#phases.set(phase, (this.#phases.get(phase) ?? 0) + took);
  }

  addRule(id: string, took: number): void {
    this.#rules.set(id, (this.#rules.get(id) ?? 0) + took);
  }

  /** What has been noted so far. */
  get phases(): ReadonlyMap<Phase, number> {
    return this.#phases;
  }

  /** By rule. */
  get rules(): ReadonlyMap<string, number> {
    return this.#rules;
  }

  /** Since the run began. */
  get total(): number {
    return performance.now() - this.#began;
  }
}
