import {
  bitsOf,
  type Found,
  foldTelltale,
  nameTelltales,
  telltales,
  withoutJoins,
} from '../language/telltale/index.js';
import { cuesIn } from './cues.js';

/** Matches names of files that most projects have, with any suffix: `README.de.md`, `LICENSE-MIT.txt`. */
const PROJECT_PAGE =
  'readme|contributing|changelog|licen[cs]es?|copying|third[-_]?party[-_]?(?:notices?|licenses?)|copilot-instructions|pull[-_]request[-_]template|issue[-_]template|codeowners|cmakelists';
/** Matches names only as a whole, optionally with a language: `support.md`, but not `support-macros.md`. */
const PROJECT_PAGE_WHOLE =
  'contributors|code[-_]of[-_]conduct|robots|requirements(?:[-_.]\\w+)?|changes|history|news|release[-_]?notes|releases?|releasing|notice|security|conduct|authors|maintainers|governance|support|skill|agents|claude|gemini|llms(?:-full)?|todo|roadmap|install|installation|upgrading|migration|migrating|index|faq|funding|architecture|package|style[-_]?guide';

const EXTENSION = '\\.(?:md|markdown|mdx|txt|text|html?)$';
const LANGUAGE = '(?:[._-][a-z]{2}(?:[._-][a-z]{2,4})?)?';

/** Matches pages about a folder or project, as opposed to replies. They are read only if the user names them. */
const ABOUT = new RegExp(
  `^(?:(?:${PROJECT_PAGE})(?:[._-][\\w-]+(?:\\.[\\w-]+)*)?|(?:${PROJECT_PAGE_WHOLE})${LANGUAGE})${EXTENSION}`,
  'i',
);

/** Matches forms that a code host shows to people who write to the team. */
const FORMS =
  /(?:^|\/)(?:\.github|\.gitlab|docs)\/(?:issue_template|pull_request_template|issue_templates|merge_request_templates|discussion_template)s?\//i;

/** Returns true for a page about a project, judging by its path from the root. */
export function isAboutPage(path: string): boolean {
  return ABOUT.test(path.slice(path.lastIndexOf('/') + 1)) || FORMS.test(path);
}

export type Hint = 'strong' | 'weak' | undefined;

const STRONG = bitsOf('collection');
const WEAK = bitsOf('perhaps-collection');

function isStrong(name: string): boolean {
  return nameTelltales().isWithin(withoutJoins(foldTelltale(name)), STRONG);
}

function isWeak(name: string): boolean {
  return nameTelltales().isIn(foldTelltale(name), WEAK);
}

/**
 * Returns what a path promises. Only the file name and the innermost folders count, because the name of a project says
 * little.
 */
export function hintIn(path: string): Hint {
  return hintInTitle(path.split('/').slice(-4).join('/'));
}

/** Returns true if the path indicates that the file contains replies. */
export function promisesReplies(path: string): boolean {
  return hintIn(path) === 'strong' || isWeak(path.slice(path.lastIndexOf('/') + 1));
}

/** Returns what the title of a page promises. */
export function hintInTitle(title: string): Hint {
  if (isStrong(title)) return 'strong';
  return isWeak(title) ? 'weak' : undefined;
}

/** Matches folders of posts and articles. Front matter for a site generator identifies other articles. */
const ARTICLE = /(?:^|\/)_?(?:posts|blog|articles|news)\//i;
const ARTICLE_KEYS = /^(?:layout:[ \t]*["']?(?:post|article|blog)|date:|pub_?date:|published(?:At|_at)?:|authors?:)/im;

/** Returns true for an article, which may quote a letter or two. */
export function isArticle(path: string, frontMatter: string): boolean {
  return isAmongArticles(path) || ARTICLE_KEYS.test(frontMatter);
}

/** Returns true for a file in a folder of articles, whose front matter proves nothing. */
export function isAmongArticles(path: string): boolean {
  return ARTICLE.test(path);
}

/** Matches the keys of an issue form for a code host, which can be in any folder. */
const FORM_KEYS = /^(about|labels|assignees|title):/gim;

export function isIssueForm(frontMatter: string): boolean {
  const keys = Array.from(frontMatter.matchAll(FORM_KEYS), ([, key = '']) => key.toLowerCase());
  const about = keys.indexOf('about');
  return about >= 0 && keys.some((key, index) => key !== 'about' && (index > about || key !== 'title'));
}

const DRAFT = bitsOf('draft');
const DRAFT_PAGE = bitsOf('draft-page');
const DRAFT_VERB = bitsOf('draft-verb');
const DRAFT_STATE = bitsOf('draft-state');
const UNFINISHED = bitsOf('unfinished');
/** Maximum distance between related words, in UTF-16 units. */
const NEAR = 40;
const NEARER = 30;

const DRAFT_KEYS = /^(?:draft:[ \t]*true|status:[ \t]*["']?(?:draft|wip)\b)/im;
const DRAFT_HEADING = bitsOf('draft-heading');

/** Returns true if the front matter or the title of a page says that its replies are drafts. */
export function isMarkedDraft(frontMatter: string, title: string | undefined): boolean {
  if (DRAFT_KEYS.test(frontMatter)) return true;
  return title !== undefined && nameTelltales().isWhole(foldTelltale(title.trim()), DRAFT_HEADING);
}

/** Returns true if a text contains words without which it cannot say that it is a draft. */
export function mentionsDraft(text: string): boolean {
  return telltales().isIn(foldTelltale(text), UNFINISHED | DRAFT);
}

/**
 * Returns true for an introduction such as “These replies are still drafts.”, “Draft, not yet approved” or “Work in
 * progress”.
 */
export function saysDrafts(introduction: string): boolean {
  return foldTelltale(introduction)
    .split(/[.\n]/)
    .some((sentence) => {
      if (telltales().isIn(sentence, UNFINISHED)) return true;
      const all = (list: number) => [...telltales().all(sentence, list)];
      const drafts = all(DRAFT);
      if (drafts.length === 0) return false;
      const said = behind(behind(all(DRAFT_PAGE), all(DRAFT_VERB), NEAR), drafts, NEARER);
      return said.length > 0 || behind(drafts, all(DRAFT_STATE), NEAR).length > 0;
    });
}

/** Returns the matches that closely follow one of the others. */
function behind(first: readonly Found[], then: readonly Found[], most: number): Found[] {
  return then.filter(({ start }) => first.some(({ end }) => start >= end && start - end <= most));
}

const TEAM_PAGE = bitsOf('team-page');
/** A period such as “Q3 2026” does not show what kind of page it is, so it is ignored. */
const PERIOD = /\b(?:q[1-4]|20\d\d)\b/g;

/** Returns true for internal notes: the title names internal work or the folder, and the text addresses no one. */
export function isTeamPage(title: string | undefined, body: string): boolean {
  if (title === undefined) return false;
  const named = foldTelltale(title).replace(PERIOD, ' ').replace(/ {2,}/g, ' ').trim();
  return nameTelltales().isWhole(named, TEAM_PAGE) && [...cuesIn(body)].every((cue) => cue === 'first person');
}
