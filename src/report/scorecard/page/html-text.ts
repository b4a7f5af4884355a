import { escapedHtml } from '../../../model/html-text.js';
import { safe } from '../../safe.js';

/** Text from a linted file between tags, or in an attribute in double quotes. */
export function htmlText(text: string): string {
  return escapedHtml(safe(text)).replace(/"/g, '&quot;');
}

/** A value as JSON in a script element: nothing in it can close the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
