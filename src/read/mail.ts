import type { SkippedFile } from '../model/finding.js';
import { type Adapter, type Content, type Found, remembered } from './content.js';
import { readsLikeReply, wordsIn } from './cues.js';
import { localeFrom } from './locale-in-name.js';
import { headerText, type MailPart, readMail, textOfPart } from './mime.js';
import { withoutTags } from './without-tags.js';

/** Reads emails that are saved as templates: `.eml`, and `.emltpl` as written by Outlook for Mac and Apple Mail. */
export const mail: Adapter = {
  name: 'mail',
  recognises: (content) => isMailFile(content) && whyNot(content) === undefined,
  leftAlone: (content) => (isMailFile(content) ? whyNot(content) : undefined),
  replies,
};

function isMailFile({ extension }: Content): boolean {
  return EXTENSIONS.has(extension);
}

/** An email that was not named may have been received, or may be a test file, so it must read like a reply. */
const whyNot = remembered(({ extension, named, text }: Content): SkippedFile | undefined => {
  if (!isMail(text)) return unknown('no email headers at the start');
  if (named || extension === 'emltpl') return undefined;
  const root = readMail(text);
  if (root.headers.get('x-unsent') === '1') return undefined;
  if (root.headers.has('received')) return unknown('a received email');
  const part = shownPart(text, root);
  const decoded = part && decodedPart(text, part);
  if (!decoded || 'problem' in decoded) return unknown('an email without text');
  const body = part.type === 'text/html' ? withoutTags(decoded.body).trimStart() : decoded.body;
  return readsLikeReply(body) ? undefined : unknown('an email without reply-like text');
});

function unknown(reason: string): SkippedFile {
  return { kind: 'unknown', reason };
}

const EXTENSIONS = new Set(['eml', 'emltpl']);

const HEADER =
  /^(?:from|to|cc|subject|date|mime-version|x-unsent|content-type|message-id|reply-to|x-uniform-type-identifier)[ \t]*:/gim;

/** Returns true if a text has at least two email headers before its first empty line. */
function isMail(text: string): boolean {
  const top = text.slice(0, 8_000);
  const head = top.slice(0, /\r?\n\r?\n/.exec(top)?.index ?? top.length);
  return (head.match(HEADER)?.length ?? 0) >= 2;
}

function* replies({ text, file }: Content): Generator<Found> {
  const root = readMail(text);
  const part = shownPart(text, root);
  if (!part) return;
  const decoded = decodedPart(text, part);
  if ('problem' in decoded) {
    yield decoded;
    return;
  }
  if (decoded.body.trim() === '') return;
  const subject = headerText(root.headers.get('subject') ?? '').trim();
  const said = part.headers.get('content-language') ?? root.headers.get('content-language');
  yield {
    reply: {
      id: undefined,
      title: subject === '' ? undefined : subject,
      pointer: '',
      start: part.start,
      ...decoded,
      markup: part.type === 'text/html' ? 'html' : 'text',
      declared: { channel: 'email', ...localeFrom(said, file.path) },
    },
  };
}

type Decoded = ReturnType<typeof textOfPart> | Extract<Found, { problem: unknown }>;

function decodedPart(text: string, part: MailPart): Decoded {
  try {
    return textOfPart(text, part);
  } catch {
    const span = { start: part.start, end: part.start };
    const said = part.headers.get('content-type') ?? '';
    return { problem: { span, message: `Unknown charset in the email: ${said}`, fatal: true } };
  }
}

/** Returns the plain-text part. If it only points to the HTML version, returns the HTML part. */
function shownPart(text: string, root: MailPart): MailPart | undefined {
  const leaves = leavesOf(root).filter(({ headers }) => !/^attachment/i.test(headers.get('content-disposition') ?? ''));
  const plain = leaves.find(({ type }) => type === 'text/plain' || type === '');
  const html = leaves.find(({ type }) => type === 'text/html');
  if (!plain || !html) return plain ?? html;
  return isStub(text, plain, html) ? html : plain;
}

function leavesOf(part: MailPart): MailPart[] {
  return part.type.startsWith('multipart/') ? part.parts.flatMap(leavesOf) : [part];
}

/** Returns true if the plain text is far shorter than the text of the HTML. */
function isStub(text: string, plain: MailPart, html: MailPart): boolean {
  const [short, long] = [decodedPart(text, plain), decodedPart(text, html)];
  if ('problem' in long) return false;
  return 'problem' in short || wordsIn(short.body) * 3 < wordsIn(withoutTags(long.body)) || short.body.trim() === '';
}
