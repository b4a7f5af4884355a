/**
 * Evidence in a text for its form.
 * - `automatic`: it says that no person wrote it
 * - `notice`: an automatic message: a number assigned, a parcel on its way, a date coming up
 * - `shipped`: the order is on its way, which machines and people both write
 * - `chatty`: the opening of a line in a conversation
 * - `waiting`: said to someone who is waiting at the other end
 * - `offer`: a question that offers help, and asks for nothing
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
 * - `question`: it begins like a question that expects an answer; counts if a question mark ends it
 * - `start`: it starts a conversation, so nothing has been said yet
 * - `pending`: something is in our hands
 * - `check`: it asks whether everything works now
 * - `settled`: no one is waiting for anything
 * - `case`: it is about something that may never happen
 */
export const TRACES = ['asked', 'question', 'start', 'pending', 'check', 'settled', 'case'] as const;
export type Trace = (typeof TRACES)[number];
