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

/** Extensions of template languages, with the markup of their texts if only one is possible. */
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

/** Returns the extensions of a name, starting with the last: `welcome.html.erb` → `erb`, `html`. */
function extensionsOf(name: string): string[] {
  const parts = (name.split('/').at(-1) ?? '').toLowerCase().split('.').slice(1).reverse();
  const [last, inner, ...more] = parts;
  return last === 'php' && inner === 'blade' ? ['blade.php', ...more] : parts;
}

/** Returns the last of a name’s extensions. Empty if it has none. */
function lastExtensionOf(name: string): string {
  const own = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  const dot = own.lastIndexOf('.');
  return dot < 0 ? '' : own.endsWith('.blade.php') ? 'blade.php' : own.slice(dot + 1);
}

/** Returns true for the name of a file in a template language. */
export function isTemplateName(name: string): boolean {
  return Object.hasOwn(TEMPLATES, lastExtensionOf(name));
}

/** Returns true for the name of a text file: Markdown, HTML, plain text, or a template for one of them. */
export function isTextName(name: string): boolean {
  return Object.hasOwn(MARKUP_OF, lastExtensionOf(name)) || isTemplateName(name);
}

/**
 * Returns the markup of a file according to its name. For a template, the extension before the last one or the text
 * decides. Undefined for a file without readable text.
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

/** Matches statements, comments and includes of template languages, but not values. */
const LOGIC =
  /\{%[-+~]?(?!\w+(?:\.\w+)*(?:,[^%]{0,80})?%\})[^%]{0,300}%\}|\{#[^#]{0,500}#\}|<%(?!=)[^%]{0,500}%>|<\/?[#@][^<>]{0,300}>|\{\{[-~]?\s{0,5}(?:[#/!>]|(?:if|else|end|range|with|template|define|block)\b)[^{}]{0,300}\}\}|^[ \t]*(?:#(?:if|else|elseif|end|set|foreach|parse|include|macro)\b|@(?:component|endcomponent|extends|section|endsection|include|yield|if|elseif|else|endif|foreach|endforeach|php|endphp)\b)[^\n]*$/gm;

/**
 * Returns the text of a template roughly as a customer would read it. It is used to recognize the text, not for
 * positions.
 */
export function withoutLogic(text: string): string {
  return text.replace(LOGIC, '').replace(/<%[=-]{1,2}([^%]{1,300})%>/g, '{{$1}}');
}

/** Matches folders and files that contain messages to send. */
const MAILED =
  /(?:^|[/_-])(?:e?-?mails?|mailers?|mailings?|repl(?:y|ies)|canned|macros|responses|messages|notifications?|autorespon\w+|helpdesk|support|tickets?|letters)(?:[-_./]|$)/i;
/** Matches folders in which programs keep the templates of their emails. */
const OF_PROGRAM = /(?:^|\/)(?:templates?|views|mailers?|resources)\//i;
/** Matches statements of template languages, which agents do not fill in. */
const STATEMENT =
  /\{%[-+~]?\s{0,5}(?:if|for|load|with|include|extends|block|url|trans|blocktrans|filter|set|autoescape)\b|<%|<#/;

/** Returns true for a path at which a program keeps plain-text emails. */
export function isPathOfMail(path: string): boolean {
  return /\.te?xt$/i.test(path) && isMailed(path) && OF_PROGRAM.test(path);
}

/** Returns true for a text that contains template statements. */
export function hasStatements(text: string): boolean {
  return STATEMENT.test(text);
}

/** Matches the names of files that are parts of other templates. */
const PARTIAL = /(?:^|\/)(?:_|(?:layouts?|base|header|footer|partials?|macros?|styles?)(?:[._-]|\/))[^/]*$/i;

/** Returns true for the path of message templates, as opposed to page templates. */
export function isMailed(path: string): boolean {
  return MAILED.test(path.split('/').slice(-4).join('/'));
}

/** Returns true for the path of a template that others include or extend. */
export function isPartial(path: string): boolean {
  return PARTIAL.test(path);
}
