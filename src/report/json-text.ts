import { escapedWhereUnsafe } from './safe.js';

/**
 * A value as JSON that can be shown in a terminal or a log: what could do harm there is written as `\uXXXX`, so it reads
 * back as what it was.
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  return escapedWhereUnsafe(text, (character) => (character === '\n' ? character : unitsOf(character)));
}

function unitsOf(character: string): string {
  let text = '';
  for (let at = 0; at < character.length; at += 1)
    text += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return text;
}
