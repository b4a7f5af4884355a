import { escapedHtml } from '../model/html-text.js';
import { escapedWhereUnsafe } from './safe.js';

/** What XML 1.0 cannot hold, not even as a character reference. Of surrogates only those that stand alone match. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/u;

/**
 * A text as it stands between tags or in an attribute of XML 1.0. It reads back as what it was, but for what XML cannot
 * hold, which is shown as `\u{…}`.
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
