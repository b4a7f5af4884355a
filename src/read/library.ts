import { hintIn, isAboutPage } from './about-pages.js';
import { type Adapter, type Content, type Found, type FoundReply, remembered } from './content.js';
import { opensWithGreeting } from './cues.js';
import { afterFrontMatter, markupOf } from './folder-of-replies.js';
import { readFrontMatter, saidOf } from './front-matter.js';
import { type Block, blocksOf } from './markdown-blocks.js';
import { isLikely, isSurely, type Passage, passagesOf } from './passages.js';
import { separatedIn } from './separated.js';
import { slugOf } from './slug.js';
import { textOf } from './text-of-lines.js';

/**
 * Many replies in one Markdown file: in fences, block quotes or sections, each under its heading or label; or parted
 * by `###[Q] title` or `---- TITLE` lines.
 */
export const library: Adapter = {
  name: 'library of replies',
  recognises: (content) => markupOf(content.name) !== undefined && isOpen(content) && repliesIn(content).length > 0,
  replies,
};

function isOpen({ file, named, extension }: Content): boolean {
  return extension !== 'html' && extension !== 'htm' && (named || !isAboutPage(file.path));
}

/** Found once: recognising a library is finding its replies. */
const repliesIn = remembered(({ text, extension, named, file }: Content): readonly Passage[] => {
  const start = afterFrontMatter(text);
  const separated = separatedIn(text, start);
  if (separated.length > 0) return separated;
  if (extension === 'txt' || extension === 'text') return [];
  const blocks = blocksOf(text, start);
  const passages = passagesOf(text, blocks);
  const marked = passages.filter((passage) => passage.marked);
  if (marked.length > 1 && marked.some((passage) => isSurely(text, passage)))
    return marked.filter((passage) => isLikely(text, passage));
  return chosen(text, passages, {
    hinted: named || hintIn(file.path) !== undefined,
    greets: greetsFirst(text, blocks),
  });
});

/** A file whose own first words greet is a reply that shows something in a fence or a quote. */
function greetsFirst(text: string, blocks: readonly Block[]): boolean {
  const [first] = blocks.filter(({ kind }) => kind !== 'heading');
  return first?.kind === 'text' && opensWithGreeting(textOf(text, first.lines).body);
}

/**
 * Two passages that surely are replies make a file a library, or one where the path promises it. In a library all
 * fences, or all quotes, or all sections at a level, are replies that are written for people; of the other kinds only
 * those that surely are.
 */
function chosen(
  text: string,
  passages: readonly Passage[],
  { hinted, greets }: { hinted: boolean; greets: boolean },
): readonly Passage[] {
  const sure = new Set(passages.filter((passage) => isSurely(text, passage)));
  const of = (kind: Passage['kind']) => [...sure].filter((passage) => passage.kind === kind);
  const [leading] = [of('fence'), of('quote'), of('section')].sort((a, b) => b.length - a.length);
  const kind = leading?.[0]?.kind;
  if (!leading || !kind) return [];
  const enough = leading.length >= 2 || (hinted && !greets && kind !== 'section');
  if (!enough) return [];
  const depths = new Set(leading.map(({ depth }) => depth));
  const all = new Set(
    passages.filter((passage) => passage.kind === kind && (kind !== 'section' || depths.has(passage.depth))),
  );
  const rare = kind === 'section' && leading.length * 2 < all.size;
  return passages.filter((passage) => sure.has(passage) || (!rare && all.has(passage) && isLikely(text, passage)));
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
