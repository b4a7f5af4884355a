import type { Markup } from '../model/reply.js';
import { markupOf as markupIn } from './markup-of-text.js';

const MARKUP_OF: Readonly<Record<string, Markup>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
};

/** Extensions of template languages, and the markup of their texts where only one is possible. */
const TEMPLATES: Readonly<Record<string, Markup | 'any'>> = {
  liquid: 'any',
  hbs: 'any',
  handlebars: 'any',
  mustache: 'any',
  j2: 'any',
  jinja: 'any',
  jinja2: 'any',
  njk: 'any',
  nunjucks: 'any',
  twig: 'any',
  erb: 'any',
  ejs: 'any',
  eex: 'any',
  heex: 'html',
  ftl: 'any',
  ftlh: 'html',
  vm: 'any',
  vtl: 'any',
  mjml: 'html',
  tpl: 'any',
  tmpl: 'any',
  gotmpl: 'any',
  gohtml: 'html',
  'blade.php': 'any',
};

/** The extensions of a name, the last first: `welcome.html.erb` → `erb`, `html`. */
function extensionsOf(name: string): string[] {
  const parts = (name.split('/').at(-1) ?? '').toLowerCase().split('.').slice(1).reverse();
  const [last, inner, ...more] = parts;
  return last === 'php' && inner === 'blade' ? ['blade.php', ...more] : parts;
}

/** True for a name of a file in a template language. */
export function isTemplateName(name: string): boolean {
  return Object.hasOwn(TEMPLATES, extensionsOf(name)[0] ?? '');
}

/** True for a name of a file of text: Markdown, HTML, plain text, or a template of one of them. */
export function isTextName(name: string): boolean {
  return Object.hasOwn(MARKUP_OF, extensionsOf(name)[0] ?? '') || isTemplateName(name);
}

/**
 * The markup that a file is in, by its name; a template’s by the extension before the last, or by its text. Undefined
 * for a file that is no text to read.
 */
export function markupOf(name: string, text: string): Markup | undefined {
  const [last = '', inner = ''] = extensionsOf(name);
  if (Object.hasOwn(MARKUP_OF, last)) return MARKUP_OF[last];
  const known = Object.hasOwn(TEMPLATES, last) ? TEMPLATES[last] : undefined;
  if (known !== 'any') return known;
  if (Object.hasOwn(MARKUP_OF, inner)) return MARKUP_OF[inner];
  if (/@component\(['"]mail::|<x-mail::/.test(text)) return 'markdown';
  return markupIn(withoutLogic(text));
}

/** Statements, comments and inclusions of template languages; what is filled in stays. */
const LOGIC =
  /\{%[-+~]?(?!\w+(?:\.\w+)*(?:,[^%]{0,80})?%\})[^%]{0,300}%\}|\{#[^#]{0,500}#\}|<%(?!=)[^%]{0,500}%>|<\/?[#@][^<>]{0,300}>|\{\{[-~]?\s{0,5}(?:[#/!>]|(?:if|else|end|range|with|template|define|block)\b)[^{}]{0,300}\}\}|^[ \t]*(?:#(?:if|else|elseif|end|set|foreach|parse|include|macro)\b|@(?:component|endcomponent|extends|section|endsection|include|yield|if|elseif|else|endif|foreach|endforeach|php|endphp)\b)[^\n]*$/gm;

/** A template’s text as one of its customers could read it: for telling what it is, not for its places. */
export function withoutLogic(text: string): string {
  return text.replace(LOGIC, '').replace(/<%[=-]{1,2}([^%]{1,300})%>/g, '{{$1}}');
}

/** Folders and files of what is sent. */
const MAILED =
  /(?:^|[/_-])(?:e?-?mails?|mailers?|mailings?|repl(?:y|ies)|canned|macros|responses|messages|notifications?|autorespon\w+|helpdesk|support|tickets?|letters)(?:[-_./]|$)/i;
/** Where the programs that send mails keep their templates. */
const OF_PROGRAM = /(?:^|\/)(?:templates?|views|mailers?|resources)\//i;
/** Statements of template languages, which no agent fills in. */
const STATEMENT =
  /\{%[-+~]?\s{0,5}(?:if|for|load|with|include|extends|block|url|trans|blocktrans|filter|set|autoescape)\b|<%|<#/;

/** True for a path where a program keeps the plain texts that it mails. */
export function isPathOfMail(path: string): boolean {
  return /\.te?xt$/i.test(path) && isMailed(path) && OF_PROGRAM.test(path);
}

/** True for a text with statements of a template language. */
export function hasStatements(text: string): boolean {
  return STATEMENT.test(text);
}

/** What others are put together from. */
const PARTIAL = /(?:^|\/)(?:_|(?:layouts?|base|header|footer|partials?|macros?|styles?)(?:[._-]|\/))[^/]*$/i;

/** True for a path of templates of what is sent, rather than of pages. */
export function isMailed(path: string): boolean {
  return MAILED.test(path.split('/').slice(-4).join('/'));
}

/** True for a path of a template that others include or extend. */
export function isPartial(path: string): boolean {
  return PARTIAL.test(path);
}
