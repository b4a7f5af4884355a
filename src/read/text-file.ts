import { shiftedBy } from '../model/offset-map.js';
import type { Markup } from '../model/reply.js';
import type { Adapter, Content, Found } from './content.js';
import { readFrontMatter } from './front-matter.js';
import { localeInName } from './locale-in-name.js';

/** Pages about a folder, not replies in it; they are read only where they are named. */
const ABOUT =
  /^(?:readme|contributing|changelog|changes|history|license|licence|copying|security|code[-_]of[-_]conduct|authors|maintainers|governance|support|skill|agents|claude|todo|index)(?:[._-][\w-]+)*\.(?:md|markdown|mdx|txt|html?)$/;

const MARKUP_OF: Readonly<Record<string, Markup>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
};

/** One reply a file: Markdown, plain text, HTML, with or without front matter. */
export const textFile: Adapter = {
  name: 'one reply a file',
  recognises: (content) => MARKUP_OF[content.extension] !== undefined && (content.named || !ABOUT.test(content.name)),
  replies: repliesOf,
};

async function* repliesOf(content: Content): AsyncGenerator<Found> {
  const front = await readFrontMatter(content.text);
  for (const problem of front?.problems ?? []) yield { problem };
  const start = front?.end ?? 0;
  const body = content.text.slice(start);
  if (body.trim() === '') return;
  const locale = front?.declared.locale ?? localeInName(content.file.path);
  yield {
    reply: {
      id: front?.id,
      title: front?.title,
      pointer: '',
      start: 0,
      body,
      map: shiftedBy(start),
      markup: MARKUP_OF[content.extension] ?? 'text',
      declared: { ...front?.declared, ...(locale !== undefined && { locale }) },
      active: front?.active ?? true,
      audience: front?.audience ?? 'customer',
    },
  };
}
