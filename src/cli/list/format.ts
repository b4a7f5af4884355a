import { jsonText, plural, safe } from '../../report/index.js';
import type { ReplyRow } from './row.js';

/** Yields a JSON array piece by piece, formatted like `jsonText`. */
export function* listAsJson(files: Iterable<readonly ReplyRow[]>): Generator<string> {
  let before = '[';
  for (const rows of files) {
    yield `${before}${jsonText(rows, 2).slice(1, -2)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/**
 * Yields a table for people, piece by piece.
 * @param debug true to show the reasons for each form and intent
 */
export function* listAsText(files: Iterable<readonly ReplyRow[]>, count: number, debug: boolean): Generator<string> {
  let longest = 0;
  for (const rows of files) for (const { id, title } of rows) longest = Math.max(longest, (title ?? id).length);
  const width = Math.min(60, longest);
  if (count > 0) yield `  Line  ${'Reply'.padEnd(width)}  Form, intent, state, language, topics\n\n`;
  let file = '';
  for (const rows of files) {
    let text = '';
    for (const row of rows) {
      if (row.file !== file) text += `${file === '' ? '' : '\n'}${safe(row.file)}\n`;
      file = row.file;
      text += lineOf(row, width);
      if (debug) for (const reason of row.reasons) text += `        ${safe(reason)}\n`;
    }
    yield text;
  }
  if (count > 0) yield `\n${plural(count, 'reply', 'replies')}\n`;
}

function lineOf(row: ReplyRow, width: number): string {
  const kind = [row.form, row.intent, ...(row.form === 'internal' ? [] : [row.state]), row.locale, ...row.topics].join(
    ', ',
  );
  const notes = [
    row.audience === 'customer' ? '' : `for ${row.audience}`,
    row.active ? '' : 'inactive',
    row.channel ?? '',
  ].filter((note) => note !== '');
  const title = safe(row.title ?? row.id);
  return `  ${String(row.line).padStart(4)}  ${title.padEnd(width)}  ${kind}${notes.length > 0 ? ` (${safe(notes.join(', '))})` : ''}\n`;
}
