import { isSignatureBlock } from '../../language/signature.js';
import type { Form, Reply } from '../../model/reply.js';
import type { Because } from './because.js';
import type { Loose } from './hit.js';
import type { Seen } from './witness.js';

const CHAT_CHANNELS =
  /(?:^|[^a-z])(?:live|web|in-app)?[ _-]?(?:chat|whatsapp|messenger|sms|telegram|line|twitter|instagram|facebook|social)(?:$|[^a-z])/i;

/** Fewer words than this under a greeting are an opening line. */
const FEWEST_WORDS_GREETED = 17;
/** Fewer words than this before a farewell are a closing line. */
const FEWEST_WORDS_SIGNED = 8;
/** What is typed while somebody waits is no longer than this. */
const MOST_WORDS_OF_A_CHAT_LINE = 45;
/** A question alone, longer than this, is a message. */
const MOST_WORDS_OF_A_QUESTION = 30;
/** A machine's notice is no longer than this. */
const MOST_WORDS_OF_A_NOTICE = 90;
/** Fewer words than this, without greeting and farewell, are no message; from the other on they are one. */
const FEWEST_WORDS_OF_A_MESSAGE = 22;
const ENOUGH_WORDS_OF_A_MESSAGE = 62;

/** Fewer words than this around a list only lead to it. */
const FEWEST_WORDS_AROUND_A_LIST = 15;
const WITHOUT_SPACES = /[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]/g;

/** What a reply is meant to be, and why it is taken for that. */
export function formOf(
  reply: Reply,
  rendering: Loose | undefined,
  seen: Seen & { readonly includedBy?: string | undefined },
): Because<Form> {
  return (
    bySurroundings(reply, seen) ?? (rendering ? byText(rendering, seen) : { value: 'fragment', reason: 'no text' })
  );
}

function bySurroundings(
  { declared, audience }: Reply,
  { titles, includedBy }: Seen & { readonly includedBy?: string | undefined },
): Because<Form> | undefined {
  if (declared.form) return { value: declared.form, reason: 'declared' };
  if (audience !== 'customer') return { value: 'internal', reason: `the help desk shows it to ${audience}` };
  if (includedBy !== undefined) return { value: 'fragment', reason: `a part of ${includedBy}` };
  if (titles.has('internal')) return { value: 'internal', reason: `title “${titles.get('internal')}”` };
  if (declared.channel && CHAT_CHANNELS.test(declared.channel))
    return { value: 'chat', reason: `channel ${declared.channel}` };
  if (titles.has('chat')) return { value: 'chat', reason: `title “${titles.get('chat')}”` };
  return undefined;
}

function byText(rendering: Loose, seen: Seen): Because<Form> {
  const { words } = rendering;
  const { titles, marks, salutation, farewell } = seen;
  const machine = byMachine(rendering, seen);
  if (machine) return machine;
  const waiting = marks.get('waiting');
  if (waiting !== undefined && words.length <= MOST_WORDS_OF_A_CHAT_LINE && farewell === undefined)
    return { value: 'chat', reason: `says “${waiting}” to somebody who waits` };
  if (leadsOn(rendering)) return { value: 'fragment', reason: 'ends with a colon: something follows' };
  const part = titles.get('fragment');
  const hasEnvelope = salutation !== undefined || farewell !== undefined;
  const isWhole = salutation !== undefined && farewell !== undefined;
  if (part !== undefined && !isWhole && (!hasEnvelope || words.length < 2 * FEWEST_WORDS_GREETED))
    return { value: 'fragment', reason: `title “${part}”` };
  const chatty = chattyIn(rendering, seen);
  if (chatty !== undefined) return { value: 'chat', reason: chatty };
  const isSecondSentence = rendering.sentences.length > 1 && words.length >= FEWEST_WORDS_SIGNED;
  if (salutation !== undefined && (words.length >= FEWEST_WORDS_GREETED || isSecondSentence || farewell !== undefined))
    return { value: 'full', reason: `greets with “${salutation}”` };
  if (farewell !== undefined && words.length >= FEWEST_WORDS_SIGNED)
    return { value: 'full', reason: `ends with “${farewell}”` };
  return withoutEnvelope(rendering, seen);
}

/** What a help desk sends of its own accord. */
function byMachine(rendering: Loose, seen: Seen): Because<Form> | undefined {
  const { titles, marks } = seen;
  const automatic = marks.get('automatic');
  if (automatic !== undefined) return { value: 'auto', reason: `says “${automatic}”` };
  if (isPersonal(rendering, seen) || rendering.words.length > MOST_WORDS_OF_A_NOTICE) return undefined;
  const title = titles.get('auto');
  if (title !== undefined) return { value: 'auto', reason: `title “${title}”, and no person writes` };
  const notice = marks.get('notice');
  if (notice !== undefined) return { value: 'auto', reason: `tells “${notice}”, and no person writes` };
  const voiceless = !marks.has('us') && seen.salutation === undefined && seen.farewell === undefined;
  const number = rendering.words.find(
    ({ placeholder }) => placeholder?.role === 'ticket' && placeholder.kind === 'machine',
  );
  return voiceless && number && number.sentence === 0
    ? { value: 'auto', reason: `nobody speaks in it, and it is about ${number.placeholder?.text}` }
    : undefined;
}

