import type { Condition } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';
import type { Arm, Conditional, Test } from './tree.js';

/** A condition before it is known what its subject stands for. */
export type Answered = Omit<Condition, 'role'>;

/** One choice made at every conditional. */
export interface Choice {
  readonly conditions: readonly Answered[];
  /** The stretches of the body that are left out. */
  readonly dropped: readonly Span[];
}

/** Up to this many renderings a reply is read in all of them. */
export const MOST_RENDERINGS = 32;

/** With more conditionals than this not all combinations are tried, so that the walk stays short. */
const MOST_ENUMERATED = 200;

/** What is settled so far of each subject: the values it can have, or those it cannot. */
type Settled = ReadonlyMap<
  string,
  { readonly allowed?: ReadonlySet<string | true>; readonly excluded: ReadonlySet<string | true> }
>;

/** One way to answer a conditional: an arm, or none of them. */
interface Answer {
  readonly arm: Arm | undefined;
  readonly settled: Settled;
}

/**
 * The texts that a customer can receive. A condition asked twice gets one answer. Where there are more than
 * `MOST_RENDERINGS`, a set in which every arm appears and every conditional is once skipped; `all` tells which.
 */
export function choicesOf(conditionals: readonly Conditional[]): { choices: Choice[]; all: boolean } {
  if (conditionals.length === 0) return { choices: [{ conditions: [], dropped: [] }], all: true };
  if (count(conditionals) <= MOST_ENUMERATED) {
    const choices: Choice[] = [];
    for (const choice of everyChoice([...conditionals], new Map(), [])) {
      choices.push(choice);
      if (choices.length > MOST_RENDERINGS) break;
    }
    if (choices.length <= MOST_RENDERINGS) return { choices, all: true };
  }
  return { choices: new Cover(conditionals).choices(), all: false };
}

function* everyChoice(pending: readonly Conditional[], settled: Settled, dropped: readonly Span[]): Generator<Choice> {
  const [next, ...rest] = pending;
  if (!next) {
    yield { conditions: conditionsOf(settled), dropped };
    return;
  }
  for (const { arm, settled: after } of answersTo(next, settled))
    yield* everyChoice([...(arm?.children ?? []), ...rest], after, [...dropped, ...leftOut(next, arm)]);
}

/** The answers that what is settled leaves open: each arm whose test can hold while those before it fail, or none. */
function answersTo({ arms }: Conditional, settled: Settled): Answer[] {
  const answers: Answer[] = [];
  let failing: Settled | undefined = settled;
  for (const arm of arms) {
    if (!failing) return answers;
    if (!arm.test) {
      answers.push({ arm, settled: failing });
      return answers;
    }
    const holding = settle(failing, arm.test, true);
    if (holding) answers.push({ arm, settled: holding });
    failing = settle(failing, arm.test, false);
  }
  if (failing) answers.push({ arm: undefined, settled: failing });
  return answers;
}

/** What is settled once the test has come out as `outcome`; undefined where that cannot be. */
function settle(settled: Settled, { subject, values, negated }: Test, outcome: boolean): Settled | undefined {
  const known = settled.get(subject) ?? { excluded: new Set<string | true>() };
  const has = outcome !== negated;
  if (has) {
    const possible = values.filter((value) => !known.excluded.has(value) && (known.allowed?.has(value) ?? true));
    if (possible.length === 0) return undefined;
    return new Map(settled).set(subject, { allowed: new Set(possible), excluded: known.excluded });
  }
  if (known.allowed) {
    const possible = [...known.allowed].filter((value) => !values.includes(value));
    if (possible.length === 0) return undefined;
    return new Map(settled).set(subject, { allowed: new Set(possible), excluded: known.excluded });
  }
  return new Map(settled).set(subject, { excluded: new Set([...known.excluded, ...values]) });
}

function conditionsOf(settled: Settled): Answered[] {
  return [...settled].map(([subject, { allowed, excluded }]) => ({
    subject,
    values: [...(allowed ?? excluded)],
    holds: allowed !== undefined,
  }));
}

function leftOut({ arms }: Conditional, taken: Arm | undefined): Span[] {
  return arms.filter((arm) => arm !== taken).map(({ span }) => span);
}

