import type { Span } from '../../model/span.js';
import type { Choice } from './choice.js';
import { type Answered, Facts } from './facts.js';
import type { Arm, Conditional } from './tree.js';

/** Maximum number of whole texts that differ from earlier ones only by leaving out more. */
const MOST_WHOLE = 32;
/** Maximum number of whole texts, because replies in more languages than this are rare. */
const MOST_SHOWING = 64;
/**
 * Maximum number of conditions that are listed for a text on its own. The conditions of the innermost branches are
 * kept.
 */
const MOST_NAMED = 8;

/** Something to cover: a branch to show, or a whole conditional to skip. */
type Target = Arm | Conditional;

/**
 * Finds a few choices that together show every branch and skip most conditionals. The remaining branches are read on
 * their own, so the cost grows with the text rather than with the number of combinations.
 */
export class Cover {
  readonly #roots: readonly Conditional[];
  /** The conditionals, each before those nested inside it. */
  readonly #conditionals: readonly Conditional[];
  readonly #covered = new Set<Target>();
  /** For each target, the maximum number of targets that can be covered inside it. */
  readonly #gain = new Map<Target, number>();
  readonly #above = new Map<Conditional, { readonly conditional: Conditional; readonly arm: Arm }>();

  constructor(roots: readonly Conditional[]) {
    this.#roots = roots;
    const conditionals = [...roots];
    for (let at = 0; at < conditionals.length; at += 1) {
      const conditional = conditionals[at];
      for (const arm of conditional?.arms ?? [])
        for (const child of arm.children) {
          conditionals.push(child);
          if (conditional) this.#above.set(child, { conditional, arm });
        }
    }
    this.#conditionals = conditionals;
  }

