import type { Form, Intent, Topic } from '../model/reply.js';

/**
 * What a text shows of its form.
 * - `automatic`: it says of itself that no person wrote it
 * - `notice`: what a machine tells of its own accord: a number given, a parcel on its way, a date that nears
 * - `chatty`: how a line of a conversation begins
 * - `waiting`: what is said to somebody who waits at the other end
 * - `offer`: a question that offers, and asks for nothing
 * - `thanks`: it thanks the customer
 * - `us`, `me`, `you`: it speaks of who writes, of one person who writes, to who reads
 */
export type Mark = 'automatic' | 'notice' | 'chatty' | 'waiting' | 'offer' | 'thanks' | 'us' | 'me' | 'you';

/**
 * What a sentence leaves behind.
 * - `asked`: something is asked of the customer
 * - `question`: it begins as a question that wants an answer; counts where a question mark ends it
 * - `start`: it begins a conversation, so that nothing has been said yet
 * - `pending`: something is in our hands
 * - `check`: it asks whether all is well now
 * - `settled`: nobody waits for anything
 * - `case`: it speaks of what may never come
 */
export type Trace = 'asked' | 'question' | 'start' | 'pending' | 'check' | 'settled' | 'case';

/** Phrases that settle an intent where nothing speaks against it, and phrases that only point to it. */
export interface Weighed {
  readonly clear: readonly string[];
  readonly slight: readonly string[];
}

/** Phrases that tell what a reply is, in one language. */
export interface Evidence {
  /** In the title, the tags or the folder. */
  readonly titles: Readonly<Partial<Record<Form | Intent, readonly string[]>>>;
  /** In the text, of its form. */
  readonly marks: Readonly<Record<Mark, readonly string[]>>;
  /** In the text, of its intent. */
  readonly intents: Readonly<Partial<Record<Intent, Weighed>>>;
  /** In the title or the text. */
  readonly topics: Readonly<Partial<Record<Topic, readonly string[]>>>;
}

/** Evidence as groups of phrases under the names that a pack has them by: `marks automatic`, `intents ask clear`. */
export function cuesOf({ titles, marks, intents, topics }: Evidence): Readonly<Record<string, readonly string[]>> {
  const cues: Record<string, readonly string[]> = {};
  for (const [of, lists] of Object.entries({ titles, marks, topics }))
    for (const [name, phrases] of Object.entries(lists)) cues[`${of} ${name}`] = phrases;
  for (const [name, { clear, slight }] of Object.entries(intents)) {
    cues[`intents ${name} clear`] = clear;
    cues[`intents ${name} slight`] = slight;
  }
  return cues;
}
