import { keepFirst } from '../../kept-replies.js';
import type { DigestedReply } from '../../library-steps.js';
import { areVariants } from '../../near/variants.js';
import { type Conflict, differsByCase, type Variant } from '../conflict.js';
import type { PackedFact } from '../fact.js';
import { areParallel } from '../titles.js';
import { type Amount, areContrary, numberOf } from './span.js';
import { type MatterStatement, matterIn } from './statement.js';

/** Maximum number of replies with one statement whose titles are kept. */
const MOST_KEPT = 20;

interface Said extends MatterStatement {
  readonly reply: DigestedReply;
}

interface Counted {
  readonly kind: Conflict['kind'];
  readonly value: string;
  readonly amount: Amount;
  readonly abouts: Set<string>;
  readonly said: Said[];
  readonly replies: number[];
  count: number;
}

/** Collects what the replies of a library state of matters, and compares the statements about the same cases. */
export interface MatterConflicts {
  add(facts: readonly PackedFact[], index: number, reply: DigestedReply): void;
  conflicts(): Generator<Conflict>;
}

export function matterConflicts(): MatterConflicts {
  const all = new Map<string, Map<string, Counted>>();
  return { add, conflicts };

  function add(facts: readonly PackedFact[], index: number, reply: DigestedReply): void {
    for (const { fact, statement } of withoutUnclear(facts)) {
      const [kind, about, value] = fact;
      const key = [reply.locale, statement.matter, ...statement.limits].join(' ');
      const values = all.get(key) ?? new Map<string, Counted>();
      all.set(key, values);
      const id = `${value}${statement.isRough ? '~' : ''}`;
      const counted = values.get(id) ?? {
        ...{ kind, value, amount: amountIn(value, statement.isRough), abouts: new Set<string>() },
        ...{ said: [], replies: [], count: 0 },
      };
      values.set(id, counted);
      counted.count += 1;
      counted.abouts.add(about);
      keepFirst(counted.replies, index);
      if (counted.said.length < MOST_KEPT) counted.said.push({ ...statement, reply });
    }
  }

  function* conflicts(): Generator<Conflict> {
    for (const values of all.values()) {
      if (values.size < 2) continue;
      const sorted = [...values.values()].sort((one, other) => other.count - one.count);
      const [usual, ...others] = sorted;
      if (!usual || differsByCase(sorted)) continue;
      const rare = others.filter((other) => differ(usual, other) && areOfOneCase(usual, other));
      const [first] = usual.abouts;
      if (rare.length > 0 && first !== undefined)
        yield { kind: usual.kind, about: first, variants: [usual, ...rare].map(variantOf) };
    }
  }
}

/**
 * Leaves out statements of one matter to which a reply gives several values, unless it names the case of each. In “Our
 * lamps have 3 years. Anything with a chip has 2 years.”, words that are not recognized tell the cases apart.
 */
function withoutUnclear(facts: readonly PackedFact[]) {
  const stated = facts.map((fact) => ({ fact, statement: matterIn(fact[1]) }));
  return stated.filter(
    ({ fact, statement: { matter, limits } }) =>
      limits.length > 0 || stated.every((other) => other.statement.matter !== matter || other.fact[2] === fact[2]),
  );
}

function amountIn(value: string, isRough: boolean): Amount {
  const at = value.indexOf(' ');
  return { value: numberOf(value.slice(0, at)), unit: value.slice(at + 1), isRough };
}

/**
 * Returns true if the titles of the replies name no case that only one of the values is for: the case of the rare value
 * occurs in a title with the usual one, or the usual one is stated for it or for several cases.
 */
function areOfOneCase(usual: Counted, rare: Counted): boolean {
  return rare.said.some((one) => {
    const comparable = usual.said.filter(
      ({ reply }) => !areVariants(one.reply, reply) && !areParallel(one.reply.title, reply.title),
    );
    if (comparable.length < usual.said.length) return false;
    const isNamed = one.titled.length === 0 || usual.said.some((other) => isWithin(one.titled, other.titled));
    const cases = new Set(usual.said.map(({ titled }) => titled.join(' ')));
    return isNamed && (cases.size > 1 || usual.said.some((other) => isWithin(other.titled, one.titled)));
  });
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
}

function differ(one: Counted, other: Counted): boolean {
  return one.kind === 'quantities' ? areContrary(one.amount, other.amount) : one.value !== other.value;
}

function variantOf({ kind, value, abouts, replies, count }: Counted): Variant {
  const isIn = ([own, about, stated]: PackedFact) => own === kind && stated === value && abouts.has(about);
  return { value, count, replies, abouts, isIn, stated: { kind, value } };
}
