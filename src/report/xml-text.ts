import { escapedHtml } from '../model/html-text.js';
import { escapedWhereUnsafe } from './safe.js';

/**
 * Characters that XML 1.0 cannot represent, not even as character references. Of the surrogates, only lone ones match.
 */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/u;

/**
 * Escapes text for use between tags or in an attribute of XML 1.0. The text can be read back unchanged, except for
 * characters that XML cannot represent, which are shown as `\u{…}`.
 */
export function xmlText(text: string): string {
  const escaped = escapedHtml(text).replace(/"/g, '&quot;').replace(/'/g, '&apos;');
  return escapedWhereUnsafe(escaped, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return FORBIDDEN.test(character) ? `\\u{${code.toString(16)}}` : `&#${code};`;
  });
}

/** Formats attributes in the given order. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
