import { escapedHtml } from '../model/html-text.js';
import { escapedWhereUnsafe } from './safe.js';

/** Characters that XML 1.0 cannot represent, not even as a character reference. Matches only lone surrogates. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/u;

/**
 * Text between tags or in an attribute of XML 1.0. It reads back unchanged, except for what XML cannot represent,
 * which is shown as `\u{…}`.
 */
export function xmlText(text: string): string {
  const escaped = escapedHtml(text).replace(/"/g, '&quot;').replace(/'/g, '&apos;');
  return escapedWhereUnsafe(escaped, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return FORBIDDEN.test(character) ? `\\u{${code.toString(16)}}` : `&#${code};`;
  });
}

/** Attributes in the order given. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
