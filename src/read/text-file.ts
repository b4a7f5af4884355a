import type { SkippedFile } from '../model/finding.js';
import type { Markup } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import { isAboutPage, isAmongArticles, isTeamPage } from './about-pages.js';
import { type Adapter, type Content, type Found, remembered } from './content.js';
import { opensWithGreeting, wordsIn } from './cues.js';
import { isAmongReplies, isIncluded, isMailOfProgram, notOneReply } from './folder-of-replies.js';
import { readFrontMatter, saidOf } from './front-matter.js';
import { blocksOf, linesOf } from './markdown-blocks.js';
import { type OneReply, oneReplyIn } from './one-reply.js';
import { OneText } from './one-text.js';
import { pageIn } from './page-in.js';
import { promisesReply } from './reply-keys.js';
import type { Neighbours } from './surroundings.js';
import { isMailed, isPartial, isTemplateName, markupOf, withoutLogic } from './text-kind.js';
import { textOf } from './text-of-lines.js';

/** Reads files with one reply each: Markdown, plain text or HTML, with or without front matter. */
export const textFile: Adapter = {
  name: 'one reply per file',
  recognises: (content) => content.markup !== undefined && whyNot(content) === undefined,
  leftAlone: (content) => (content.markup === undefined ? undefined : whyNot(content)),
  replies: repliesOf,
};

/** Returns true if a text is one reply, whatever else its folder contains. */
export function readsAsOneReply({ path, text }: Pick<SourceFile, 'path' | 'text'>): boolean {
  const markup = markupOf(path, text);
  return markup !== undefined && new OneText(text, markup).body.reads;
}

/** Says why a file that was not named is skipped. Undefined if the file is read. */
const whyNot = remembered((content: Content): SkippedFile | undefined => {
  const { file, named, neighbours, name, markup } = content;
  if (named) return undefined;
  if (isMailOfProgram(file.path, file.text, neighbours)) return whyNotMail(file.path, file.text, neighbours);
  if (isAboutPage(file.path)) return { kind: 'documentation', reason: 'the file name suggests project documentation' };
  const { text } = file;
  const { one } = content;
  const { start } = one;
  if (start > 0 && promisesReply(text.slice(0, start))) return undefined;
  if (markup !== 'html') {
    const page = pageIn(content);
    if (page.isForm) return { kind: 'unknown', reason: 'a form for people who contact the team' };
    if (page.isDraft) return { kind: 'unknown', reason: 'the page says that it contains drafts' };
    if (page.isArticle && page.hint !== 'strong' && !isMessage(content))
      return { kind: 'documentation', reason: 'looks like an article' };
  }
  const { marked, title } = one.reply;
  if (marked) return undefined;
  if (isTeamPage(title, one.body.text)) return { kind: 'documentation', reason: 'looks like notes for the team' };
  const why = isTemplateName(name) ? whyNotTemplate(file.path, neighbours) : undefined;
  return why ?? (neighbours && notOneReply({ path: file.path, one, neighbours }));
});

/** Returns true for a message whose author and date are noted, which does not make it an article. */
function isMessage({ file, one: { body }, neighbours }: Content): boolean {
  if (isAmongArticles(file.path)) return false;
  return body.isLetter || (body.reads && (body.greets || (neighbours !== undefined && isAmongReplies(neighbours))));
}

/** Emails sent by programs are composed from several files, and their subjects are in files of their own. */
function whyNotMail(path: string, text: string, neighbours: Neighbours | undefined): SkippedFile | undefined {
  const isPart = isPartial(path) || (neighbours !== undefined && isIncluded(path, neighbours) && !greets(text));
  if (isPart || wordsIn(withoutLogic(text)) < FEWEST_WORDS_OF_A_MAIL)
    return { kind: 'unknown', reason: 'part of other messages' };
  return undefined;
}

/** Returns true if a text greets. An email that extends another template has its greeting below the subject. */
function greets(text: string): boolean {
  return withoutLogic(text).split('\n', LINES_TO_A_GREETING).some(opensWithGreeting);
}

const LINES_TO_A_GREETING = 6;
const FEWEST_WORDS_OF_A_MAIL = 12;

/** Most templates are skipped because they produce web pages or files for other programs. */
function whyNotTemplate(path: string, neighbours: Neighbours | undefined): SkippedFile | undefined {
  if (isPartial(path)) return { kind: 'unknown', reason: 'part of other messages' };
  if (neighbours?.given || isMailed(path) || (neighbours && isAmongReplies(neighbours))) return undefined;
  return { kind: 'code', reason: 'a template outside any folder of replies' };
}

async function* repliesOf(content: Content): AsyncGenerator<Found> {
  const { text, file } = content;
  const front = await readFrontMatter(text);
  for (const problem of front?.problems ?? []) yield { problem };
  const markup = content.markup ?? 'text';
  const from = front?.end ?? 0;
  // In an email sent by a program, tags at the top may be closed at the end, so the whole text is read.
  const isWhole = isMailOfProgram(file.path, text, content.neighbours);
  const { lines, title } = isWhole
    ? { lines: linesOf(text, from), title: undefined }
    : replyFrom(content, from, markup);
  const { body, map } = textOf(text, lines);
  if (body.trim() === '') return;
  yield {
    reply: {
      id: front?.id,
      title: front?.title ?? title,
      pointer: '',
      start: (lines[0]?.start ?? 0) > from ? (lines[0]?.start ?? 0) : 0,
      body,
      map,
      markup,
      ...saidOf(front, file.path),
    },
  };
}

/** Returns the reply after the front matter, which was usually parsed to recognize the file. */
function replyFrom({ text, one }: Content, from: number, markup: Markup): OneReply {
  if (one.start === from) return one.reply;
  return oneReplyIn(text, { start: from, blocks: markup === 'markdown' ? blocksOf(text, from) : [] }, markup);
}
