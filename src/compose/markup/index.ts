import type { Markup } from '../../model/reply.js';
import type { Markedup } from './pieces.js';

export { type Markedup, type Piece, type PieceBlock, TooComplex } from './pieces.js';

/**
 * Reads a body's markup. The parsers are loaded when the first reply needs them.
 * @throws TooComplex where the markup is beyond what a reply can be
 */
export async function readerOf(markup: Markup): Promise<(body: string) => Markedup> {
  if (markup === 'html') return (await import('./html.js')).readHtml;
  if (markup === 'markdown') return (await import('./markdown.js')).readMarkdown;
  return (await import('./plain.js')).readPlain;
}
