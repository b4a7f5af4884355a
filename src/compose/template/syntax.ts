import type { Helpdesk, Markup } from '../../model/reply.js';

/** One way to write a value to fill in. */
export interface Syntax {
  readonly name: string;
  /** Sticky; group 1 is the path or the words inside. Every quantifier is bounded. */
  readonly pattern: RegExp;
  /** Filled by the help desk, or by the agent. */
  readonly kind: 'machine' | 'manual';
  readonly helpdesks?: readonly Helpdesk[];
  readonly markups?: readonly Markup[];
  /** A last look at what was matched. */
  accepts?(inside: string, body: string, at: number, whole: string): boolean;
}

const HTML_ELEMENTS = new Set(
  'a abbr address article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col colgroup data dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark meta nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video wbr'.split(
    ' ',
  ),
);

/** Not in a word: `X` of `XL` or of `MAXXXIMUM` is none. */
function standsAlone(_: string, body: string, at: number, whole: string): boolean {
  return !/[\p{L}\p{N}]/u.test(body[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(body[at + whole.length] ?? ' ');
}

/**
 * The table of placeholders, longest syntax first where two begin alike. The forms are those of the help desks'
 * own documentation and of libraries kept in public repositories.
 */
export const PLACEHOLDER_SYNTAX: readonly Syntax[] = [
  { name: 'triple-braces', pattern: /\{\{\{([^{}]{1,200})\}\}\}/y, kind: 'machine' },
  { name: 'braze', pattern: /\{\{\s{0,9}\$\{([^{}]{1,200})\}([^{}]{0,200})\}\}/y, kind: 'machine' },
  { name: 'double-braces', pattern: /\{\{(?![#/^>!])((?:[^{}]|\}(?!\})){1,300})\}\}/y, kind: 'machine' },
  { name: 'helpscout', pattern: /\{%([a-zA-Z]+(?:\.[a-zA-Z]+)*(?:,[^%{}]{0,200})?)%\}/y, kind: 'machine' },
  { name: 'osticket', pattern: /%\{([^{}]{1,200})\}/y, kind: 'machine' },
  // “Case #{!Case.CaseNumber}” is a number sign before one of Salesforce’s.
  { name: 'zammad', pattern: /#\{(?!!)([^{}]{1,200})\}/y, kind: 'machine' },
  { name: 'zoho', pattern: /\$\{([^{}]{1,200})\}/y, kind: 'machine' },
  { name: 'salesforce', pattern: /\{!([^{}]{1,300})\}/y, kind: 'machine' },
  {
    name: 'attribute',
    pattern: /<attribute\s([^<>]{1,300}?)\/?>(?:<\/attribute>)?/y,
    kind: 'machine',
  },
  {
    name: 'erb',
    pattern: /<%=?([^<>%]{1,300})%>/y,
    kind: 'machine',
  },
  {
    name: 'otrs',
    pattern: /<(OTRS_[A-Za-z_]{1,80}|KIX_[A-Za-z_]{1,80})(?:\[\d+\])?>/y,
    kind: 'machine',
  },
  {
    name: 'double-brackets',
    pattern: /\[\[([^[\]]{1,120})\]\]/y,
    kind: 'machine',
    accepts: (inside) => !/^\d+$/.test(inside),
  },
  {
    name: 'textexpander',
    pattern: /%(fill(?:text|area|popup|part):[^%]{1,200}|clipboard|snippet:[^%]{1,80})%/y,
    kind: 'manual',
  },
  {
    name: 'percent',
    pattern: /%([A-Za-z][A-Za-z0-9]{0,40}(?:[_.][A-Za-z0-9]{1,40}){1,6}|[A-Z]{3,40}|(?:[a-z]{3,40})?name)%/y,
    kind: 'machine',
  },
  { name: 'cursor', pattern: /\$\|\$/y, kind: 'manual' },
  { name: 'dollar-upper', pattern: /\$([A-Z][A-Z0-9_]{2,40})\$/y, kind: 'machine' },
  {
    name: 'dollar',
    pattern: /\$([A-Za-z][A-Za-z]{2,40}(?:Name|Number|Id|Email|Date|Order|Ticket|Company)|[A-Z][A-Z_]{2,40})\b/y,
    kind: 'machine',
  },
  {
    name: 'single-braces',
    pattern: /\{([^{}:;<>=\n]{1,80})\}/y,
    kind: 'manual',
    accepts: (inside) => /[\p{L}]/u.test(inside) && !/^\s*"/.test(inside),
  },
  { name: 'comment-todo', pattern: /<!--\s{0,9}TODO\b:?([^<>]{0,200}?)-->/y, kind: 'manual' },
  {
    name: 'square-brackets',
    pattern: /\[([^[\]\n]{1,120})\](?![(:[])/y,
    kind: 'manual',
    accepts: (inside, body, at) => isFillIn(inside) && !(body[at - 1] === ']' || body[at - 1] === '!'),
  },
  {
    name: 'escaped-angle',
    pattern: /&lt;([A-Za-z][^<>&\n]{1,80})&gt;/y,
    kind: 'manual',
    markups: ['html', 'markdown'],
  },
  {
    name: 'angle',
    pattern: /<([A-Za-z][\w '’/,.-]{1,80})>/y,
    kind: 'manual',
    accepts: (inside) =>
      !HTML_ELEMENTS.has((/^[a-z0-9]+/i.exec(inside)?.[0] ?? '').toLowerCase()) &&
      !/^[\w.+-]+@|^https?|\/$/.test(inside),
  },
  {
    name: 'mention',
    pattern: /@((?:user_?|display_?|first_?|customer_?)?name|user|author|reporter|op|handle|mention)\b/iy,
    kind: 'manual',
    accepts: (_, body, at, whole) =>
      !/[\p{L}\p{N}._%+-]/u.test(body[at - 1] ?? ' ') &&
      !/^[\p{L}\p{N}_@/-]|^\.\p{L}/u.test(body.slice(at + whole.length, at + whole.length + 2)),
  },
  { name: 'crosses', pattern: /[Xx]{3,40}/y, kind: 'manual', accepts: standsAlone },
  { name: 'blank-line', pattern: /_{3,80}/y, kind: 'manual', accepts: standsAlone },
];

/** `[Name]`, `[DATE]`, `[your country]`, `[ insert email ]`; not `[x]`, `[ ]`, `[1]` or `[sic]`. */
function isFillIn(inside: string): boolean {
  const words = inside.trim();
  if (words.length < 2 || /^(?:sic|\.{3}|…|\d+)$/i.test(words)) return false;
  return /^[\p{L}\p{N}@#$]/u.test(words) && words.split(/\s+/).length <= 12;
}
