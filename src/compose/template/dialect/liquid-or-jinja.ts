import type { Evidence } from './dialect.js';

const JINJA_FILE = /\.(?:j2|jinja2?|twig|njk|nunjucks|hubl)(?:\.|$)/i;
const LIQUID_FILE = /\.liquid$/i;
/** Matches keywords that exist in only one of the two languages. */
const JINJA =
  /\{%[-+~]?\s{0,9}(?:elif|endset|block|endblock|extends|macro|call|filter|trans|blocktrans|blocktranslate|verbatim|autoescape|load|spaceless|apply|embed|import|from|with|switch|set|ifequal|do)\b|\{%\+|\{\{[^{}]{1,200}(?:\|\s{0,9}(?:default|length|title)\s{0,9}\(|\?\?|\s\?\s)|\{%[^{}]{1,200}\bis\s(?:not\s)?(?:defined|none|empty|null)\b|\|default:"[^"{}]{0,99}"\}\}/;
const LIQUID =
  /\{%-?\s{0,9}(?:elsif|unless|capture|assign|when|tablerow|render|liquid|echo)\b|\{%[^{}]{1,200}\bcontains\b|\{\{[^{}]{1,200}\|\s{0,9}(?:default|fallback|date)\s{0,9}:\s/;

/** The results so far, because both languages ask about the same text. */
const KNOWN = new WeakMap<Evidence, boolean>();

/** Returns true if the text between `{%` and `%}` is Jinja, Twig, Django or HubL rather than Liquid. */
export function isJinja(evidence: Evidence): boolean {
  const known = KNOWN.get(evidence);
  if (known !== undefined) return known;
  const found = readsAsJinja(evidence);
  KNOWN.set(evidence, found);
  return found;
}

function readsAsJinja({ body, path }: Evidence): boolean {
  if (JINJA_FILE.test(path)) return true;
  if (LIQUID_FILE.test(path)) return false;
  if (JINJA.test(body)) return true;
  return (
    /\{%[-~]?\s{0,9}elseif\b/.test(body) && !LIQUID.test(body) && !/\{\{\s?(?:ticket|agent|current_user)\./.test(body)
  );
}
