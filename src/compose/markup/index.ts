import type { Markup } from '../../model/reply.js';
import type { Span } from '../../model/span.js';
import type { Markedup } from './pieces.js';

export { type Markedup, type Piece, type PieceBlock, TooComplex } from './pieces.js';

/**
 * Returns a function that reads the markup of a body. Parsers are loaded when a body first needs them; Markdown without
 * `<` needs no HTML parser.
 * @throws TooComplex (from the returned function) if the markup is too complex for a reply
 */
export async function readerOf(markup: Markup, body: string): Promise<(masked: string) => Markedup> {
  if (markup === 'html') return (await import('./html.js')).readHtml;
  if (markup === 'text') return (await import('./plain.js')).readPlain;
  const { readMarkdown } = await import('./markdown.js');
  const readHtml = body.includes('<') ? (await import('./html.js')).readHtml : undefined;
  return (masked) => readMarkdown(masked, readHtml);
}

/**
 * Finds the comments of a text: HTML comments, including their delimiters, and comments of template languages. Comments
 * in code, in a script or in an attribute are ignored. In a text that is too large to parse, only the delimiters are
 * searched for.
 */
export async function commentsIn(markup: Markup, text: string): Promise<Span[]> {
  const { htmlComments } = await import('./html-comments.js');
  const parts = markup === 'markdown' ? (await import('./comments.js')).markdownParts(text) : undefined;
  const html = parts
    ? parts.html.flatMap(({ start, end }) => htmlComments(text.slice(start, end), start))
    : markup === 'html'
      ? htmlComments(text)
      : between(text, '<!--', '-->');
  const isIn = (spans: readonly Span[]) => (comment: Span) =>
    spans.some(({ start, end }) => start <= comment.start && comment.end <= end);
  const template = TEMPLATE_COMMENTS.flatMap(([open, close]) => between(text, open, close));
  return [...html, ...template.filter((comment) => !isIn([...html, ...(parts?.code ?? [])])(comment))];
}

const TEMPLATE_COMMENTS = [
  ['{#', '#}'],
  ['{% comment %}', '{% endcomment %}'],
  ['{%- comment -%}', '{%- endcomment -%}'],
  ['{{!--', '--}}'],
] as const;

/** Finds all spans from an opening to a closing delimiter, including the delimiters. */
function between(text: string, open: string, close: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(open); start >= 0; ) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    found.push({ start, end: end + close.length });
    start = text.indexOf(open, end + close.length);
  }
  return found;
}