function count(conditionals: readonly Conditional[]): number {
  let total = 0;
  for (const { arms } of conditionals) {
    total += 1;
    for (const { children } of arms) total += count(children);
  }
  return total;
}

/** What can be shown or skipped once: an arm, or a conditional as a whole. */
type Target = Arm | Conditional;

/** Finds few choices that together show every arm and skip every conditional. */
class Cover {
  readonly #roots: readonly Conditional[];
  /** How many targets in and below are still to be covered. */
  readonly #pending = new Map<Target, number>();
  readonly #above = new Map<Target, Target>();
  readonly #covered = new Set<Target>();
  readonly #targets: Target[] = [];

  constructor(roots: readonly Conditional[]) {
    this.#roots = roots;
    const queue = [...roots];
    for (let at = 0; at < queue.length; at += 1) {
      const conditional = queue[at];
      if (!conditional) continue;
      if (conditional.arms.every(({ test }) => test)) this.#targets.push(conditional);
      for (const arm of conditional.arms) {
        this.#targets.push(arm);
        this.#above.set(arm, conditional);
        for (const child of arm.children) {
          this.#above.set(child, arm);
          queue.push(child);
        }
      }
    }
    for (const target of this.#targets) this.#count(target, 1);
  }

  choices(): Choice[] {
    const choices: Choice[] = [];
    for (;;) {
      const before = this.#covered.size;
      const choice = this.#walk(new Map());
      if (this.#covered.size === before) break;
      choices.push(choice);
    }
    for (const target of this.#targets) {
      if (this.#covered.has(target)) continue;
      const settled = this.#leadingTo(target);
      if (settled) choices.push(this.#walk(settled));
      else this.#cover(target);
    }
    return choices;
  }

  #walk(start: Settled): Choice {
    const stack = [...this.#roots].reverse();
    const dropped: Span[] = [];
    let settled = start;
    for (let next = stack.pop(); next; next = stack.pop()) {
      const here = next;
      const answers = answersTo(here, settled);
      const best = answers.find(({ arm }) => (arm ? (this.#pending.get(arm) ?? 0) > 0 : !this.#covered.has(here)));
      const answer = best ?? answers.at(-1);
      if (!answer) continue;
      settled = answer.settled;
      dropped.push(...leftOut(here, answer.arm));
      this.#cover(answer.arm ?? here);
      if (answer.arm) stack.push(...[...answer.arm.children].reverse());
    }
    return { conditions: conditionsOf(settled), dropped };
  }

  /** What must be settled so that the target comes up; undefined where it never can. */
  #leadingTo(target: Target): Settled | undefined {
    const path: Target[] = [];
    for (let at: Target | undefined = target; at; at = this.#above.get(at)) path.unshift(at);
    let settled: Settled | undefined = new Map();
    for (const [index, step] of path.entries()) {
      if (!('arms' in step)) continue;
      const wanted = path[index + 1];
      const arm = wanted && !('arms' in wanted) ? wanted : undefined;
      const answer: Answer | undefined = answersTo(step, settled).find((known) => known.arm === arm);
      if (!answer) return undefined;
      settled = answer.settled;
    }
    return settled;
  }

  #cover(target: Target): void {
    if (this.#covered.has(target)) return;
    this.#covered.add(target);
    this.#count(target, -1);
  }

  #count(target: Target, by: number): void {
    for (let at: Target | undefined = target; at; at = this.#above.get(at))
      this.#pending.set(at, (this.#pending.get(at) ?? 0) + by);
  }
}

/** The conditions in words: `when vip and ticket.language is "de"`. */
export function inWords(conditions: readonly Answered[]): string {
  return conditions.map(oneInWords).join(' and ');
}

function oneInWords({ subject, values, holds }: Answered): string {
  const loop = /^(\S+) in (\S+)/.exec(subject);
  if (loop && values[0] === true) return holds ? `there is a ${loop[1]} in ${loop[2]}` : `${loop[2]} is empty`;
  if (values[0] === true) return holds ? subject : `not ${subject}`;
  const listed = values.map((value) => `"${value}"`).join(' or ');
  return `${subject} ${holds ? 'is' : 'is not'} ${listed}`;
}
