import type { Condition } from '../../model/rendering.js';
import type { Test } from './tree.js';

/** A condition whose subject has not been assigned a role yet. */
export type Answered = Omit<Condition, 'role'>;

type Value = string | true;

/** What is known about a subject: its possible values, if they are limited, and the values that it cannot have. */
interface Known {
  allowed: Set<Value> | undefined;
  readonly excluded: Set<Value>;
}

/**
 * Records what is known about each subject while the conditionals of a template are traversed. Each step can be undone.
 * Its cost depends only on the values it names, not on how much is already known.
 */
export class Facts {
  readonly #known = new Map<string, Known>();
  readonly #trail: (() => void)[] = [];

  /** Returns a point that `undo` can return to. */
  mark(): number {
    return this.#trail.length;
  }

  /** Takes back all assumptions made since a point. */
  undo(mark: number): void {
    while (this.#trail.length > mark) this.#trail.pop()?.();
  }

  /** Returns true if the test can have this outcome. Makes no assumption. */
  allows(test: Test, outcome: boolean): boolean {
    const mark = this.mark();
    const can = this.assume(test, outcome);
    this.undo(mark);
    return can;
  }

  /** Assumes that the test has this outcome. If that is impossible, returns false and assumes nothing. */
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
