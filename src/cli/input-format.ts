/** In bytes. The beginning of a text shows its format. */
const HEAD = 65_536;

/** `{"macros": …`, `[{`, `[]`: no text for people begins like this. `{{name}}` and `[Name]` are placeholders. */
const JSON_START = /^\s*(?:\{\s*"|\[\s*(?:\{\s*["}]|"|\[|\])|\{\s*\}\s*$)/;
/** A second record on a line of its own. */
const NEXT_RECORD = /\}[ \t]*\r?\n[ \t]*\{/;
/** `- title: Refund`, or `macros:` above an entry. */
const YAML_START = /^(?:- [\w-]+:(?:[ \t]|\r?\n)|[\w-]+:[ \t]*\r?\n(?:[ \t]*- |[ \t]+)[\w-]+:(?:[ \t]|\r?\n))/;
const CSV_SEPARATOR = /[,;\t]/;
const COLUMN_NAME = /^"?[\w -]{1,40}"?$/;
const TEXT_COLUMN = /^"?(?:title|subject|body|text|message|content|answer|reply|response|comment)"?$/i;

/** The extension of a file with this content: `md` if it is in no other format. */
export function extensionFor(bytes: Buffer): 'md' | 'json' | 'ndjson' | 'yaml' | 'csv' | 'tsv' | 'xml' | 'html' {
  const head = bytes
    .toString('utf8', 0, HEAD)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (JSON_START.test(head))
    return head.startsWith('{') && NEXT_RECORD.test(head) && isJson(head.split('\n', 1)[0]) ? 'ndjson' : 'json';
  if (/^<\?xml\s/i.test(head)) return 'xml';
  if (/^<(?:!doctype\s+html|html)\b/i.test(head)) return 'html';
  if (YAML_START.test(head)) return 'yaml';
  const [first = '', second = ''] = head.split(/\r?\n/, 2);
  if (namesColumns(first) && CSV_SEPARATOR.test(second)) return first.includes('\t') ? 'tsv' : 'csv';
  return 'md';
}

/** Returns true for a row of names, one of which is the name of a column of texts. */
function namesColumns(row: string): boolean {
  const names = row.split(CSV_SEPARATOR);
  return (
    names.length > 1 && names.every((name) => COLUMN_NAME.test(name)) && names.some((name) => TEXT_COLUMN.test(name))
  );
}

function isJson(line = ''): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
