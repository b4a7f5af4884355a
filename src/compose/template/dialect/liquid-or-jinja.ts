const JINJA_FILE = /\.(?:j2|jinja2?|twig|njk|nunjucks|hubl)(?:\.|$)/i;
const LIQUID_FILE = /\.liquid$/i;
/** Matches keywords that exist in only one of the two languages. */
const JINJA =
  /\{%[-+~]?\s{0,9}(?:elif|endset|block|endblock|extends|macro|call|filter|trans|blocktrans|blocktranslate|verbatim|autoescape|load|spaceless|apply|embed|import|from|with|switch|set|ifequal|do)\b|\{%\+|\{\{[^{}]{1,200}(?:\|\s{0,9}(?:default|length|title)\s{0,9}\(|\?\?|\s\?\s)|\{%[^{}]{1,200}\bis\s(?:not\s)?(?:defined|none|empty|null)\b|\|default:"[^"{}]{0,99}"\}\}/;
const LIQUID =
  /\{%-?\s{0,9}(?:elsif|unless|capture|assign|when|tablerow|render|liquid|echo)\b|\{%[^{}]{1,200}\bcontains\b|\{\{[^{}]{1,200}\|\s{0,9}(?:default|fallback|date)\s{0,9}:\s/;

let last: { readonly body: string; readonly path: string; readonly isJinja: boolean } | undefined;

/** Returns true if the text between `{%` and `%}` is Jinja, Twig, Django or HubL rather than Liquid. */
export function isJinja(body: string, path: string): boolean {
  // Both languages ask this about the same text, one after the other.
  if (last?.body !== body || last.path !== path) last = { body, path, isJinja: readsAsJinja(body, path) };
  return last.isJinja;
}

function readsAsJinja(body: string, path: string): boolean {
  if (JINJA_FILE.test(path)) return true;
  if (LIQUID_FILE.test(path)) return false;
  if (JINJA.test(body)) return true;
  return (
    /\{%[-~]?\s{0,9}elseif\b/.test(body) && !LIQUID.test(body) && !/\{\{\s?(?:ticket|agent|current_user)\./.test(body)
  );
}
