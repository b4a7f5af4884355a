import type { Markup } from '../../model/reply.js';
import type { Markedup } from './pieces.js';

export { type Markedup, type Piece, type PieceBlock, TooComplex } from './pieces.js';

/**
 * A reader of a body's markup. The parsers are loaded when the first body needs them; Markdown without `<` needs no
 * HTML parser.
 * @throws TooComplex (the reader) where the markup is beyond what a reply can be
 */
export async function readerOf(markup: Markup, body: string): Promise<(masked: string) => Markedup> {
  if (markup === 'html') return (await import('./html.js')).readHtml;
  if (markup === 'text') return (await import('./plain.js')).readPlain;
  const { readMarkdown } = await import('./markdown.js');
  const readHtml = body.includes('<') ? (await import('./html.js')).readHtml : undefined;
  return (masked) => readMarkdown(masked, readHtml);
}
