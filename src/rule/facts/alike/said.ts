import type { DigestedReply } from '../../library-steps.js';
import type { PackedFact } from '../fact.js';
import { type Amount, numberOf } from '../matters/span.js';
import { type Context, contextIn } from './context.js';

/** How much a concept of a statement counts, by its place. */
export const [OWN, TITLED, AROUND] = [1, 0.7, 0.5];

/** A statement as it is compared in detail. */
export interface Detail extends Context {
  /** How much each concept counts, by its place. */
  readonly places: ReadonlyMap<string, number>;
}

/** Numbers words, because comparing numbers is faster. */
export interface Numbers {
  /** Returns the number of a concept in the statements of one language and head. */
  of(concept: string, head: string, locale: string): number;
  ofAmount(amount: Amount): number;
  /** Returns the numbers under which the concepts and the case words of a statement are counted. */
  countedIn(detail: Detail): readonly number[];
}

/**
 * A statement with the replies that contain it. A large library has many, of which few are compared in detail, so its
 * words are read again when needed.
 */
export class Said {
  readonly kind: PackedFact[0];
  readonly about: string;
  readonly value: string;
  readonly amount: Amount;
  /** Equal amounts have the same number. */
  readonly amountNumber: number;
  readonly first: DigestedReply;
  readonly head: string;
  /** The numbers of the concepts in ascending order, and how much each counts by its place. */
  readonly numbers: readonly number[];
  readonly counting: readonly number[];
  /** The numbers of the concepts and case words whose replies are counted. */
  readonly counted: readonly number[];
  count = 0;
  readonly replies: number[] = [];
  #detail: Detail | undefined;

  constructor([kind, about, value]: PackedFact, first: DigestedReply, numbers: Numbers) {
    [this.kind, this.about, this.value, this.first] = [kind, about, value, first];
    const detail = detailOf(about);
    const { head, isRough, places } = detail;
    const at = value.indexOf(' ');
    this.amount = { value: numberOf(value.slice(0, at)), unit: unitOf(head, value.slice(at + 1)), isRough };
    this.amountNumber = numbers.ofAmount(this.amount);
    this.head = head;
    const numbered = Array.from(
      places,
      ([concept, place]) => [numbers.of(concept, head, first.locale), place] as const,
    );
    numbered.sort(([one], [other]) => one - other);
    this.numbers = numbered.map(([number]) => number);
    this.counting = numbered.map(([, place]) => place);
    this.counted = numbers.countedIn(detail);
  }

  get detail(): Detail {
    this.#detail ??= detailOf(this.about);
    return this.#detail;
  }
}

/** Returns the unit in which values are compared: that of the measure if several words name it. */
function unitOf(head: string, unit: string): string {
  return head.startsWith('=') ? head : unit;
}

function detailOf(about: string): Detail {
  const context = contextIn(about);
  const places = new Map<string, number>();
  for (const one of context.around) places.set(one, AROUND);
  for (const one of context.titled) places.set(one, TITLED);
  for (const one of context.own) places.set(one, OWN);
  return { ...context, places };
}
