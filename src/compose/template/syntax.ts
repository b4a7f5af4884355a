import type { Markup } from '../../model/reply.js';
import type { Source } from './source.js';

/** A syntax for placeholders. */
export interface Syntax {
  readonly name: string;
  /** A sticky pattern whose group 1 is the path or the words inside. Every quantifier is bounded. */
  readonly pattern: RegExp;
  /** Says whether the help desk or the agent fills in the value. */
  readonly kind: 'machine' | 'manual';
  readonly markups?: readonly Markup[];
  /**
   * Finds the end of the placeholder in place of the pattern, for syntaxes in which a string can contain the closing
   * delimiter. The pattern then only splits the placeholder.
   */
  endAt?(source: Source, at: number): number | undefined;
  /** Checks a match before it is accepted. */
  accepts?(inside: string, body: string, at: number, whole: string): boolean;
}

const HTML_ELEMENTS = new Set(
  'a abbr address article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col colgroup data dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark meta nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video wbr'.split(
    ' ',
  ),
);

/** Returns true if the match is not part of a word, such as the `X` in `XL` or `MAXXXIMUM`. */
function standsAlone(_: string, body: string, at: number, whole: string): boolean {
  return !/[\p{L}\p{N}]/u.test(body[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(body[at + whole.length] ?? ' ');
}

/** Returns true if the match does not follow a letter or digit, as in `a{2}` or `100%s`. */
function standsApart(_: string, body: string, at: number): boolean {
  return !/[\p{L}\p{N}\])$\\]/u.test(body[at - 1] ?? ' ');
}

/**
 * Returns true for alternatives such as `{Hi|Hello|Hey}`, but not for a name with a fallback such as `{name|friend}`.
 */
function isChoice(inside: string): boolean {
  return inside.includes('|') && !/^\s*[a-z]\w*\s*\|[^|]*$/.test(inside);
}

const LONGEST_VALUE = 400;

