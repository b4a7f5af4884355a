import type { FileTimes } from '../../model/finding.js';

/** The phases of a run that `--stats` shows. Times are in milliseconds. */
export const PHASES = ['find', 'read', 'compose', 'rules', 'fix', 'report'] as const;
export type Phase = (typeof PHASES)[number];

/** The name under which `--stats` shows the time for matching the phrases of all rules. */
export const PHRASES = '(phrases of all rules)';

/** Records the times of one file. */
export class FileStats {
  readonly #run: Stats;
  readonly #clock: () => number;
  readonly #phases = new Map<Phase, number>();
  readonly #rules = new Map<string, number>();
  #passes = 0;

  constructor(run: Stats, clock: () => number) {
    this.#run = run;
    this.#clock = clock;
  }

  /** Runs `work` and records the time it took. */
  async during<T>(phase: Phase, work: () => T | Promise<T>): Promise<T> {
    const began = this.#clock();
    try {
      return await work();
    } finally {
      this.#add(phase, this.#clock() - began);
    }
  }

  /** Runs synchronous `work` and records the time it took. */
  duringSync<T>(phase: Phase, work: () => T): T {
    return timed(this.#clock, work, (took) => this.#add(phase, took));
  }

  /** Runs a rule and records the time it took. */
  ofRule<T>(id: string, work: () => T): T {
    return timed(this.#clock, work, (took) => {
      this.#rules.set(id, (this.#rules.get(id) ?? 0) + took);
      this.#run.addRule(id, took);
      this.#add('rules', took);
    });
  }

  /** Counts a pass, in which fixes were applied and the file was linted again. */
  countPass(): void {
    this.#passes += 1;
  }

  /** The times in the structure of ESLint's statistics. */
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

/** Runs `work`, and records the time it took if `stats` is defined. */
export function during<T>(stats: FileStats | undefined, phase: Phase, work: () => T | Promise<T>): T | Promise<T> {
  return stats ? stats.during(phase, work) : work();
}

/** Runs a rule, and records the time it took if `stats` is defined. */
export function duringRule<T>(stats: Pick<FileStats, 'ofRule'> | undefined, id: string, work: () => T): T {
  return stats ? stats.ofRule(id, work) : work();
}

/** Records the times of a run. Without `--stats`, nothing is measured. */
export class Stats {
  readonly #clock: () => number;
  readonly #began: number;
  readonly #files = new Map<string, FileStats>();
  readonly #phases = new Map<Phase, number>();
  readonly #rules = new Map<string, number>();

  /** @param clock returns the time in milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#began = clock();
  }

  /** Returns the times of a file, by its absolute path. */
  of(absolute: string): FileStats {
    const known = this.#files.get(absolute) ?? new FileStats(this, this.#clock);
    this.#files.set(absolute, known);
    return known;
  }

  /** Yields the items unchanged, and records the time spent waiting for each. */
  async *waiting<T>(phase: Phase, items: AsyncIterable<T>): AsyncGenerator<T> {
    const iterator = items[Symbol.asyncIterator]();
    for (;;) {
      const began = this.#clock();
      const { done, value } = await iterator.next();
      this.add(phase, this.#clock() - began);
      if (done) return;
      yield value;
    }
  }

  add(phase: Phase, took: number): void {
    this.#phases.set(phase, (this.#phases.get(phase) ?? 0) + took);
  }

  /** Runs a rule on the library as a whole and records the time it took. */
  ofRule<T>(id: string, work: () => T): T {
    return timed(this.#clock, work, (took) => {
      this.addRule(id, took);
      this.add('rules', took);
    });
  }

  addRule(id: string, took: number): void {
    this.#rules.set(id, (this.#rules.get(id) ?? 0) + took);
  }

  /** The total time of each phase. */
  get phases(): ReadonlyMap<Phase, number> {
    return this.#phases;
  }

  /** The total time of each rule. */
  get rules(): ReadonlyMap<string, number> {
    return this.#rules;
  }

  /** The time since the start of the run. */
  get total(): number {
    return this.#clock() - this.#began;
  }
}

/** Runs `work` and records the time it took, even if it throws. */
function timed<T>(clock: () => number, work: () => T, record: (took: number) => void): T {
  const began = clock();
  try {
    return work();
  } finally {
    record(clock() - began);
  }
}
