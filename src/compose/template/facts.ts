import type { Condition } from '../../model/rendering.js';
import type { Test } from './tree.js';

/** A condition before the meaning of its subject is known. */
export type Answered = Omit<Condition, 'role'>;

type Value = string | true;

/** What is known about a subject: its possible values, if any are known, and its excluded values. */
interface Known {
  allowed: Set<Value> | undefined;
  readonly excluded: Set<Value>;
}

/**
 * What is known about each subject during the walk through the conditionals of a template. Each step can be undone,
 * and costs as much as the values it names, regardless of how much is known.
 */
export class Facts {
  readonly #known = new Map<string, Known>();
  readonly #trail: (() => void)[] = [];

  /** A point to return to. */
  mark(): number {
    return this.#trail.length;
  }

  /** Undoes all assumptions made since the point. */
  undo(mark: number): void {
    while (this.#trail.length > mark) this.#trail.pop()?.();
  }

  /** Whether the test can have this outcome; assumes nothing. */
  allows(test: Test, outcome: boolean): boolean {
    const mark = this.mark();
    const can = this.assume(test, outcome);
    this.undo(mark);
    return can;
  }

  /** Assumes that the test has this outcome; false, with nothing assumed, if that is impossible. */
  assume({ subject, values, negated }: Test, outcome: boolean): boolean {
    const known = this.#of(subject);
    return outcome !== negated ? this.#is(known, values) : this.#isNot(known, values);
  }

  conditions(): Answered[] {
    return [...this.#known].map(([subject, { allowed, excluded }]) => ({
      subject,
      values: [...(allowed ?? excluded)],
      holds: allowed !== undefined,
    }));
  }

  #of(subject: string): Known {
    const known = this.#known.get(subject);
    if (known) return known;
    const created: Known = { allowed: undefined, excluded: new Set() };
    this.#known.set(subject, created);
    this.#trail.push(() => this.#known.delete(subject));
    return created;
  }

  #is(known: Known, values: readonly Value[]): boolean {
    const before = known.allowed;
    const possible = values.filter((value) => !known.excluded.has(value) && (before?.has(value) ?? true));
    if (possible.length === 0) return false;
    known.allowed = new Set(possible);
    this.#trail.push(() => {
      known.allowed = before;
    });
    return true;
  }

  #isNot(known: Known, values: readonly Value[]): boolean {
    const mark = this.mark();
    const { allowed, excluded } = known;
    for (const value of values) {
      if (allowed ? !allowed.delete(value) : excluded.has(value)) continue;
      if (!allowed) excluded.add(value);
      this.#trail.push(() => (allowed ? allowed.add(value) : excluded.delete(value)));
    }
    if (allowed?.size !== 0) return true;
    this.undo(mark);
    return false;
  }
}