/** A text that neither greets nor takes leave: a message, a line of a chat, or a part to be combined with others. */
function withoutEnvelope(rendering: Loose, { marks, pointers, salutation, addressee }: Seen): Because<Form> {
  const { words, sentences, blocks, links } = rendering;
  const count = lengthOf(rendering);
  if (isBareList(rendering)) return { value: 'fragment', reason: 'bare steps without greeting or farewell' };
  if (salutation !== undefined) return { value: 'fragment', reason: `${count} words after a greeting` };
  const oneBlock = blocks.length === 1;
  if (count >= ENOUGH_WORDS_OF_A_MESSAGE) return { value: 'full', reason: `${count} words` };
  if (addressee !== undefined && count >= FEWEST_WORDS_GREETED && sentences.length > 1)
    return { value: 'full', reason: `speaks to “${addressee}”` };
  if (count < FEWEST_WORDS_OF_A_MESSAGE && !(marks.has('thanks') && sentences.length > 1))
    return marks.has('you') && oneBlock
      ? { value: 'chat', reason: `${count} words in one line, without greeting or farewell` }
      : { value: 'fragment', reason: `${count} words without greeting or farewell` };
  const requests = pointers.filter(({ intent, conditional }) => intent === 'ask' && !conditional);
  const does = [
    ...(marks.has('thanks') ? ['thanks'] : []),
    ...(words.some(({ placeholder }) => placeholder?.role === 'customer-name') ? ['names the customer'] : []),
    ...(marks.has('us') && marks.has('you') ? ['speaks from us to you'] : []),
    ...(requests.length > 1 || requests.some(({ clear }) => clear) ? ['asks'] : []),
    ...(pointers.some(({ intent, clear }) => intent === 'refuse' && clear) ? ['declines'] : []),
    ...(pointers.some(({ intent, clear }) => intent === 'apologize' && clear) ? ['apologizes'] : []),
    ...(pointers.some(({ intent, clear }) => intent === 'acknowledge' && clear) ? ['takes it on'] : []),
    ...(pointers.some(({ intent, clear }) => intent === 'close' && clear) ? ['closes'] : []),
    ...(count >= 34 ? [`has ${count} words`] : []),
    ...(blocks.filter(({ kind }) => kind === 'paragraph').length > 1 ? ['has several paragraphs'] : []),
  ];
  const link =
    links.length > 0 ||
    words.some(({ kind, placeholder }) => kind === 'address' || /(?:link|url)\b/i.test(placeholder?.text ?? ''));
  if (link) return { value: 'full', reason: `no greeting or farewell, but ${count} words that give a link` };
  return does.length >= 2
    ? { value: 'full', reason: `no greeting or farewell, but it ${inWords(does)}` }
    : { value: 'fragment', reason: `${count} words without greeting or farewell` };
}

/** A line of a conversation under way, by how it begins or ends. */
function chattyIn(
  { text, blocks, words, sentences }: Loose,
  { marks, salutation, farewell }: Seen,
): string | undefined {
  if (blocks.length !== 1 || words.length > MOST_WORDS_OF_A_CHAT_LINE || salutation !== undefined) return undefined;
  const chatty = marks.get('chatty');
  if (chatty !== undefined && (farewell === undefined || !text.includes('\n')))
    return `begins with “${chatty}”, in one short paragraph`;
  if (farewell !== undefined || marks.has('thanks') || sentences.length === 0) return undefined;
  if (/^\p{Ll}+(?!\p{L})/u.test(text.trimStart())) return 'one short paragraph that begins in lower case';
  if (sentences.at(-1)?.ends === '?' && words.length <= MOST_WORDS_OF_A_QUESTION)
    return 'one short paragraph that ends with a question';
  return words.at(-1)?.kind === 'word' && /\p{L}$/u.test(text.trimEnd())
    ? 'one short paragraph that ends without a full stop'
    : undefined;
}

/** A person writes: somebody says “I” or signs by name, or speaks as “we” and is to fill in a name or a number. */
function isPersonal({ placeholders }: Loose, { marks, signedByPerson }: Seen): boolean {
  return (
    marks.has('me') ||
    signedByPerson ||
    placeholders.some(({ role, kind, text }) =>
      role === 'agent-name'
        ? !isSignatureBlock(text)
        : marks.has('us') && kind === 'manual' && (role === 'ticket' || role === 'customer-name'),
    )
  );
}

function leadsOn({ text }: Loose): boolean {
  return /[:：]$/.test(text.trimEnd());
}

/** A list with hardly a word around it. */
function isBareList({ blocks, sentences, words }: Loose): boolean {
  const inItems = sentences.reduce(
    (sum, { block, from, to }) => sum + (blocks[block]?.kind === 'item' ? to - from : 0),
    0,
  );
  return inItems > 0 && words.length - inItems < FEWEST_WORDS_AROUND_A_LIST;
}

/** Writing without spaces has no words to count; two signs are about one. */
function lengthOf({ words, text }: Loose): number {
  return Math.max(words.length, (text.match(WITHOUT_SPACES)?.length ?? 0) / 2);
}

function inWords(list: readonly string[]): string {
  return list.length > 1 ? `${list.slice(0, -1).join(', ')} and ${list.at(-1)}` : (list[0] ?? '');
}