/** Finds the closing braces. Braces within a string neither open nor close anything. */
function endOfBraces(source: Source, at: number): number | undefined {
  const { body } = source;
  if (body[at] !== '{' || body[at + 1] !== '{' || /[#/^>!{=]/.test(body[at + 2] ?? '')) return undefined;
  const isMap = /^\{\{\s{0,9}\{\s{0,9}["']/.test(body.slice(at, at + 24));
  const end = source.endOfTag(at + 2, '}}', isMap ? ['{{'] : ['{']);
  return end === undefined || end - at > LONGEST_VALUE || end - at < 5 ? undefined : end;
}

/**
 * All placeholder syntaxes. If two begin alike, the longer one comes first. They come from the documentation of help
 * desks and from libraries in public repositories.
 */
export const PLACEHOLDER_SYNTAX: readonly Syntax[] = [
  { name: 'triple-braces', pattern: /\{\{\{([^{}]{1,200})\}\}\}/y, kind: 'machine' },
  {
    name: 'braze',
    pattern: /\{\{\s{0,9}(\$\{[^{}]{1,200}\}(?:[^{}'"]|"[^"\n]{0,99}"|'[^'\n]{0,99}'){0,200})\}\}/y,
    kind: 'machine',
  },
  { name: 'double-braces', pattern: /^\{\{[-~&]?([\s\S]*?)[-~]?\}\}$/, kind: 'machine', endAt: endOfBraces },
  { name: 'helpscout', pattern: /\{%([a-zA-Z]+(?:\.{1,2}[a-zA-Z]+)*(?:,[^%{}]{0,200})?)%\}/y, kind: 'machine' },
  { name: 'osticket', pattern: /%\{([^{}]{1,200})\}/y, kind: 'machine' },
  // “Case #{!Case.CaseNumber}” is a number sign followed by a Salesforce placeholder.
  { name: 'zammad', pattern: /#\{(?!!)([^{}]{1,200})\}/y, kind: 'machine' },
  { name: 'dollar-braces', pattern: /\$!?\{((?:[^{}"']|"[^"\n]{0,99}"|'[^'\n]{0,99}'){1,200})\}/y, kind: 'machine' },
  { name: 'blade', pattern: /\{!!([^{}]{1,200}?)!!\}/y, kind: 'machine' },
  { name: 'salesforce', pattern: /\{!([^{}]{1,300})\}/y, kind: 'machine' },
  {
    name: 'text-template',
    pattern: /\{\s{0,9}(\$[A-Za-z_]\w{0,40}(?:\{\w{1,40}\})?(?:->\w{1,40}(?:\(\))?){1,5})\s{0,9}\}/y,
    kind: 'machine',
  },
  { name: 'smarty', pattern: /\{(\$[a-zA-Z_][^{}\n]{0,200})\}/y, kind: 'machine' },
  {
    name: 'positional',
    pattern: /\{(\d{1,2})(?:,\s?(?:number|date|time|choice)\b[^{}]{0,40})?\}/y,
    kind: 'machine',
    accepts: standsApart,
  },
  {
    name: 'printf',
    pattern: /%((?:\d{1,2}\$)?[sd]|\(\w{1,40}\)[sd])(?![\w%])/y,
    kind: 'machine',
    accepts: standsApart,
  },
  { name: 'mailchimp', pattern: /\*\|([A-Za-z][\w:. -]{0,60})\|\*/y, kind: 'machine' },
  { name: 'glpi', pattern: /##([A-Za-z][\w.]{2,80})##/y, kind: 'machine' },
  {
    name: 'php',
    pattern: /<\?(?:=|php\s{1,9}echo\b)\s{0,9}([^<>?]{0,200}(?:->[^<>?]{1,200}){0,5})\?>/y,
    kind: 'machine',
  },
  {
    name: 'odoo',
    pattern: /<t\s{1,9}t-(?:out|esc|raw|field)=((?:"[^"]{1,200}"|'[^']{1,200}'))[^<>]{0,200}?\/>/y,
    kind: 'machine',
  },
  {
    name: 'attribute',
    pattern: /<attribute\s([^<>]{1,300}?)\/?>(?:<\/attribute>)?/y,
    kind: 'machine',
  },
  {
    name: 'erb',
    pattern: /<%[=-]{1,2}((?:[^%]|%(?!>)){1,300}?)-?%>/y,
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
    accepts: (inside) => !/^\d+$|:\/\/|^\s*$/.test(inside),
  },
  {
    name: 'textexpander',
    pattern: /%(fill(?:text|area|popup|part):[^%]{1,200}|clipboard|snippet:[^%]{1,80})%/y,
    kind: 'manual',
  },
  {
    name: 'percent',
    pattern:
      /%([A-Za-z][A-Za-z0-9]{0,40}(?:[_.][A-Za-z0-9]{1,40}){1,6}|[A-Z]{3,40}|[a-z]{2,20}[A-Z][A-Za-z]{1,30}|(?:[a-z]{3,40})?name|agent|operator|visitor|customer|client|company)%/y,
    kind: 'machine',
  },
  { name: 'square-percent', pattern: /\[%([^[\]%\n]{1,100})%\]/y, kind: 'machine' },
  { name: 'cursor', pattern: /\$\|\$/y, kind: 'manual' },
  { name: 'dollar-upper', pattern: /\$([A-Z][A-Z0-9_]{2,40})\$/y, kind: 'machine' },
  {
    name: 'dollar',
    pattern: /\$([A-Za-z][A-Za-z]{2,40}(?:Name|Number|Id|Email|Date|Order|Ticket|Company)|[A-Z][A-Z_]{2,40})\b/y,
    kind: 'machine',
  },
  {
    name: 'variable',
    pattern:
      /\$!?([a-z][A-Za-z0-9]{0,40}(?:[._][a-z][A-Za-z0-9]{0,40}){1,5}|(?:first|last|full|user|customer)?_?[nN]ame)(?![\w$(]|\.\w)/y,
    kind: 'machine',
    accepts: standsApart,
  },
  {
    name: 'single-braces',
    pattern: /\{([^{}:;<>=@\n]{1,80})\}/y,
    kind: 'manual',
    accepts: (inside) =>
      /[\p{L}]/u.test(inside) &&
      !/^\s*["#/*%]/.test(inside) &&
      !isChoice(inside) &&
      !/#\*|##|#\{?(?:if|else|elseif|end|foreach|set)\b/.test(inside),
  },
  { name: 'comment-todo', pattern: /<!--\s{0,9}TODO\b:?([^<>]{0,200}?)-->/y, kind: 'manual' },
  {
    name: 'square-brackets',
    // A blank between the link text and its address is a typo, so the words in brackets still count as link text.
    pattern: /\[([^[\]\n]{1,120})\](?![(:[]| \(?https?:)/y,
    kind: 'manual',
    accepts: (inside, body, at) =>
      isFillIn(inside) && !/:\/\//.test(inside) && !(body[at - 1] === ']' || body[at - 1] === '!'),
  },
  { name: 'double-angle', pattern: /<<([A-Za-z][^<>\n:]{0,80})>>/y, kind: 'manual' },
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
    accepts: (inside, body, at, whole) =>
      !isClosedElement(inside, body, at + whole.length) &&
      !HTML_ELEMENTS.has((/^[a-z0-9]+/i.exec(inside)?.[0] ?? '').toLowerCase()) &&
      !/^[\w.+-]+@|^https?|^mj(?:ml|-)|\/$/.test(inside),
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

/** Maximum distance of the closing tag of an MDX element, because longer elements are rare and the search is slow. */
const LONGEST_ELEMENT = 8_000;

/** Returns true for an MDX element with a closing tag, such as `<Steps>` with `</Steps>`. */
function isClosedElement(inside: string, body: string, end: number): boolean {
  return /^[A-Z]\w*$/.test(inside) && body.slice(end, end + LONGEST_ELEMENT).includes(`</${inside}>`);
}

/**
 * Returns true for words to replace, such as `[Name]`, `[DATE]`, `[your country]` and `[ insert email ]`, but not for
 * `[x]`, `[ ]`, `[1]` or `[sic]`.
 */
function isFillIn(inside: string): boolean {
  const words = inside.trim();
  if (words.length < 2 || /^(?:sic|\.{3}|…|\d+)$/i.test(words)) return false;
  return /^[\p{L}\p{N}@#$]/u.test(words) && words.split(/\s+/).length <= 12;
}

/** @throws RangeError for a name that is not in the table */
export function syntaxNamed(name: string): Syntax {
  const syntax = PLACEHOLDER_SYNTAX.find((known) => known.name === name);
  if (!syntax) throw new RangeError(name);
  return syntax;
}
