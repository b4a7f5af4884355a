import type { Markup } from '../model/reply.js';

const TAG = /<\/?(?:p|br|div|span|strong|em|b|i|u|ul|ol|li|table|tr|td|h[1-6]|blockquote|img|a\s)\b[^<>]{0,1000}>/i;
const MARKDOWN = /\*\*\S|\]\(\S|^ {0,3}(?:[-*+] |#{1,6} |> |```|\d+\. )|(?:^|\s)[*_]\w[^*_\n]{0,200}[*_](?:\W|$)|`\w/m;

/** Guesses the markup of a text whose file does not declare it. */
export function markupOf(text: string): Markup {
  return TAG.test(text) ? 'html' : MARKDOWN.test(text) ? 'markdown' : 'text';
}
