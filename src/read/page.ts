import { type Hint, hintIn, hintInTitle, isArticle, isDraftPage, isIssueForm } from './about-pages.js';
import { opensWithGreeting, wordsIn } from './cues.js';
import { wordsOf } from './heading-words.js';
import type { Block } from './markdown-blocks.js';
import { textOf } from './text-of-lines.js';

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
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const title = headings[0]?.depth === 1 ? wordsOf(headings[0].text) : undefined;
  const first = blocks.find(({ kind }) => kind !== 'heading');
  const intro = introductionOf(text, blocks);
  let words: number | undefined;
  return {
    named,
    hint: named ? 'strong' : stronger(hintIn(path), title === undefined ? undefined : hintInTitle(title)),
    isDraft: !named && isDraftPage(top, intro, title),
    isForm: !named && isIssueForm(top),
    isArticle: !named && isArticle(path, top),
    greets: first?.kind === 'text' && opensWithGreeting(textOf(text, first.lines.slice(0, MOST_LINES)).body),
    get words() {
      words ??= wordsIn(text);
      return words;
    },
  };
}

function stronger(one: Hint, other: Hint): Hint {
  return one === 'strong' || other === 'strong' ? 'strong' : (one ?? other);
}

/** Returns the text and quotations above the second heading, or above the first one if that is not a title. */
function introductionOf(text: string, blocks: readonly Block[]): string {
  let headings = 0;
  let intro = '';
  for (const block of blocks) {
    if (block.kind === 'heading') headings += 1;
    if (headings > 1 || (block.kind === 'heading' && block.depth > 1)) break;
    if (block.kind === 'text' || block.kind === 'quote')
      intro += `${textOf(text, block.lines.slice(0, MOST_LINES)).body}\n`;
    if (intro.length > LONGEST) break;
  }
  return intro.slice(0, LONGEST);
}

const LONGEST = 1_500;
const MOST_LINES = 30;
