import { isSignatureBlock } from '../../language/signature.js';
import type { Form, Reply } from '../../model/reply.js';
import type { Because } from './because.js';
import type { Loose } from './hit.js';
import type { Seen } from './witness.js';

/**
 * Matches folders in which applications such as those built with Django, Rails or Laravel keep the templates of emails
 * they send.
 */
const MAIL_FOLDER =
  /(?:^|\/)(?:[^/]*_mailer|(?:templates|views)\/(?:[^/]+\/){0,4}(?:e?mails?|mailers?|notifications?))\/(?=(?:[^/]+\/)*[^/]+\.(?:txt|html?|erb|haml|slim|j2|jinja2?|hbs|php|twig|liquid|mjml|mustache|eta|ejs)$)/i;
/** Matches files in which an application keeps all of its email templates. */
const MAIL_FILE =
  /(?:^|\/)((?:e?mails?|mailers?|notifications?)(?:[_-]?(?:templates?|texts?|messages?|strings?))?\.(?:ya?ml|json|php|properties|ini|xml))$/i;
/** Matches tags that only a program fills in, never an agent. */
const TEMPLATE_LOGIC = /\{%|<%|\{\{[#^>]|@(?:if|foreach|include)\b|\{\{[^{}]*\||\{\d\}|%\d?\$?s\b/;
/** Maximum length in words of a notice that a machine sends. */
const MOST_WORDS_OF_A_NOTICE = 90;

/** Returns `auto` for an application’s email template, judging by its path and tags, unless a person speaks in it. */
export function bySender({ file, body }: Reply, rendering: Loose, seen: Seen): Because<Form> | undefined {
  // This check comes first because the patterns below are long, and most paths contain neither word.
  if (!/mail|notification/i.test(file.path)) return undefined;
  const folder = MAIL_FOLDER.exec(file.path)?.[0] ?? MAIL_FILE.exec(file.path)?.[1];
  if (folder === undefined || !TEMPLATE_LOGIC.test(body) || speaksForOne(rendering, seen)) return undefined;
  return { value: 'auto', reason: `an application template in ${folder.replace(/^\/|\/$/g, '')}` };
}

/** Recognizes messages that a help desk sends automatically. */
export function byMachine(rendering: Loose, seen: Seen): Because<Form> | undefined {
  const { titles, marks } = seen;
  const automatic = marks.get('automatic');
  if (automatic !== undefined) return { value: 'auto', reason: `says “${automatic}”` };
  if (isPersonal(rendering, seen) || rendering.words.length > MOST_WORDS_OF_A_NOTICE) return undefined;
  const title = titles.get('auto');
  if (title !== undefined) return { value: 'auto', reason: `title “${title}”, with no sign of a human sender` };
  const notice = marks.get('notice');
  if (notice !== undefined) return { value: 'auto', reason: `says “${notice}”, with no sign of a human sender` };
  const numbered = rendering.placeholders.some(({ role, kind }) => kind === 'machine' && role !== 'customer-name');
  const shipped = marks.get('shipped');
  if (shipped !== undefined && (numbered || !marks.has('us')))
    return { value: 'auto', reason: `says “${shipped}”, with no sign of a human sender` };
  const voiceless = !marks.has('us') && seen.salutation === undefined && seen.farewell === undefined;
  const number = rendering.words.find(
    ({ placeholder }) => placeholder?.role === 'ticket' && placeholder.kind === 'machine',
  );
  return voiceless && number && number.sentence === 0
    ? { value: 'auto', reason: `about ${number.placeholder?.text}, with no sign of a human sender` }
    : undefined;
}

/**
 * Returns true if the text says “I” or an agent’s name is filled in. A name at the end alone does not count because it
 * may be the name of the product.
 */
function speaksForOne({ placeholders }: Loose, { marks }: Seen): boolean {
  return marks.has('me') || placeholders.some(({ role, text }) => role === 'agent-name' && !isSignatureBlock(text));
}

/**
 * Returns true if a person writes the message: it says “I” or is signed with a person’s name, or it says “we” and the
 * agent has to fill in a name or a number.
 */
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
