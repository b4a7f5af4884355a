import type { LibraryProfile } from '../../model/library.js';
import type { Form, Reply } from '../../model/reply.js';
import { bare, partByFolder } from './bare.js';
import type { Because, FormBecause } from './because.js';
import { byEnvelope } from './envelope.js';
import type { Loose } from './hit.js';
import { bySender } from './machine.js';
import type { Seen } from './witness.js';
import { byText } from './wording.js';

const CHAT_CHANNELS =
  /(?:^|[^a-z])(?:live|web|in-app)?[ _-]?(?:chat|whatsapp|messenger|sms|telegram|line|twitter|instagram|facebook|social)(?:$|[^a-z])/i;

/** The most common channels are known without the pattern, which would take a short run long to compile. */
function isChat(channel: string): boolean {
  return channel === 'chat' || (channel !== 'email' && CHAT_CHANNELS.test(channel));
}

/** The evidence for the form of a reply, in addition to the text itself. */
export interface FormEvidence extends Seen {
  readonly includedBy: string | undefined;
  readonly library: LibraryProfile | undefined;
}

const NO_TEXT: FormBecause = { value: 'fragment', reason: 'no text' };

/** Determines the form of a reply, with the reason. The strongest evidence wins. */
export function formOf(reply: Reply, rendering: Loose | undefined, evidence: FormEvidence): FormBecause {
  const given = givenForm(reply, evidence);
  if (given) return given;
  return rendering ? (shownForm(reply, rendering, evidence) ?? bare(rendering, evidence)) : NO_TEXT;
}

/** Returns the form that a reply shows by itself. Undefined if the form also depends on the neighboring replies. */
export function ownForm(
  reply: Reply,
  rendering: Loose | undefined,
  evidence: Omit<FormEvidence, 'library'>,
): FormBecause | undefined {
  return givenForm(reply, evidence) ?? (rendering ? shownForm(reply, rendering, evidence) : NO_TEXT);
}

/** Returns the form that is certain without the text, because it is declared or because others include the reply. */
function givenForm(
  { declared, audience }: Reply,
  { includedBy }: Pick<FormEvidence, 'includedBy'>,
): FormBecause | undefined {
  if (declared.form) return { value: declared.form, reason: 'declared' };
  if (includedBy === undefined || audience !== 'customer') return undefined;
  return { value: 'fragment', reason: `part of ${includedBy}` };
}

/** Returns the form that the names and the text of a reply show. */
function shownForm(reply: Reply, rendering: Loose, evidence: Seen): FormBecause | undefined {
  const stated = statedForm(reply, rendering, evidence);
  const shown = byEnvelope(rendering, evidence);
  if (stated) return weighed(stated, shown);
  return shown ?? partByFolder(reply, rendering, evidence);
}

/** Weighs the stated form against the evidence from the greeting and farewell. */
function weighed(stated: Because<Form>, shown: Because<Form> | undefined): Because<Form> {
  if (shown === undefined || shown.value === stated.value) return stated;
  return { value: stated.value, reason: `${stated.reason}; but ${shown.reason}` };
}

/** Returns true if evidence other than greeting and farewell states the form of a reply. */
export function statesItsForm(reply: Reply, rendering: Loose, seen: Seen): boolean {
  return reply.declared.form !== undefined || statedForm(reply, rendering, seen) !== undefined;
}

/** Returns the form that all evidence other than greeting and farewell points to. */
function statedForm(reply: Reply, rendering: Loose, seen: Seen): Because<Form> | undefined {
  return byNames(reply, seen) ?? byText(rendering, seen) ?? bySender(reply, rendering, seen);
}

/** Returns the form that the container, the channel, the title and the folder point to. */
function byNames({ declared, audience }: Reply, seen: Seen): Because<Form> | undefined {
  const { titles, salutation, farewell, signedByPerson } = seen;
  if (audience !== 'customer') return { value: 'internal', reason: `the help desk shows it to ${audience}` };
  const internal = titles.get('internal');
  if (internal !== undefined) return { value: 'internal', reason: `title “${internal}”` };
  if (declared.channel && isChat(declared.channel)) return { value: 'chat', reason: `channel ${declared.channel}` };
  // A signed text is a letter, no matter what its title says.
  if (signedByPerson || (salutation !== undefined && farewell !== undefined)) return undefined;
  const chat = titles.get('chat');
  return chat === undefined ? undefined : { value: 'chat', reason: `title “${chat}”` };
}
