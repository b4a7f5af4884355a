import { escapedWhereUnsafe } from './safe.js';

/**
 * Serializes a value as JSON that is safe to print in a terminal or a log. Unsafe characters are written as `\uXXXX`,
 * so the value can be read back unchanged.
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  return escapedWhereUnsafe(text, (character) => (character === '\n' ? character : unitsOf(character)));
}

/** Yields the items of a JSON array, separated by commas and without the brackets. */
export function* jsonItems(values: Iterable<unknown>): Generator<string> {
  let before = '';
  for (const value of values) {
    yield `${before}${jsonText(value)}`;
    before = ',';
  }
}

function unitsOf(character: string): string {
  let text = '';
  for (let at = 0; at < character.length; at += 1)
    text += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return text;
}
