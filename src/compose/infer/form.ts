import { isSignatureBlock } from '../../language/signature.js';
import type { LibraryProfile } from '../../model/library.js';
import type { Form, Reply } from '../../model/reply.js';
import type { Because } from './because.js';
import { answersTickets, hasHabits, isHabit, isNoHabit } from './habit.js';
import type { Loose } from './hit.js';
import { lengthAmongSiblings } from './siblings.js';
import type { Seen } from './witness.js';

const CHAT_CHANNELS =
  /(?:^|[^a-z])(?:live|web|in-app)?[ _-]?(?:chat|whatsapp|messenger|sms|telegram|line|twitter|instagram|facebook|social)(?:$|[^a-z])/i;

/**
 * Where applications keep the templates of the emails that they send: Django, Rails, Laravel and similar frameworks.
 */
const MAIL_FOLDER =
  /(?:^|\/)(?:[^/]*_mailer|(?:templates|views)\/(?:[^/]+\/){0,4}(?:e?mails?|mailers?|notifications?))\/(?=(?:[^/]+\/)*[^/]+\.(?:txt|html?|erb|haml|slim|j2|jinja2?|hbs|php|twig|liquid|mjml|mustache|eta|ejs)$)/i;
/** A file in which an application keeps all of them. */
const MAIL_FILE =
  /(?:^|\/)((?:e?mails?|mailers?|notifications?)(?:[_-]?(?:templates?|texts?|messages?|strings?))?\.(?:ya?ml|json|php|properties|ini|xml))$/i;
