/** In bytes. The beginning of a text shows its format. */
const HEAD = 65_536;

/** `{"macros": …`, `[{`, `[]`: no text for people begins like this. `{{name}}` and `[Name]` are placeholders. */
const JSON_START = /^\s*(?:\{\s*"|\[\s*(?:\{\s*["}]|"|\[|\])|\{\s*\}\s*$)/;
/** A second record on a line of its own. */
const NEXT_RECORD = /\}[ \t]*\r?\n[ \t]*\{/;
/** `- title: Refund`, or `macros:` above an entry. */
const YAML_START = /^(?:- [\w-]+:(?:[ \t]|\r?\n)|[\w-]+:[ \t]*\r?\n(?:[ \t]*- |[ \t]+)[\w-]+:(?:[ \t]|\r?\n))/;
/** A row of names, one of which is the name of a column of texts, above another row. */
const CSV_START =
  /^(?:"?[\w -]{1,40}"?[,;\t])*"?(?:title|subject|body|text|message|content|answer|reply|response|comment)"?(?:[,;\t]"?[\w -]{1,40}"?)*\r?\n.*[,;\t]/i;

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
  const [first = ''] = head.split('\n', 1);
  if (/[,;\t]/.test(first) && CSV_START.test(head)) return first.includes('\t') ? 'tsv' : 'csv';
  return 'md';
}

function isJson(line = ''): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
