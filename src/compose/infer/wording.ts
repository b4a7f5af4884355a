import type { Form } from '../../model/reply.js';
import type { Because } from './because.js';
import type { Loose } from './hit.js';
import { byMachine } from './machine.js';
import type { Seen } from './witness.js';

/** Maximum length in words of a chat line that an agent types while the customer waits. */
const MOST_WORDS_OF_A_CHAT_LINE = 45;
/** Maximum length in words of a lone question in a chat. A longer question is a message. */
const MOST_WORDS_OF_A_QUESTION = 30;
/** Minimum number of words around a list. If there are fewer, they only introduce the list. */
const FEWEST_WORDS_AROUND_A_LIST = 15;

/** Determines the form from what the text says about itself. */
export function byText(rendering: Loose, seen: Seen): Because<Form> | undefined {
  const { titles, marks, salutation, farewell } = seen;
  const machine = byMachine(rendering, seen);
  if (machine) return machine;
  const waiting = marks.get('waiting');
  if (waiting !== undefined && rendering.words.length <= MOST_WORDS_OF_A_CHAT_LINE && farewell === undefined)
    return { value: 'chat', reason: `says “${waiting}” to a waiting customer` };
  if (leadsOn(rendering)) return { value: 'fragment', reason: 'ends with a colon, so something follows' };
  const part = titles.get('fragment');
  const isWhole = salutation !== undefined && farewell !== undefined;
  if (part !== undefined && !isWhole) return { value: 'fragment', reason: `title “${part}”` };
  const chatty = chattyIn(rendering, seen);
  if (chatty !== undefined) return { value: 'chat', reason: chatty };
  return isBareList(rendering) && salutation === undefined && farewell === undefined
    ? { value: 'fragment', reason: 'steps without a greeting or farewell' }
    : undefined;
}

/** Recognizes a line of an ongoing conversation by the way it begins or ends. */
function chattyIn(
  { text, blocks, words, sentences }: Loose,
  { marks, salutation, farewell }: Seen,
): string | undefined {
  if (blocks.length !== 1 || words.length > MOST_WORDS_OF_A_CHAT_LINE || salutation !== undefined) return undefined;
  const chatty = marks.get('chatty');
  if (chatty !== undefined && (farewell === undefined || !text.includes('\n')))
    return `one short paragraph that starts with “${chatty}”`;
  if (farewell !== undefined || marks.has('thanks') || sentences.length === 0) return undefined;
  if (/^\p{Ll}+(?!\p{L})/u.test(text.trimStart())) return 'one short paragraph that starts with a lowercase letter';
  if (sentences.at(-1)?.ends === '?' && words.length <= MOST_WORDS_OF_A_QUESTION)
    return 'one short paragraph that ends with a question';
  return words.at(-1)?.kind === 'word' && /\p{L}$/u.test(text.trimEnd())
    ? 'one short paragraph that ends without a period'
    : undefined;
}

function leadsOn({ text }: Loose): boolean {
  return /[:：]$/.test(text.trimEnd());
}

/** Returns true for a list with hardly any words around it. */
function isBareList({ blocks, sentences, words }: Loose): boolean {
  if (!blocks.some(({ kind }) => kind === 'item')) return false;
  const inItems = sentences.reduce(
    (sum, { block, from, to }) => sum + (blocks[block]?.kind === 'item' ? to - from : 0),
    0,
  );
  return inItems > 0 && words.length - inItems < FEWEST_WORDS_AROUND_A_LIST;
}
