import type { LibraryProfile } from '../../model/library.js';
import type { Form, Intent, Reply, State, Topic } from '../../model/reply.js';
import { bare } from './bare.js';
import type { FormBecause } from './because.js';
import { ownForm, statesItsForm } from './form.js';
import type { Loose } from './hit.js';
import { intentOf } from './intent.js';
import { lengthOf } from './length.js';
import { publicPlaceOf } from './public.js';
import { type Likeness, likenessOf, siblingsIn } from './siblings.js';
import { recurringOf, slotTextsIn } from './slots.js';
import { stateOf } from './state.js';
import { NOTHING, type Seen, witnessFor } from './witness.js';

export type { FormBecause } from './because.js';
export type { Loose } from './hit.js';
export { slotTextsIn, withSlots } from './slots.js';
export type { Seen } from './witness.js';

/** The properties inferred for a reply, with the reasons. */
export interface Inferred {
  readonly taken: {
    readonly form: Form;
    readonly isBare: boolean;
    readonly isPublic: boolean;
    readonly intent: Intent;
    readonly state: State;
    readonly topics: readonly Topic[];
  };
  /** Returns the reasons in words. */
  readonly reasons: () => readonly string[];
}

/** What the properties of a reply are inferred from. */
export interface Inferrable {
  readonly reply: Reply;
  readonly renderings: readonly Loose[];
  readonly seen: Seen;
  /** The form that the reply shows by itself. Undefined if its form also depends on the neighboring replies. */
  readonly form: FormBecause | undefined;
}

/** Says which parts of a whole message a reply has. */
export interface Envelope {
  readonly greets: boolean;
  readonly signs: boolean;
  /**
   * False if the reply tells nothing about the habits of its library, because its form is stated or because the
   * greetings of its language are not known.
   */
  readonly counts: boolean;
  /** True if the reply mentions the ticket it answers. */
  readonly ticket?: true;
  /** True if the reply mentions a public place, such as an issue tracker or a forum. */
  readonly inPublic?: true;
  /** The features to compare with similar replies, if the reply has neither a greeting nor a sign-off. */
  readonly likeness?: Likeness;
  /** Words that may stand for values that agents fill in, without duplicates. Most replies have none. */
  readonly slots?: readonly string[];
}

/** Finds the evidence in a reply's names and in its longest text. */
export function seenIn(reply: Reply, renderings: readonly Loose[]): Seen {
  const rendering = longest(renderings);
  return rendering ? witnessFor(rendering.locale).look(reply, rendering) : NOTHING;
}

export function envelopeOf(reply: Reply, renderings: readonly Loose[], seen: Seen): Envelope {
  const rendering = longest(renderings);
  const witness = rendering && witnessFor(rendering.locale);
  const counts =
    rendering !== undefined &&
    witness?.knowsGreetings === true &&
    reply.part === undefined &&
    !statesItsForm(reply, rendering, seen);
  const greets = seen.salutation !== undefined;
  const signs = seen.farewell !== undefined;
  const slots = rendering ? slotTextsIn(rendering) : [];
  const likeness = counts && !greets && !signs ? likenessOf(rendering, lengthOf(rendering)) : undefined;
  return {
    greets,
    signs,
    counts,
    ...(counts && witness.isOfTicket(rendering) && { ticket: true }),
    ...(counts && witness.isInPublic(rendering) && { inPublic: true }),
    ...(likeness && { likeness }),
    ...(slots.length > 0 && { slots }),
  };
}

/**
 * Returns the form that a reply shows by itself, with the reason. Undefined if the form also depends on the neighboring
 * replies.
 * @param includedBy says in words which other replies include this one; undefined if none does
 */
export function formWithoutLibrary(
  reply: Reply,
  renderings: readonly Loose[],
  seen: Seen,
  includedBy: string | undefined,
): FormBecause | undefined {
  return ownForm(reply, longest(renderings), seen, includedBy);
}

/**
 * Computes the profile of a library from the envelopes of its replies. Undefined if none of the replies counts.
 * @param most maximum number of envelopes to use
 */
export function profileOf(envelopes: readonly Envelope[], most: number): LibraryProfile | undefined {
  const looked = envelopes.slice(0, most);
  const counted = looked.filter(({ counts }) => counts);
  const slots = recurringOf(looked.flatMap((one) => (one.slots ? [one.slots] : [])));
  if (counted.length === 0 && slots.length === 0) return undefined;
  const siblings = siblingsIn(counted.flatMap(({ likeness }) => likeness ?? []));
  const share = (test: (envelope: Envelope) => boolean) => counted.filter(test).length;
  return {
    replies: counted.length,
    greet: share(({ greets }) => greets),
    sign: share(({ signs }) => signs),
    either: share(({ greets, signs }) => greets || signs),
    tickets: share(({ ticket }) => ticket === true),
    inPublic: share(({ inPublic }) => inPublic === true),
    ...(Object.keys(siblings).length > 0 && { siblings }),
    ...(slots.length > 0 && { slots }),
    ...(envelopes.length >= most && { first: most }),
  };
}

/**
 * Determines form, intent, state and topics. Declared properties are used as they are; others are inferred from the
 * metadata, the title, the text and the library.
 */
export function infer({ reply, renderings, seen, form: own }: Inferrable, library?: LibraryProfile): Inferred {
  const rendering = longest(renderings);
  // A reply without a text always shows its form.
  const form = own ?? bare(rendering as Loose, seen, library);
  const intent = intentOf(reply, rendering, seen);
  const state = stateOf(reply, rendering, seen);
  const topics = reply.declared.topics ?? [...seen.topics.keys()];
  const publicPlace = publicPlaceOf(reply, library);
  return {
    taken: {
      form: form.value,
      isBare: form.isBare ?? false,
      isPublic: publicPlace !== undefined,
      intent: intent.value,
      state: state.value,
      topics,
    },
    reasons: () => [
      `form ${form.value}: ${form.reason}`,
      `intent ${intent.value}: ${intent.reason()}`,
      `${state.value}: ${state.reason()}`,
      ...(publicPlace === undefined ? [] : [`public: ${publicPlace}`]),
      ...(topics.length > 0 ? [`topics ${topics.join(', ')}`] : []),
    ],
  };
}

function longest(renderings: readonly Loose[]): Loose | undefined {
  let best: Loose | undefined;
  for (let nth = 0; nth < renderings.length; nth += 1) {
    const rendering = renderings[nth] as Loose;
    if (best === undefined || rendering.words.length > best.words.length) best = rendering;
  }
  return best;
}
