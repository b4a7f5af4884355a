import { Parser } from 'htmlparser2';
import type { Span } from '../../model/span.js';

/** The comments of an HTML text, including their delimiters. A comment in a script or an attribute does not count. */
export function htmlComments(html: string, offset = 0): Span[] {
  const comments: Span[] = [];
  const parser: Parser = new Parser({
    oncomment: () => comments.push({ start: parser.startIndex + offset, end: parser.endIndex + 1 + offset }),
  });
  parser.end(html);
  return comments;
}
