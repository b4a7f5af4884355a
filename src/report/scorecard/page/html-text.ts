import { escapedHtml } from '../../../model/html-text.js';
import { safe } from '../../safe.js';

/** Escapes text from a linted file for use between tags or in a double-quoted attribute. */
export function htmlText(text: string): string {
  return escapedHtml(safe(text)).replace(/"/g, '&quot;');
}

/** Escapes a path as `htmlText` does, and keeps each of its parts on one line where it fits, so that it breaks after `/`. */
export function htmlPath(path: string): string {
  return htmlText(path).replace(/[^/]+\/*|\/+/g, '<span class="part">$&</span>');
}

/** Serializes a value as JSON for a script element. The result cannot close the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
