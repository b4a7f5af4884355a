/**
 * What a text shows of its form.
 * - `automatic`: it says of itself that no person wrote it
 * - `notice`: what a machine tells of its own accord: a number given, a parcel on its way, a date that nears
 * - `shipped`: the order is on its way, which a machine tells and a person, too
 * - `chatty`: how a line of a conversation begins
 * - `waiting`: what is said to somebody who waits at the other end
 * - `offer`: a question that offers, and asks for nothing
 * - `thanks`: it thanks the customer
 * - `us`, `me`, `you`: it speaks of who writes, of one person who writes, to who reads
 */
export const MARKS = [
  'automatic',
  'notice',
  'shipped',
  'chatty',
  'waiting',
  'offer',
  'thanks',
  'us',
  'me',
  'you',
] as const;
export type Mark = (typeof MARKS)[number];

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
export const TRACES = ['asked', 'question', 'start', 'pending', 'check', 'settled', 'case'] as const;
export type Trace = (typeof TRACES)[number];
