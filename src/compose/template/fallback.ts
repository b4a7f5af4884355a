import { stringIn, unescaped } from './source.js';

/** A value in a template: its subject, and the text that is shown if it is empty. */
export interface Value {
  readonly path: string;
  readonly fallback?: string;
}

/** Filters and functions that replace an empty value, from all template languages. */
const DEFAULTS = /^(?:default|fallback|d|default_if_none|ifempty|if_empty|or|coalesce|default_to)$/i;
const EITHER = /\s\|\|\s?|\|\|\s|\|\||\s?\?\?\s?|\s?\?:\s?|\sor\s/;

/**
 * Splits a value into subject and fallback. It supports `name | default: "friend"`, `name or 'friend'`, `name ??
 * 'friend'`, `name!"friend"`, `name if name else 'friend'`, `BLANKVALUE(name, "friend")` and other forms.
 */
export function valueIn(written: string): Value {
  const text = unescaped(written).replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").trim();
  return (
    attribute(text) ??
    called(text) ??
    chosen(text) ??
    freemarker(text) ??
    either(text) ??
    listed(text) ??
    filtered(text)
  );
}

function attribute(text: string): Value | undefined {
  if (!/^(?:\w[\w-]*=)/.test(text)) return undefined;
  const [, quoted, fallback = quoted] = /\bdefault=(?:"([^"]*)"|'([^']*)')/.exec(text) ?? [];
  const [, written, path = written] = /\bkey=(?:"([^"]*)"|'([^']*)')/.exec(text) ?? [];
  return { path: path ?? text, ...(fallback !== undefined && { fallback }) };
}

