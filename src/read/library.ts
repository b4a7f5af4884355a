import { hintIn, hintInTitle, isAboutPage } from './about-pages.js';
import { chosenFrom } from './chosen.js';
import { type Adapter, type Content, type Found, type FoundReply, remembered } from './content.js';
import { mayHoldMessages } from './cues.js';
import { dividedIn } from './divided.js';
import { isMailOfProgram } from './folder-of-replies.js';
import { readFrontMatter, saidOf } from './front-matter.js';
import { cellsIn, itemsIn } from './listed.js';
import { pageIn } from './page-in.js';
import { type Passage, passagesOf } from './passages.js';
import { slugOf } from './slug.js';
import { isTemplateName } from './text-kind.js';
import { textOf } from './text-of-lines.js';
import { withTitleLines } from './title-lines.js';

/**
 * Reads Markdown or text files with many replies. They are in fences, block quotes, sections, list items or table
 * cells, each under a heading or label, or they are divided by separator lines.
 */
export const library: Adapter = {
  name: 'library of replies',
  recognises: (content) => content.markup !== undefined && isOpen(content) && repliesIn(content).length > 0,
  replies,
};

/**
 * A template contains a single reply, unless it is a Markdown template. The same is true for an email sent by a
 * program.
 */
function isOpen({ file, named, name, text, markup, declaredMarkup, neighbours }: Content): boolean {
  if (isMailOfProgram(file.path, text, neighbours)) return false;
  if (declaredMarkup === undefined && isTemplateName(name) && !/\.(?:md|markdown)\.[^.]+$/.test(name)) return false;
  return markup !== 'html' && (named || !isAboutPage(file.path));
}

/** The result is stored because recognizing a library requires finding its replies. */
const repliesIn = remembered((content: Content): readonly Passage[] => {
  const { text, markup, named, file, one } = content;
  // A single passage is a reply of its own file, not of a library.
  if (one.running) return [];
  if (markup === 'markdown' && !STRUCTURE.test(text)) return [];
  if (!named && !mayHoldMessages(text) && !promises(file.path, text)) return [];
  const { start, blocks } = one;
  const page = pageIn(content);
  if (page.isDraft || page.isForm) return [];
  const isPlain = markup === 'text';
  const divided = dividedIn(text, start, { page, isPlain });
  if (divided.length > 0) return divided;
  if (isPlain && !blocks.some(({ kind }) => kind === 'heading' || kind === 'fence')) return [];
  const titled = withTitleLines(text, blocks, page.hint === 'strong');
  return chosenFrom(text, [passagesOf(text, titled), itemsIn(text, titled), cellsIn(text, titled)], page);
});

/** Matches what could separate replies in Markdown: a heading, fence, quotation, table, rule, list or label. */
const STRUCTURE = /^[ \t]*(?:[#>`~|=*_+<"“„«-]|\d{1,3}[.)][ \t])|\*\*|__/m;

/** Returns true if the path or the title says that a file contains replies. */
function promises(path: string, text: string): boolean {
  const title = /^#[ \t]+(\S.*)$/m.exec(text.slice(0, 2_000))?.[1] ?? '';
  return hintIn(path) !== undefined || hintInTitle(title) !== undefined;
}

async function* replies(content: Content): AsyncGenerator<Found> {
  const { text, file } = content;
  const front = await readFrontMatter(text);
  for (const problem of front?.problems ?? []) yield { problem };
  const said = saidOf(front, file.path);
  const seen = new Map<string, number>();
  for (const passage of repliesIn(content)) {
    const title = passage.title ?? passage.subject ?? front?.title;
    const slug = slugOf(title ?? '');
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    yield {
      reply: {
        ...replyOf(text, passage),
        slug,
        title,
        pointer: `#${slug}${count > 1 ? `~${count}` : ''}`,
        ...said,
      },
    };
  }
}

function replyOf(
  text: string,
  { lines, markup }: Passage,
): Pick<FoundReply, 'id' | 'start' | 'body' | 'map' | 'markup'> {
  return { id: undefined, start: lines[0]?.start ?? 0, ...textOf(text, lines), markup };
}
