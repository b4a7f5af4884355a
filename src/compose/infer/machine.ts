import { isSignatureBlock } from '../../language/signature.js';
import type { Form, Reply } from '../../model/reply.js';
import type { Because } from './because.js';
import type { Loose } from './hit.js';
import type { Seen } from './witness.js';

/** Where applications keep the templates of the mails that they send: Django, Rails, Laravel and their kin. */
const MAIL_FOLDER =
  /(?:^|\/)(?:[^/]*_mailer|(?:templates|views)\/(?:[^/]+\/){0,4}(?:e?mails?|mailers?|notifications?))\/(?=(?:[^/]+\/)*[^/]+\.(?:txt|html?|erb|haml|slim|j2|jinja2?|hbs|php|twig|liquid|mjml|mustache|eta|ejs)$)/i;
/** The file in which an application keeps them all. */
const MAIL_FILE =
  /(?:^|\/)((?:e?mails?|mailers?|notifications?)(?:[_-]?(?:templates?|texts?|messages?|strings?))?\.(?:ya?ml|json|php|properties|ini|xml))$/i;
/** A tag that a program fills in, and no agent. */
const TEMPLATE_LOGIC = /\{%|<%|\{\{[#^>]|@(?:if|foreach|include)\b|\{\{[^{}]*\||\{\d\}|%\d?\$?s\b/;
/** A machine's notice is no longer than this. */
const MOST_WORDS_OF_A_NOTICE = 90;

/** `auto` for an application’s email template, judging by its path and tags, unless a person speaks in it. */
export function bySender({ file, body }: Reply, rendering: Loose, seen: Seen): Because<Form> | undefined {
  // Most paths say neither, and the patterns are long.
  if (!/mail|notification/i.test(file.path)) return undefined;
  const folder = MAIL_FOLDER.exec(file.path)?.[0] ?? MAIL_FILE.exec(file.path)?.[1];
  if (folder === undefined || !TEMPLATE_LOGIC.test(body) || speaksForOne(rendering, seen)) return undefined;
  return { value: 'auto', reason: `an application template, in ${folder.replace(/^\/|\/$/g, '')}` };
}

/** What a help desk sends of its own accord. */
export function byMachine(rendering: Loose, seen: Seen): Because<Form> | undefined {
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

/** Somebody says “I”, or an agent’s name is filled in. A name at the end may be the product’s. */
function speaksForOne({ placeholders }: Loose, { marks }: Seen): boolean {
  return marks.has('me') || placeholders.some(({ role, text }) => role === 'agent-name' && !isSignatureBlock(text));
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
