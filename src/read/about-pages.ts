/** Pages about a folder or a project, not replies in it; they are read only where they are named. */
const ABOUT =
  /^(?:readme|contributing|contributors|changelog|changes|history|news|release[-_]?notes|releases?|releasing|licen[cs]es?|copying|notice|third[-_]?party[-_]?(?:notices?|licenses?)|security|code[-_]of[-_]conduct|conduct|authors|maintainers|governance|support|skill|agents|claude|gemini|copilot-instructions|llms|todo|roadmap|install|installation|upgrading|migration|migrating|index|faq|pull[-_]request[-_]template|issue[-_]template|codeowners|funding|architecture|robots|requirements|package|cmakelists)(?:[._-][\w-]+)*\.(?:md|markdown|mdx|txt|text|html?)$/i;

/** Forms that a forge shows to those who write to the team. */
const FORMS =
  /(?:^|\/)(?:\.github|\.gitlab|docs)\/(?:issue_template|pull_request_template|issue_templates|merge_request_templates|discussion_template)s?\//i;

/** True for a page about a project, by its path from the root. */
export function isAboutPage(path: string): boolean {
  return ABOUT.test(path.slice(path.lastIndexOf('/') + 1)) || FORMS.test(path);
}

const STRONG =
  /canned|saved[-_ ]?repl|quick[-_ ]?(?:text|repl)|predefined[-_ ]?repl|auto[-_ ]?(?:repl|respon)|(?:repl(?:y|ies)|responses?|macros?|e?-?mails?|support|messages?|tickets?|helpdesk|customer|review)[-_ ]?(?:templates?|snippets?|library|macros?|repl(?:y|ies)|responses?)|(?:templates?|snippets?)[-_ ](?:for[-_ ])?(?:repl|respon|mail|e-?mail|support)/i;
const WEAK =
  /(?:^|[/_.\- ])(?:macros?|repl(?:y|ies)|responses?|templates?|snippets?|respuestas|respostas|vorlagen|antworten|réponses)(?:$|[/_.\- ])/i;

/** What a path promises: only its last folders and its name count, for a project's own name says little. */
export function hintIn(path: string): 'strong' | 'weak' | undefined {
  const tail = path.split('/').slice(-4).join('/');
  if (STRONG.test(tail)) return 'strong';
  return WEAK.test(tail) ? 'weak' : undefined;
}
