import type { LibraryProfile } from '../../model/library.js';
import type { Form, Reply } from '../../model/reply.js';
import type { Because, FormBecause } from './because.js';
import { answersTickets, hasHabits, isHabit, isNoHabit } from './habit.js';
import type { Loose } from './hit.js';
import { lengthOf } from './length.js';
import { lengthAmongSiblings } from './siblings.js';
import type { Seen } from './witness.js';

/** Where parts of messages are kept. */
const FOLDER_OF_PARTS = /(?:^|\/)((?:snippets?|fragments?|partials?|building[-_ ]blocks?)(?:\/|\.[a-z]+$))/i;
/** A turn of a conversation, with a few steps or questions, is no longer than this. */
const MOST_WORDS_OF_A_TURN = 60;
/** From this many words on, a bare text among replies that greet or sign is a message that does not. */
const FEWEST_WORDS_AMONG_MESSAGES = 20;
/** From this many words on, a bare text that stands alone is a message if nothing speaks against it. */
const FEWEST_WORDS_ALONE = 45;
/** From this many words on, a bare text in which we speak to you is a message in any library. */
const FEWEST_WORDS_OF_A_SPEECH = 62;
/** Fewer words than this among answers to tickets are a line. */
const FEWEST_WORDS_TO_A_TICKET = 12;

/** What neither greets nor signs, where parts of messages are kept, is one. */
export function partByFolder(
  { file }: Reply,
  rendering: Loose,
  { salutation, farewell }: Seen,
): FormBecause | undefined {
  const folder = FOLDER_OF_PARTS.exec(file.path)?.[1];
  if (folder === undefined || salutation !== undefined || farewell !== undefined) return undefined;
  return { value: 'fragment', reason: `${lengthOf(rendering)} words without a greeting or farewell, in ${folder}` };
}

/** A text that neither greets nor takes leave is what its neighbors make it. */
export function bare(
  rendering: Loose,
  { library, marks, salutation }: Seen & { readonly library: LibraryProfile | undefined },
): FormBecause {
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
      reason: `${words}, and ${library.tickets} of the ${library.replies} replies around it mention the ticket`,
    };
  if (!hasHabits(library))
    return count >= FEWEST_WORDS_ALONE ? { value: 'full', reason: `${count} words on their own`, isBare: true } : line;
  const { either, replies, first } = library;
  const decided = first === undefined ? '' : ` (based on the first ${first})`;
  const beside = `${either} of the ${replies} replies around it greet or sign off${decided}`;
  if (count < FEWEST_WORDS_AMONG_MESSAGES) return line;
  if (isHabit(library)) return { value: 'full', reason: `${words}, where ${beside}` };
  if (isNoHabit(library)) return { value: 'full', reason: `${words}, and ${beside}` };
  if (count >= FEWEST_WORDS_OF_A_SPEECH && marks.has('us') && marks.has('you'))
    return { value: 'full', reason: `${words}, from us to you`, isBare: true };
  return { ...line, reason: `${words}, where ${beside}` };
}
