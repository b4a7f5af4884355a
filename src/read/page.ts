import { type Hint, hintIn, hintInTitle, isArticle, isDraftPage, isIssueForm } from './about-pages.js';
import { opensWithGreeting, wordsIn } from './cues.js';
import { wordsOf } from './heading-words.js';
import type { Block } from './markdown-blocks.js';
import { bodyOf } from './text-of-lines.js';

/** What a file says about itself before its first reply, in its path, front matter, title and introduction. */
export interface Page {
  /** True if the user named the file, so that it is meant to be read. */
  readonly named: boolean;
  readonly hint: Hint;
  readonly isDraft: boolean;
  readonly isForm: boolean;
  readonly isArticle: boolean;
  /** True if the page itself begins with a greeting. It is then a reply that contains a fence or a quotation. */
  readonly greets: boolean;
  /** The number of words on the page. */
  readonly words: number;
}

/** @param blocks the blocks of the text after the front matter */
export function pageOf(text: string, path: string, blocks: readonly Block[], named: boolean): Page {
  const top = text.slice(0, blocks[0]?.start ?? 0);
  const heading = blocks.find((block) => block.kind === 'heading');
  const title = heading?.depth === 1 ? wordsOf(heading.text) : undefined;
  let greets: boolean | undefined;
  let words: number | undefined;
  return {
    named,
    hint: named ? 'strong' : stronger(hintIn(path), title),
    isDraft: !named && isDraftPage(top, introductionOf(text, blocks), title),
    isForm: !named && isIssueForm(top),
    isArticle: !named && isArticle(path, top),
    get greets() {
      greets ??= greetsIn(text, blocks);
      return greets;
    },
    get words() {
      words ??= wordsIn(text);
      return words;
    },
  };
}

function greetsIn(text: string, blocks: readonly Block[]): boolean {
  const first = blocks.find(({ kind }) => kind !== 'heading');
  return first?.kind === 'text' && opensWithGreeting(bodyOf(text, first.lines.slice(0, MOST_LINES)));
}

/** Returns the hint in the path or in the title of a page, whichever is stronger. */
function stronger(path: Hint, title: string | undefined): Hint {
  if (path === 'strong' || title === undefined) return path;
  const other = hintInTitle(title);
  return other === 'strong' ? 'strong' : (path ?? other);
}

/** Returns the text and quotations above the second heading, or above the first one if that is not a title. */
function introductionOf(text: string, blocks: readonly Block[]): string {
  let headings = 0;
  let intro = '';
  for (const block of blocks) {
    if (block.kind === 'heading') headings += 1;
    if (headings > 1 || (block.kind === 'heading' && block.depth > 1)) break;
    if (block.kind === 'text' || block.kind === 'quote') intro += `${bodyOf(text, block.lines.slice(0, MOST_LINES))}\n`;
    if (intro.length > LONGEST) break;
  }
  return intro.slice(0, LONGEST);
}

const LONGEST = 1_500;
const MOST_LINES = 30;
