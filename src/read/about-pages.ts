import { PROJECT_PAGE, PROJECT_PAGE_WHOLE, STRONG_HINT, TEAM_PAGE_TITLE, WEAK_HINT } from './cue-words.js';
import { cuesIn } from './cues.js';

const EXTENSION = '\\.(?:md|markdown|mdx|txt|text|html?)$';
const LANGUAGE = '(?:[._-][a-z]{2}(?:[._-][a-z]{2,4})?)?';

/** Pages about a folder or a project, not replies in it; they are read only where they are named. */
const ABOUT = new RegExp(
  `^(?:(?:${PROJECT_PAGE})(?:[._-][\\w-]+)*|(?:${PROJECT_PAGE_WHOLE})${LANGUAGE})${EXTENSION}`,
  'i',
);

/** Forms that a forge shows to those who write to the team. */
const FORMS =
  /(?:^|\/)(?:\.github|\.gitlab|docs)\/(?:issue_template|pull_request_template|issue_templates|merge_request_templates|discussion_template)s?\//i;

/** True for a page about a project, by its path from the root. */
export function isAboutPage(path: string): boolean {
  return ABOUT.test(path.slice(path.lastIndexOf('/') + 1)) || FORMS.test(path);
}

export type Hint = 'strong' | 'weak' | undefined;

const STRONG = new RegExp(STRONG_HINT, 'iu');
const WEAK = new RegExp(`(?:^|[/_.\\- ])(?:${WEAK_HINT})(?:$|[/_.\\- ])`, 'iu');

/** What a path promises: only its last folders and its name count, for a project's own name says little. */
export function hintIn(path: string): Hint {
  const tail = path.split('/').slice(-4).join('/');
  if (STRONG.test(tail)) return 'strong';
  return WEAK.test(tail) ? 'weak' : undefined;
}

/** True for a path that says that replies stand in the file. */
export function promisesReplies(path: string): boolean {
  return hintIn(path) === 'strong' || WEAK.test(path.slice(path.lastIndexOf('/') + 1));
}

/** What the title of a page promises. */
export function hintInTitle(title: string): Hint {
  if (STRONG.test(title)) return 'strong';
  return WEAK.test(title) ? 'weak' : undefined;
}

/** Pages of a site, and articles: front matter that a site’s generator reads, or a folder of posts. */
const ARTICLE = /(?:^|\/)_?(?:posts|blog|articles|news)\//i;
const ARTICLE_KEYS = /^(?:layout:[ \t]*["']?(?:post|article|blog)|date:|pub_?date:|published(?:At|_at)?:|authors?:)/im;

/** True for an article, which may well quote a letter or two. */
export function isArticle(path: string, frontMatter: string): boolean {
  return ARTICLE.test(path) || ARTICLE_KEYS.test(frontMatter);
}

/** An issue form of a forge, wherever it stands. */
const FORM_KEYS = /^about:[\s\S]*^(?:labels|assignees|title):|^(?:labels|assignees):[\s\S]*^about:/im;

export function isIssueForm(frontMatter: string): boolean {
  return FORM_KEYS.test(frontMatter);
}

const DRAFT =
  /\b(?:page|file|document|folder|list|these|this|replies|templates|texts|macros)\b[^.\n]{0,40}\b(?:contains?|holds?|is|are|has)\b[^.\n]{0,30}\bdrafts?\b|\bdrafts?\b[^.\n]{0,40}\b(?:not (?:yet )?(?:approved|final|reviewed|sent|ready|live|in use)|do not (?:use|send)|only|for discussion)\b|\b(?:not (?:yet )?(?:approved|in use)|work in progress)\b/i;
const DRAFT_KEYS = /^(?:draft:[ \t]*true|status:[ \t]*["']?(?:draft|wip)\b)/im;
const DRAFT_HEADING = /^(?:drafts?|wip|work in progress)$/i;

/** True for a page that says of itself, before its first section, that its replies are drafts. */
export function isDraftPage(frontMatter: string, introduction: string, title: string | undefined): boolean {
  if (DRAFT_KEYS.test(frontMatter) || DRAFT.test(introduction)) return true;
  return title !== undefined && DRAFT_HEADING.test(title.trim());
}

const TEAM_PAGE = new RegExp(`^(?:${TEAM_PAGE_TITLE})$`, 'i');

/** True for notes of the team: the title names its own work or the folder, and nothing in the text speaks to anybody. */
export function isTeamPage(title: string | undefined, body: string): boolean {
  if (title === undefined || !TEAM_PAGE.test(title)) return false;
  return [...cuesIn(body)].every((cue) => cue === 'first person');
}