  choices(): Choice[] {
    const choices: Choice[] = [];
    for (let showed = true; choices.length < (showed ? MOST_SHOWING : MOST_WHOLE); ) {
      this.#weigh();
      const { choice, shown, skipped } = this.#walk(new Facts());
      if (choices.length > 0 && shown + skipped === 0) break;
      choices.push(choice);
      showed = shown > 0;
    }
    this.#leadToOthers(choices);
    return [...choices, ...this.#others()];
  }

  /** Adds texts for targets that were not covered because of earlier answers. */
  #leadToOthers(choices: Choice[]): void {
    let tries = MOST_SHOWING;
    for (const conditional of this.#conditionals)
      for (const target of [...conditional.arms, conditional]) {
        if (choices.length >= MOST_WHOLE || this.#covered.has(target) || tries === 0) continue;
        if (target === conditional && conditional.arms.some(({ test }) => !test)) continue;
        tries -= 1;
        const facts = this.#leadingTo(conditional, target === conditional ? undefined : (target as Arm));
        if (!facts) continue;
        this.#weigh();
        choices.push(this.#walk(facts).choice);
      }
  }

  /** Computes what can still be covered, starting with the innermost conditionals. */
  #weigh(): void {
    for (let at = this.#conditionals.length - 1; at >= 0; at -= 1) {
      const conditional = this.#conditionals[at];
      if (!conditional) continue;
      let best = this.#covered.has(conditional) ? 0 : 1;
      for (const arm of conditional.arms) {
        let gain = this.#covered.has(arm) ? 0 : 1;
        for (const child of arm.children) gain += this.#gain.get(child) ?? 0;
        this.#gain.set(arm, gain);
        best = Math.max(best, gain);
      }
      this.#gain.set(conditional, best);
    }
  }

  #walk(facts: Facts): { choice: Choice; shown: number; skipped: number } {
    const stack = [...this.#roots].reverse();
    const dropped: Span[] = [];
    let shown = 0;
    let skipped = 0;
    for (let next = stack.pop(); next; next = stack.pop()) {
      const arm = this.#best(next, facts);
      for (const other of next.arms) {
        if (other === arm) continue;
        dropped.push(other.span);
      }
      if (arm && !this.#covered.has(arm)) shown += 1;
      if (!arm && !this.#covered.has(next)) skipped += 1;
      this.#covered.add(arm ?? next);
      for (let at = (arm?.children.length ?? 0) - 1; at >= 0; at -= 1) {
        const child = arm?.children[at];
        if (child) stack.push(child);
      }
    }
    return { choice: { conditions: facts.conditions(), dropped }, shown, skipped };
  }

  /** Answers a conditional so that as many targets as possible are covered. Undefined if no branch is taken. */
  #best(conditional: Conditional, facts: Facts): Arm | undefined {
    const { arms } = conditional;
    const start = facts.mark();
    let best: { arm: Arm | undefined; gain: number } | undefined;
    let canFail = true;
    for (const arm of arms) {
      const gain = this.#gain.get(arm) ?? 0;
      if (isBetter(gain, best?.gain) && (!arm.test || facts.allows(arm.test, true))) best = { arm, gain };
      canFail = arm.test !== undefined && facts.assume(arm.test, false);
      if (!canFail) break;
    }
    const skipping = this.#covered.has(conditional) ? 0 : 1;
    if (canFail && isBetter(skipping, best?.gain)) best = { arm: undefined, gain: skipping };
    facts.undo(start);
    settle(arms, best?.arm, facts);
    return best?.arm;
  }

  /**
   * Returns the assumptions that lead to a conditional with this answer. Undefined if the conditional cannot be reached
   * that way.
   */
  #leadingTo(conditional: Conditional, arm: Arm | undefined): Facts | undefined {
    const path = [{ conditional, arm }];
    for (let above = this.#above.get(conditional); above; above = this.#above.get(above.conditional)) path.push(above);
    const facts = new Facts();
    return path.reverse().every((step) => settle(step.conditional.arms, step.arm, facts)) ? facts : undefined;
  }

  /** Returns a choice for each branch that could be shown but has not been, so that it is read on its own. */
  #others(): Choice[] {
    const choices: Choice[] = [];
    const facts = new Facts();
    const stack = this.#roots.map((conditional) => new Visit(conditional)).reverse();
    for (let visit = stack.at(-1); visit; visit = stack.at(-1)) {
      const arm = visit.next(facts);
      if (!arm) {
        stack.pop();
        continue;
      }
      if (!this.#covered.has(arm)) choices.push(byItself(arm, stack));
      for (let at = arm.children.length - 1; at >= 0; at -= 1) {
        const child = arm.children[at];
        if (child) stack.push(new Visit(child));
      }
    }
    return choices;
  }
}

/** Iterates over the branches of a conditional that can be taken, and makes the assumptions for each. */
class Visit {
  readonly #arms: readonly Arm[];
  #at = -1;
  #start = 0;
  #before = 0;

  constructor({ arms }: Conditional) {
    this.#arms = arms;
  }

  /** The branches tested so far. Only the last one is taken. */
  get tried(): readonly Arm[] {
    return this.#arms.slice(Math.max(0, this.#at + 1 - MOST_NAMED), this.#at + 1);
  }

  /** Returns the next branch. When there is none left, takes back all assumptions and returns undefined. */
  next(facts: Facts): Arm | undefined {
    if (this.#at < 0) this.#start = facts.mark();
    else facts.undo(this.#before);
    for (;;) {
      const last = this.#arms[this.#at];
      if (last && (!last.test || !facts.assume(last.test, false))) break;
      const arm = this.#arms[this.#at + 1];
      if (!arm) break;
      this.#at += 1;
      this.#before = facts.mark();
      if (!arm.test || facts.assume(arm.test, true)) return arm;
    }
    facts.undo(this.#start);
    return undefined;
  }
}

function byItself(arm: Arm, stack: readonly Visit[]): Choice {
  const conditions: Answered[] = [];
  for (let at = stack.length - 1; at >= 0 && conditions.length < MOST_NAMED; at -= 1) {
    const tried = stack[at]?.tried ?? [];
    const taken = tried.at(-1)?.test;
    if (taken) conditions.unshift({ subject: taken.subject, values: taken.values, holds: !taken.negated });
    else
      for (const { test } of tried)
        if (test) conditions.unshift({ subject: test.subject, values: test.values, holds: test.negated });
  }
  return { conditions, dropped: arm.children.map(({ span }) => span), only: arm.span };
}

/** If both options gain equally much, the shorter text is better. */
function isBetter(gain: number, than: number | undefined): boolean {
  return than === undefined || gain > than || than === 0;
}

/** Assumes that a branch is taken. Returns false if that is impossible. */
function settle(arms: readonly Arm[], taken: Arm | undefined, facts: Facts): boolean {
  for (const arm of arms) {
    if (arm === taken) return !arm.test || facts.assume(arm.test, true);
    if (!arm.test || !facts.assume(arm.test, false)) return false;
  }
  return taken === undefined;
}