/** Reads a fallback function, with its arguments in parentheses or after its name. */
function called(text: string): Value | undefined {
  // Every pattern below requires a parenthesis or a quotation mark. This check saves trying all six on a plain name,
  // which is the most common case.
  if (!/[("']/.test(text)) return undefined;
  const formula = ofSalesforce(text);
  if (formula) return formula;
  const token = /^personalization_token\(\s*["']([^"']+)["']\s*(?:,\s*["']([^"']*)["'])?/.exec(text);
  if (token) return { path: token[1] ?? '', ...(token[2] !== undefined && { fallback: token[2] }) };
  const prefix = /^\(?(?:or|coalesce|default|fallback)\s+\(?([@$.]?[\w.]+)\)?\s+("[^"]*"|'[^']*')\)?$/.exec(text);
  if (prefix) return { path: prefix[1] ?? '', fallback: literal(prefix[2]) };
  const reversed = /^default\s+("[^"]*"|'[^']*')\s+([$.]?[\w.]+)$/.exec(text);
  return reversed ? { path: reversed[2] ?? '', fallback: literal(reversed[1]) } : undefined;
}

/** Reads Salesforce's fallbacks: `BLANKVALUE(a, "x")`, `IF(ISBLANK(a), "x", a)`, `IF(NOT(ISBLANK(a)), a, "x")`. */
function ofSalesforce(text: string): Value | undefined {
  const [, value, other = ''] = /^(?:BLANKVALUE|NULLVALUE)\(([^,]+),([\s\S]+)\)$/i.exec(text) ?? [];
  if (value !== undefined) return { path: value.trim(), fallback: literal(other) };
  const [, not, tested = '', twice, either] =
    /^IF\(\s*(NOT\(\s*)?(?:ISBLANK|ISNULL)\(([^()]+)\)\s*(\)\s*)?,([\s\S]+)\)$/i.exec(text) ?? [];
  if (either === undefined || (not === undefined) !== (twice === undefined)) return undefined;
  const path = tested.trim();
  const parts = either.trim();
  const isOwn = (part: string) => part.toLowerCase() === path.toLowerCase();
  const cut = not === undefined ? parts.length - path.length : path.length;
  const [own, rest] =
    not === undefined ? [parts.slice(cut), parts.slice(0, cut).trim()] : [parts.slice(0, cut), parts.slice(cut).trim()];
  if (path === '' || !isOwn(own)) return undefined;
  const fallback = not === undefined ? rest.slice(0, -1) : rest.slice(1);
  if (rest.at(not === undefined ? -1 : 0) !== ',' || fallback === '') return undefined;
  return { path, fallback: literal(fallback) };
}

/** Reads a conditional expression, written with `if` and `else` or with `?` and `:`. */
function chosen(text: string): Value | undefined {
  if (!/["']/.test(text)) return undefined;
  const otherwise = /\selse\s+("[^"]*"|'[^']*')$/.exec(text);
  const before = text.slice(0, otherwise?.index ?? 0);
  const asked = /\sif\s/.exec(before)?.index ?? 0;
  if (asked > 0 && before.slice(asked + 4).trim() !== '')
    return { path: head(before.slice(0, asked)), fallback: literal(otherwise?.[1]) };
  const ternary = /\?([^:?"']+):\s*("[^"]*"|'[^']*')$/.exec(text);
  return ternary?.index ? { path: head(ternary[1] ?? ''), fallback: literal(ternary[2]) } : undefined;
}

/** Reads FreeMarker's fallbacks: `name!"friend"`, `(user.name)!`, `name?default("friend")`. */
function freemarker(text: string): Value | undefined {
  if (!/[!?]/.test(text)) return undefined;
  const found = /^\(?([\w.?]{1,200}?)\)?!\s*("[^"]*"|'[^']*')?$/.exec(text);
  if (found) return { path: found[1] ?? '', fallback: literal(found[2] ?? '""') };
  const method = /^\(?([\w.]{1,200}?)\)?\?default\(\s*("[^"]*"|'[^']*')\s*\)$/.exec(text);
  return method ? { path: method[1] ?? '', fallback: literal(method[2]) } : undefined;
}

function either(text: string): Value | undefined {
  const found = EITHER.exec(withoutStrings(text));
  if (!found) return undefined;
  const rest = text.slice(found.index + found[0].length).trim();
  const path = head(text.slice(0, found.index).replace(/\.presence$/, ''));
  const other = /^("[^"]*"|'[^']*')/.exec(rest)?.[1];
  if (other === undefined && found[0].trim() !== '||') return { path };
  return { path, fallback: literal(other ?? rest) };
}

/**
 * Reads a fallback after a separator: `name,fallback=friend`, `name,fallback:friend`, `Contact:First Name;friend`,
 * `Contact.FirstName, friend`.
 */
function listed(text: string): Value | undefined {
  if (!/[,:]/.test(text)) return undefined;
  const named = /^([^,]*),\s*fallback\s*[=:]\s*(\S.*)?$/.exec(text);
  if (named) return { path: named[1] ?? '', fallback: named[2] ?? '' };
  const slug = /^([\w ]{1,60}):([\w ]{1,60})(?:;(.*))?$/.exec(text);
  if (slug) return { path: `${slug[1]}.${slug[2]}`, ...(slug[3] !== undefined && { fallback: slug[3].trim() }) };
  return undefined;
}

/** Reads a chain of filters, any of which may set the fallback. */
function filtered(text: string): Value {
  const [first = '', ...filters] = parts(text);
  for (const filter of filters) {
    const [, name = '', argument] = /^([\w-]*)\s*[:(]?\s*(.*?)\)?$/s.exec(filter.trim()) ?? [];
    const only = /^\s*("[^"]*"|'[^']*')\s*$/.exec(filter)?.[1];
    const plain =
      filters.length === 1 &&
      /^\s*[a-z]+\s*$/.test(filter) &&
      /^[\w.]*name$/i.test(first) &&
      !/^(?:up|down|capital|title|strip|trim|lower|e|escape|safe|first|last|safe_?html|raw|h|pcap|md5)/.test(
        filter.trim(),
      );
    if (only !== undefined) return { path: head(first), fallback: literal(only) };
    if (plain) return { path: head(first), fallback: filter.trim() };
    if (DEFAULTS.test(name)) return { path: head(first), fallback: literal(parts(argument ?? '', ',')[0] ?? '') };
  }
  return { path: head(first) };
}

/** Splits a text at each mark that is not in a string and not doubled. */
function parts(text: string, mark = '|'): string[] {
  const plain = withoutStrings(text);
  const cut: string[] = [];
  let start = 0;
  for (let at = 0; at < plain.length; at += 1) {
    if (plain[at] !== mark) continue;
    if (plain[at + 1] === mark) {
      at += 1;
      continue;
    }
    cut.push(text.slice(start, at));
    start = at + 1;
  }
  return [...cut, text.slice(start)];
}

/** Masks strings without changing the length of the text. */
function withoutStrings(text: string): string {
  return text.replace(/"[^"\n]{0,300}"|'[^'\n]{0,300}'/g, (string) => '_'.repeat(string.length));
}

/** Returns the tested value without the marks of a variable, and with `a->b` as a path. */
function head(text: string): string {
  return text
    .trim()
    .replace(/^\$\{([^{}]*)\}$/, '$1')
    .replace(/^[@$.&!]{1,2}(?=\w)/, '')
    .replace(/->|\?\./g, '.')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/,\s*[a-z]+$/i, '')
    .trim();
}

function literal(text: string | undefined): string {
  const written = (text ?? '').trim();
  return stringIn(written) ?? written.replace(/^["']|["']$/g, '').trim();
}
