/**
 * Evidence in a text for its form.
 * - `automatic`: it says that no person wrote it
 * - `notice`: it is an automatic message about an assigned number, a parcel on its way or an upcoming date
 * - `shipped`: it says that the order is on its way, which machines and people both write
 * - `chatty`: it opens like a line in a conversation
 * - `waiting`: it is said to someone who is waiting for an answer right now
 * - `offer`: it asks whether help is needed, which requests nothing
 * - `thanks`: it thanks the customer
 * - `us`, `me`, `you`: it mentions the company, the writer, the reader
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
 * What a sentence leaves open or settles.
 * - `asked`: it asks the customer for something
 * - `question`: it begins like a question that expects an answer; it counts only if a question mark ends it
 * - `start`: it starts a conversation, so nothing has been said yet
 * - `pending`: the team still has something to do
 * - `check`: it asks whether everything works now
 * - `settled`: no one is waiting for anything
 * - `case`: it is about something that may never happen
 */
export const TRACES = ['asked', 'question', 'start', 'pending', 'check', 'settled', 'case'] as const;
export type Trace = (typeof TRACES)[number];
