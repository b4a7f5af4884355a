/** A module for the YAML parser, so that the parser can be loaded on first use. */
import { isMap, isNode, isPair, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { Span } from '../model/span.js';

export { parse, parseDocument } from 'yaml';
export { isMap, isNode, isPair, isScalar, isSeq };

/**
 * Returns true if collections are nested more deeply than a limit. Parsing such a text can crash the process with no
 * error to catch, so the tokens are counted in a loop here, without recursion.
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
 * Returns the position of the key or item at a path. If the path does not exist, it is the position of the longest part
 * that does. Undefined if no part exists.
 * @param contents the contents of a YAML document
 * @returns an offset in the source of the document
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

/** Lexer tokens without any text. */
const EMPTY = new Set(['\u0002', '\u0018', '\u001f']);

/** Finds the comments of a YAML text. A `#` inside a string does not start a comment. */
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
