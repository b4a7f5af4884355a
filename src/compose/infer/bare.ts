import type { LibraryProfile } from '../../model/library.js';
import type { Form, Reply } from '../../model/reply.js';
import type { Because, FormBecause } from './because.js';
import { answersTickets, hasHabits, isHabit, isNoHabit } from './habit.js';
import type { Loose } from './hit.js';
import { lengthOf } from './length.js';
import { lengthAmongSiblings } from './siblings.js';
import type { Seen } from './witness.js';

/** Matches the paths of folders that contain building blocks of messages. */
const FOLDER_OF_PARTS = /(?:^|\/)((?:snippets?|fragments?|partials?|building[-_ ]blocks?)(?:\/|\.[a-z]+$))/i;
/** Maximum number of words in one turn of a conversation, which may include a few steps or questions. */
const MOST_WORDS_OF_A_TURN = 60;
/**
 * Minimum number of words of a whole message without greeting or sign-off, in a library whose other replies have them.
 */
const FEWEST_WORDS_AMONG_MESSAGES = 20;
/**
 * Minimum number of words of a whole message without greeting or sign-off, in a library that gives no evidence against
 * it.
 */
const FEWEST_WORDS_ALONE = 45;
/**
 * Minimum number of words of a whole message that lacks greeting and sign-off but has a “we” that speaks to a “you”.
 * Such a message can occur in any library.
 */
const FEWEST_WORDS_OF_A_SPEECH = 62;
/** Minimum number of words of a whole message in a library of answers to tickets. Shorter texts are single lines. */
const FEWEST_WORDS_TO_A_TICKET = 12;

/** Returns `fragment` for a text with neither a greeting nor a sign-off in a folder for building blocks. */
export function partByFolder(
  { file }: Reply,
  rendering: Loose,
  { salutation, farewell }: Seen,
): FormBecause | undefined {
  const folder = FOLDER_OF_PARTS.exec(file.path)?.[1];
  if (folder === undefined || salutation !== undefined || farewell !== undefined) return undefined;
  return { value: 'fragment', reason: `${lengthOf(rendering)} words without a greeting or farewell, in ${folder}` };
}

/** Determines the form of a text that neither greets nor signs off, mostly from what its neighbors do. */
export function bare(rendering: Loose, { marks, salutation }: Seen, library: LibraryProfile | undefined): FormBecause {
  const own = lengthOf(rendering);
  const count = lengthAmongSiblings(rendering, own, library);
  const words = `${own} words without a greeting or farewell${count < own ? ` (${count} in a similar reply)` : ''}`;
  const line: Because<Form> =
    marks.has('you') && count <= MOST_WORDS_OF_A_TURN
      ? { value: 'chat', reason: words }
      : { value: 'fragment', reason: words };
  if (salutation !== undefined) return { value: 'fragment', reason: `${count} words after a greeting` };
  if (count >= FEWEST_WORDS_TO_A_TICKET && answersTickets(library))
    return {
      value: 'full',
      reason: `${words}, and ${library.tickets} of the ${library.replies} nearby replies mention the ticket`,
    };
  if (!hasHabits(library))
    return count >= FEWEST_WORDS_ALONE ? { value: 'full', reason: `${count} words on their own`, isBare: true } : line;
  const { either, replies, first } = library;
  const decided = first === undefined ? '' : ` (based on the first ${first})`;
  const beside = `${either} of the ${replies} nearby replies have a greeting or sign-off${decided}`;
  if (count < FEWEST_WORDS_AMONG_MESSAGES) return line;
  if (isHabit(library)) return { value: 'full', reason: `${words}, where ${beside}` };
  if (isNoHabit(library)) return { value: 'full', reason: `${words}, and ${beside}` };
  if (count >= FEWEST_WORDS_OF_A_SPEECH && marks.has('us') && marks.has('you'))
    return { value: 'full', reason: `${words}, in which the company speaks to the customer`, isBare: true };
  return { ...line, reason: `${words}, where ${beside}` };
}
