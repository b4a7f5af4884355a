import type { Source } from '../source.js';
import { syntaxNamed } from '../syntax.js';
import type { PlaceholderToken } from '../token.js';

const DOUBLE_BRACES = syntaxNamed('double-braces');

/**
 * Matches a plain path in double braces, which means the same in every template language. A path that begins with a
 * keyword of Go’s templates may be a tag.
 */
const PLAIN_PATH =
  /\{\{ ?((?!(?:if|else|end|range|with|define|block|template|break|continue)\b)[A-Za-z_]\w{0,60}(?:\.\w{1,60}){1,5}) ?\}\}/y;

/** Reads a plain path in double braces without trying the syntaxes of all template languages. */
export function plainPathAt(source: Source, at: number): PlaceholderToken | undefined {
  if (source.body[at] !== '{' || source.body[at + 1] !== '{') return undefined;
  const match = source.match(PLAIN_PATH, at);
  if (!match) return undefined;
  const [text, path = ''] = match;
  return { kind: 'placeholder', span: { start: at, end: at + text.length }, text, path, syntax: DOUBLE_BRACES };
}
