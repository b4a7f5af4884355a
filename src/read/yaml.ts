/** The YAML parser, as a module that can be loaded on first use. */
import { isMap, isNode, isPair, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { Span } from '../model/span.js';

export { parse, parseDocument } from 'yaml';
export { isMap, isNode, isPair, isScalar, isSeq };

/**
 * True if collections are nested deeper than this. Parsing deeper nesting can crash the process, without an error to
 * catch. The tokens are read in a loop here, without recursion.
 */
export function nestsDeeperThan(text: string, deepest: number): boolean {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > deepest) return true;
  }
  return false;
}

/**
 * The position of the key or item at a path, or of the longest existing part of the path; undefined if nothing of it
 * exists.
 * @param contents a document's
 * @returns an offset in the document's source
 */
export function offsetOf(contents: unknown, path: readonly (string | number)[]): number | undefined {
  let node = contents;
  let offset: number | undefined;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      offset = isNode(pair?.key) ? pair.key.range?.[0] : offset;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = isNode(node) ? node.range?.[0] : offset;
    }
  }
  return offset;
}

/** Lexer tokens that represent nothing in the text. */
const EMPTY = new Set(['\u0002', '\u0018', '\u001f']);

/** The comments of a YAML text. A `#` in a string does not count. */
export function commentsIn(text: string): Span[] {
  const comments: Span[] = [];
  let at = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (!EMPTY.has(lexeme)) {
      if (lexeme.startsWith('#') && before !== '\u001f') comments.push({ start: at, end: at + lexeme.length });
      at += lexeme.length;
    }
    before = lexeme;
  }
  return comments;
}
