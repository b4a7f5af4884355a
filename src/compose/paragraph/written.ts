import { escapedHtml } from '../../model/html-text.js';
import type { Reply } from '../../model/reply.js';
import { lex } from '../template/lexer.js';

/** Writes a line of plain text as a paragraph in the markup of the reply. Placeholders in it stay unchanged. */
export function writtenLine(line: string, reply: Reply): string {
  const { markup } = reply;
  if (markup === 'text') return line;
  let written = '';
  let at = 0;
  for (const { span } of lex(line, reply)) {
    written += plain(line.slice(at, span.start), markup) + line.slice(span.start, span.end);
    at = span.end;
  }
  written += plain(line.slice(at), markup);
  if (markup === 'html') return written;
  // These characters are escaped because they would begin a heading, a quotation or a list at the start of a line.
  return written.replace(/^[#>+=-]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

function plain(text: string, markup: 'markdown' | 'html'): string {
  if (markup === 'html') return escapedHtml(text);
  // An underscore inside a word, such as in an address, is not escaped because it does not mark emphasis.
  return text.replace(/[\\`*[\]<~|]|&(?=#?\w)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}
