import type { Nodes } from 'mdast';
import type { Span } from '../../model/span.js';
import { guard, treeOf } from './markdown.js';
import { TooComplex } from './pieces.js';

/** The parts of a Markdown text that are HTML, and those that are code. */
export interface MarkdownParts {
  readonly html: readonly Span[];
  readonly code: readonly Span[];
}

/** Finds the HTML and code in a Markdown text. Undefined if the text is too complex to parse. */
export function markdownParts(text: string): MarkdownParts | undefined {
  try {
    guard(text);
  } catch (error) {
    if (error instanceof TooComplex) return undefined;
    throw error;
  }
  const html: Span[] = [];
  const code: Span[] = [];
  const open: Nodes[] = [treeOf(text)];
  for (let node = open.pop(); node; node = open.pop()) {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'html') html.push(span);
    else if (node.type === 'code' || node.type === 'inlineCode') code.push(span);
    for (const child of 'children' in node ? node.children : []) open.push(child);
  }
  return { html, code };
}
