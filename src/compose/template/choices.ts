import type { Span } from '../../model/span.js';
import type { Choice } from './choice.js';
import { Cover } from './cover.js';
import { Facts } from './facts.js';
import type { Arm, Conditional } from './tree.js';

/** Maximum number of renderings up to which a reply is checked in all of them. */
export const MOST_RENDERINGS = 32;

/** Maximum number of conditionals whose combinations are all tried. The limit keeps the time acceptable. */
const MOST_ENUMERATED = 200;

/**
 * Returns the choices that produce the texts a customer can receive. A condition that occurs twice has the same outcome
 * both times. If there are more than `MOST_RENDERINGS` texts, a selection is returned in which every branch appears
 * and, as far as a few texts allow, every conditional is skipped once; `all` is false then. The cost grows with the
 * number of branches.
 */
export function choicesOf(conditionals: readonly Conditional[]): { choices: Choice[]; all: boolean } {
  if (conditionals.length === 0) return { choices: [{ conditions: [], dropped: [] }], all: true };
  if (isFew(conditionals)) {
    const choices = new Enumeration(MOST_RENDERINGS + 1).of(conditionals);
    if (choices.length <= MOST_RENDERINGS) return { choices, all: true };
  }
  return { choices: new Cover(conditionals).choices(), all: false };
}

function isFew(conditionals: readonly Conditional[]): boolean {
  const queue = [...conditionals];
  for (let at = 0; at < queue.length; at += 1) {
    if (queue.length > MOST_ENUMERATED) return false;
    for (const { children } of queue[at]?.arms ?? []) for (const child of children) queue.push(child);
  }
  return true;
}

/** The conditionals that are still undecided, the next one first. */
interface Pending {
  readonly next: Conditional;
  readonly rest: Pending | undefined;
}

/** Enumerates all choices up to a maximum. */
class Enumeration {
  readonly #most: number;
  readonly #choices: Choice[] = [];
  readonly #facts = new Facts();
  readonly #dropped: Span[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  of(conditionals: readonly Conditional[]): Choice[] {
    this.#answer(before(conditionals, undefined));
    return this.#choices;
  }

  #answer(pending: Pending | undefined): void {
    if (!pending) {
      this.#choices.push({ conditions: this.#facts.conditions(), dropped: [...this.#dropped] });
      return;
    }
    const { next, rest } = pending;
    const start = this.#facts.mark();
    for (const arm of next.arms) {
      const mark = this.#facts.mark();
      if (!arm.test || this.#facts.assume(arm.test, true)) this.#take(next, arm, rest);
      this.#facts.undo(mark);
      const canFail = arm.test && this.#choices.length < this.#most && this.#facts.assume(arm.test, false);
      if (!canFail) {
        this.#facts.undo(start);
        return;
      }
    }
    this.#take(next, undefined, rest);
    this.#facts.undo(start);
  }

  #take(conditional: Conditional, arm: Arm | undefined, rest: Pending | undefined): void {
    const kept = this.#dropped.length;
    for (const other of conditional.arms) if (other !== arm) this.#dropped.push(other.span);
    this.#answer(before(arm?.children ?? [], rest));
    this.#dropped.length = kept;
  }
}

function before(conditionals: readonly Conditional[], rest: Pending | undefined): Pending | undefined {
  return conditionals.reduceRight<Pending | undefined>((after, next) => ({ next, rest: after }), rest);
}