/** A tag that is filled in by a program, not an agent. */
const TEMPLATE_LOGIC = /\{%|<%|\{\{[#^>]|@(?:if|foreach|include)\b|\{\{[^{}]*\||\{\d\}|%\d?\$?s\b/;
/** Where parts of messages are kept. */
const FOLDER_OF_PARTS = /(?:^|\/)((?:snippets?|fragments?|partials?|building[-_ ]blocks?)(?:\/|\.[a-z]+$))/i;

/** With fewer words than this after a greeting, a text is an opening line. */
const FEWEST_WORDS_GREETED = 14;
/** The same if the greeting is on a line of its own, as in a letter. */
const FEWEST_WORDS_UNDER_A_SALUTATION = 10;
/** With fewer words than this before a farewell, a text is a closing line. */
const FEWEST_WORDS_SIGNED = 8;
/** A greeting and thanks in at most this many words open a message. */
const MOST_WORDS_OF_AN_OPENER = 16;
/** The maximum length of a line typed while someone is waiting. */
const MOST_WORDS_OF_A_CHAT_LINE = 45;
/** The maximum length of a turn of a conversation with a few steps or questions. */
const MOST_WORDS_OF_A_TURN = 60;
/** A question on its own that is longer than this is a message. */
const MOST_WORDS_OF_A_QUESTION = 30;
/** The maximum length of an automatic notice. */
const MOST_WORDS_OF_A_NOTICE = 90;
/** From this many words on, a bare text among replies that greet or sign is a message that does neither. */
const FEWEST_WORDS_AMONG_MESSAGES = 20;
/** From this many words on, a bare text on its own is a message if nothing speaks against it. */
const FEWEST_WORDS_ALONE = 45;
/** From this many words on, a bare text in which “we” speak to “you” is a message in any library. */
const FEWEST_WORDS_OF_A_SPEECH = 62;

/** With fewer words than this, a text among answers to tickets is a line. */
const FEWEST_WORDS_TO_A_TICKET = 12;

/** With fewer words than this around it, a list is the main part. */
const FEWEST_WORDS_AROUND_A_LIST = 15;
const WITHOUT_SPACES = /[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]/g;

/** What the form depends on besides the text. */
export interface FormEvidence extends Seen {
  readonly includedBy: string | undefined;
  readonly library: LibraryProfile | undefined;
}

/** A form with its reason. */
export interface FormBecause extends Because<Form> {
  /** True if only its length suggests that it is a whole message. */
  readonly isBare?: true;
}

/** The form of a reply, with the reason; the strongest evidence first. */
export function formOf(reply: Reply, rendering: Loose | undefined, evidence: FormEvidence): FormBecause {
  if (reply.declared.form) return { value: reply.declared.form, reason: 'declared' };
  const { includedBy } = evidence;
  if (includedBy !== undefined && reply.audience === 'customer')
    return { value: 'fragment', reason: `part of ${includedBy}` };
  if (!rendering) return { value: 'fragment', reason: 'no text' };
  const stated = byNames(reply, evidence) ?? byText(rendering, evidence) ?? bySender(reply, rendering, evidence);
  const shown = byEnvelope(rendering, evidence);
  if (stated) return weighed(stated, shown);
  return shown ?? partByFolder(reply, rendering, evidence) ?? bare(rendering, evidence);
}

/** The stated form, with the evidence of greeting and farewell against it. */
function weighed(stated: Because<Form>, shown: Because<Form> | undefined): Because<Form> {
  if (shown === undefined || shown.value === stated.value) return stated;
  return { value: stated.value, reason: `${stated.reason}; but ${shown.reason}` };
}

/** True if something other than greeting and farewell states the form of a reply. */
export function statesItsForm(reply: Reply, rendering: Loose, seen: Seen): boolean {
  const stated = byNames(reply, seen) ?? byText(rendering, seen) ?? bySender(reply, rendering, seen);
  return reply.declared.form !== undefined || stated !== undefined;
}

/** The form according to the container, the channel, the title and the folder. */
function byNames({ declared, audience }: Reply, seen: Seen): Because<Form> | undefined {
  const { titles, salutation, farewell, signedByPerson } = seen;
  if (audience !== 'customer') return { value: 'internal', reason: `the help desk shows it to ${audience}` };
  const internal = titles.get('internal');
  if (internal !== undefined) return { value: 'internal', reason: `title “${internal}”` };
  if (declared.channel && CHAT_CHANNELS.test(declared.channel))
    return { value: 'chat', reason: `channel ${declared.channel}` };
  // A signed text is a letter, whatever its title says.
  if (signedByPerson || (salutation !== undefined && farewell !== undefined)) return undefined;
  const chat = titles.get('chat');
  return chat === undefined ? undefined : { value: 'chat', reason: `title “${chat}”` };
}

/** The form according to the words of the text. */
function byText(rendering: Loose, seen: Seen): Because<Form> | undefined {
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

/** The form according to greeting and farewell. */
function byEnvelope(rendering: Loose, { salutation, farewell, addressee, marks }: Seen): FormBecause | undefined {
  const count = lengthOf(rendering);
  const fewest = opensAsLetter(rendering) ? FEWEST_WORDS_UNDER_A_SALUTATION : FEWEST_WORDS_GREETED;
  const opens =
    marks.has('thanks') &&
    farewell === undefined &&
    rendering.sentences.length <= 2 &&
    count <= MOST_WORDS_OF_AN_OPENER;
  if (salutation !== undefined && opens)
    return { value: 'fragment', reason: `greets with “${salutation}”and says thanks, nothing more` };
  if (salutation !== undefined && (count >= fewest || farewell !== undefined))
    return { value: 'full', reason: `greets with “${salutation}”` };
  const name = addressee ?? nameIn(rendering);
  const speaks = name !== undefined && count >= FEWEST_WORDS_GREETED && rendering.sentences.length > 1;
  const ends = farewell !== undefined && count >= FEWEST_WORDS_SIGNED;
  // A handle can appear in any line of a thread.
  if (speaks)
    return { value: 'full', reason: `speaks to “${name}”`, ...(name.includes('@') && !ends && { isBare: true }) };
  if (ends) return { value: 'full', reason: `ends with “${farewell}”` };
  return undefined;
}

/** A text without greeting and signature, in a folder for parts of messages, is a part. */
function partByFolder({ file }: Reply, rendering: Loose, { salutation, farewell }: Seen): FormBecause | undefined {
  const folder = FOLDER_OF_PARTS.exec(file.path)?.[1];
  if (folder === undefined || salutation !== undefined || farewell !== undefined) return undefined;
  return { value: 'fragment', reason: `${lengthOf(rendering)} words without a greeting or farewell, in ${folder}` };
}

/** The form of a text without greeting and farewell follows from its neighbors. */
function bare(rendering: Loose, { library, marks, salutation }: FormEvidence): FormBecause {
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

/** An application email, by the place and syntax of its template, unless a person writes it. */
function bySender({ file, body }: Reply, rendering: Loose, seen: Seen): Because<Form> | undefined {
  const folder = MAIL_FOLDER.exec(file.path)?.[0] ?? MAIL_FILE.exec(file.path)?.[1];
  if (folder === undefined || !TEMPLATE_LOGIC.test(body) || speaksForOne(rendering, seen)) return undefined;
  return { value: 'auto', reason: `an application template, in ${folder.replace(/^\/|\/$/g, '')}` };
}

/** What a help desk sends automatically. */
function byMachine(rendering: Loose, seen: Seen): Because<Form> | undefined {
  const { titles, marks } = seen;
  const automatic = marks.get('automatic');
  if (automatic !== undefined) return { value: 'auto', reason: `says “${automatic}”` };
  if (isPersonal(rendering, seen) || rendering.words.length > MOST_WORDS_OF_A_NOTICE) return undefined;
  const title = titles.get('auto');
  if (title !== undefined) return { value: 'auto', reason: `title “${title}”, and no one speaks personally` };
  const notice = marks.get('notice');
  if (notice !== undefined) return { value: 'auto', reason: `says “${notice}”, and no one speaks personally` };
  const numbered = rendering.placeholders.some(({ role, kind }) => kind === 'machine' && role !== 'customer-name');
  const shipped = marks.get('shipped');
  if (shipped !== undefined && (numbered || !marks.has('us')))
    return { value: 'auto', reason: `says “${shipped}”, and no one speaks personally` };
  const voiceless = !marks.has('us') && seen.salutation === undefined && seen.farewell === undefined;
  const number = rendering.words.find(
    ({ placeholder }) => placeholder?.role === 'ticket' && placeholder.kind === 'machine',
  );
  return voiceless && number && number.sentence === 0
    ? { value: 'auto', reason: `no one speaks personally, and it is about ${number.placeholder?.text}` }
    : undefined;
}

/** A line of an ongoing conversation, by how it begins or ends. */
function chattyIn(
  { text, blocks, words, sentences }: Loose,
  { marks, salutation, farewell }: Seen,
): string | undefined {
  if (blocks.length !== 1 || words.length > MOST_WORDS_OF_A_CHAT_LINE || salutation !== undefined) return undefined;
  const chatty = marks.get('chatty');
  if (chatty !== undefined && (farewell === undefined || !text.includes('\n')))
    return `begins with “${chatty}”, in one short paragraph`;
  if (farewell !== undefined || marks.has('thanks') || sentences.length === 0) return undefined;
  if (/^\p{Ll}+(?!\p{L})/u.test(text.trimStart())) return 'one short paragraph that begins in lowercase';
  if (sentences.at(-1)?.ends === '?' && words.length <= MOST_WORDS_OF_A_QUESTION)
    return 'one short paragraph that ends with a question';
  return words.at(-1)?.kind === 'word' && /\p{L}$/u.test(text.trimEnd())
    ? 'one short paragraph that ends without a period'
    : undefined;
}

/** Someone says “I”, or an agent’s name is filled in. A name at the end may be a product. */
function speaksForOne({ placeholders }: Loose, { marks }: Seen): boolean {
  return marks.has('me') || placeholders.some(({ role, text }) => role === 'agent-name' && !isSignatureBlock(text));
}

/** A person writes: someone says “I” or signs with a name, or says “we” and fills in a name or a number. */
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

/** A list with hardly any words around it. */
function isBareList({ blocks, sentences, words }: Loose): boolean {
  const inItems = sentences.reduce(
    (sum, { block, from, to }) => sum + (blocks[block]?.kind === 'item' ? to - from : 0),
    0,
  );
  return inItems > 0 && words.length - inItems < FEWEST_WORDS_AROUND_A_LIST;
}

/** The placeholder for the customer's name in the first sentence. */
function nameIn({ words }: Loose): string | undefined {
  return words.find(({ sentence, placeholder }) => sentence === 0 && placeholder?.role === 'customer-name')?.placeholder
    ?.text;
}

/** The first line is short and ends with a comma, and more follows. */
function opensAsLetter({ text }: Loose): boolean {
  return /^[^\n]{1,40},\s*\n/.test(text.trimStart());
}

/** Scripts without spaces have no words to count; two characters are about one word. */
export function lengthOf({ words, text }: Loose): number {
  return Math.max(words.length, (text.match(WITHOUT_SPACES)?.length ?? 0) / 2);
}
