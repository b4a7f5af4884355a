import type { DigestedReply } from '../../library-steps.js';
import type { PackedFact } from '../fact.js';
import { type Amount, numberOf } from '../matters/span.js';
import { type Context, contextIn } from './context.js';

/** How much a concept of a statement counts, by its place. */
export const [OWN, TITLED, AROUND] = [1, 0.7, 0.5];

/** A statement with the replies that contain it. */
export interface Said extends Context {
  readonly kind: PackedFact[0];
  readonly about: string;
  readonly value: string;
  readonly amount: Amount;
  /** How much each concept counts, by its place. */
  readonly places: ReadonlyMap<string, number>;
  readonly first: DigestedReply;
  count: number;
  readonly replies: number[];
}

export function newSaid([kind, about, value]: PackedFact, first: DigestedReply): Said {
  const context = contextIn(about);
  const at = value.indexOf(' ');
  const amount = {
    value: numberOf(value.slice(0, at)),
    unit: unitOf(context.head, value.slice(at + 1)),
    isRough: context.isRough,
  };
  return { ...context, kind, about, value, amount, places: placesOf(context), first, count: 0, replies: [] };
}

/** Returns the unit in which values are compared: that of the measure if several words name it. */
function unitOf(head: string, unit: string): string {
  return head.startsWith('=') ? head : unit;
}

function placesOf({ own, around, titled }: Context): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const one of around) places.set(one, AROUND);
  for (const one of titled) places.set(one, TITLED);
  for (const one of own) places.set(one, OWN);
  return places;
}
