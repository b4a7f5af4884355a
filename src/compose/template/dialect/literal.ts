import type { Source } from '../source.js';
import type { TemplateToken } from '../token.js';
import { type Dialect, NOTHING, tag } from './dialect.js';

/** Matches filters after which the string is still text. */
const FILTER =
  '(?:upcase|downcase|capitalize|title|upper|lower|trim|strip|lstrip|rstrip|strip_html|escape|escape_once|e|raw|safe|nl2br|newline_to_br|append|prepend)';
const STRING = String.raw`(["']|&quot;|&#39;)((?:(?!\1)[^\\{}])*)\1`;
const FILTERS = String.raw`\s{0,50}(?:\|\s{0,9}${FILTER}\b[^|{}%]{0,200}){0,9}`;
const SHOWN = new RegExp(String.raw`^\{\{[-~]?\s{0,50}${STRING}${FILTERS}[-~]?\}\}$`);
const ASSIGNED = new RegExp(
  String.raw`^\{%[-+~]?\s{0,50}(?:assign|set)\s{1,50}([\w.-]{1,100})\s{0,50}=\s{0,50}${STRING.replaceAll('\\1', '\\2')}${FILTERS}[-+~]?%\}$`,
);
const BEGINS = /\{\{[-~]?\s{0,50}(?:["']|&quot;|&#39;)/y;
/**
 * Returns true for a string of at least two words, or with characters of a script without spaces. A shorter string is a
 * code, a color or a key.
 */
function isText(text: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(text)) return true;
  const words = text.split(/\s+/).map((word) => /\p{L}/u.test(word));
  return words.some((isWord, at) => isWord && words[at + 1] === true);
}

/**
 * String literals in output tags of any language: in `{{ 'It goes by post.' | upcase }}`, the string is part of the
 * message.
 */
export const literal: Dialect = {
  name: 'literal',
  begins: '{',
  isUsedIn: ({ body }) => body.includes('{{'),
  tokensAt: (source, at) => {
    if (!source.match(BEGINS, at)) return undefined;
    const end = source.endOfTag(at + 2, '}}', ['{']);
    const [whole, quote = '', text = ''] = (end !== undefined && SHOWN.exec(source.body.slice(at, end))) || [];
    if (end === undefined || whole === undefined || !/\p{L}/u.test(text)) return undefined;
    const start = at + whole.indexOf(quote) + quote.length;
    return [tag(at, start, '', NOTHING), tag(start + text.length, end, '', NOTHING)];
  },
};

/**
 * Returns the tokens of `{% assign line = "It goes by post." %}`. Undefined if the assigned value is not text.
 * @param end the offset after the tag that begins at `at`
 */
export function assignedText({ body }: Source, at: number, end: number): readonly TemplateToken[] | undefined {
  const [whole, name = '', quote = '', text = ''] = ASSIGNED.exec(body.slice(at, end)) ?? [];
  if (whole === undefined || !isText(text)) return undefined;
  const start = at + whole.indexOf(quote, whole.indexOf('=')) + quote.length;
  const written = `{% assign ${name} %}`;
  return [
    tag(at, start, written, { is: 'capture', block: 'assign', name, apart: true }),
    tag(start + text.length, end, written, { is: 'close', block: 'assign' }),
  ];
}
