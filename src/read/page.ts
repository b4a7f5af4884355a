import {
  type Hint,
  hintIn,
  hintInTitle,
  isArticle,
  isIssueForm,
  isMarkedDraft,
  mentionsDraft,
  saysDrafts,
} from './about-pages.js';
import { opensWithGreeting, wordsIn } from './cues.js';
import { wordsOf } from './heading-words.js';
import type { Block } from './markdown-blocks.js';
import type { RunningText } from './running-text.js';
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

/** A text with results that are computed on first use. */
interface PageText {
  readonly text: string;
  /** The blocks after the front matter. */
  readonly blocks: readonly Block[];
  readonly running: RunningText | undefined;
}

/** Returns what a text says about itself. Its blocks are not needed for running text. */
export function pageOf(one: PageText, path: string, named: boolean): Page {
  const { text, running } = one;
  const top = text.slice(0, running ? running.start : (one.blocks[0]?.start ?? 0));
  const heading = running ? running.title : titleIn(one.blocks);
  const title = heading === undefined ? undefined : wordsOf(heading);
  let greets: boolean | undefined;
  let words: number | undefined;
  return {
    named,
    hint: named ? 'strong' : stronger(hintIn(path), title),
    isDraft: !named && (isMarkedDraft(top, title) || introducesDrafts(one)),
    isForm: !named && isIssueForm(top),
    isArticle: !named && isArticle(path, top),
    get greets() {
      greets ??= greetsIn(text, one.blocks);
      return greets;
    },
    get words() {
      words ??= wordsIn(text);
      return words;
    },
  };
}

/** Returns the first heading, if it is one of the first level. */
function titleIn(blocks: readonly Block[]): string | undefined {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading?.depth === 1 ? heading.text : undefined;
}

/** Returns true if the introduction says that the replies are drafts. Few texts mention drafts at all. */
function introducesDrafts(one: PageText): boolean {
  const mayBe = one.text.length > LONGEST_TO_SEARCH || mentionsDraft(one.text);
  return mayBe && saysDrafts(introductionOf(one.text, one.blocks));
}

/** Maximum length of a text that is searched as a whole. The introduction of a longer one is much shorter. */
const LONGEST_TO_SEARCH = 4_000;

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
