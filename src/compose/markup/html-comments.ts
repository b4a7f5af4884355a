import { Parser } from 'htmlparser2';
import type { Span } from '../../model/span.js';

/**
 * Finds the comments of an HTML text, including their delimiters. Comments inside a script or an attribute are ignored.
 */
export function htmlComments(html: string, offset = 0): Span[] {
  const comments: Span[] = [];
  const parser: Parser = new Parser({
    oncomment: () => comments.push({ start: parser.startIndex + offset, end: parser.endIndex + 1 + offset }),
  });
  parser.end(html);
  return comments;
}
