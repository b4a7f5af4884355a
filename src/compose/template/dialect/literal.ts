import type { Source } from '../source.js';
import type { TemplateToken } from '../token.js';
import { type Dialect, NOTHING, tag } from './dialect.js';

/** Filters that keep a text a text. */
const FILTER =
  '(?:upcase|downcase|capitalize|title|upper|lower|trim|strip|lstrip|rstrip|strip_html|escape|escape_once|e|raw|safe|nl2br|newline_to_br|append|prepend)';
const STRING = String.raw`(["']|&quot;|&#39;)((?:(?!\1)[^\\{}])*)\1`;
const FILTERS = String.raw`\s{0,50}(?:\|\s{0,9}${FILTER}\b[^|{}%]{0,200}){0,9}`;
const SHOWN = new RegExp(String.raw`^\{\{[-~]?\s{0,50}${STRING}${FILTERS}[-~]?\}\}$`);
const ASSIGNED = new RegExp(
  String.raw`^\{%[-+~]?\s{0,50}(?:assign|set)\s{1,50}([\w.-]{1,100})\s{0,50}=\s{0,50}${STRING.replaceAll('\\1', '\\2')}${FILTERS}[-+~]?%\}$`,
);
const BEGINS = /\{\{[-~]?\s{0,50}(?:["']|&quot;|&#39;)/y;
/** Two words, or characters of a script without spaces. Anything shorter is a code, a color or a key. */
function isText(text: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(text)) return true;
  const words = text.split(/\s+/).map((word) => /\p{L}/u.test(word));
  return words.some((isWord, at) => isWord && words[at + 1] === true);
}

/** `{{ 'It goes by post.' | upcase }}`: the string is part of the message, in all languages with strings. */
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
 * The tokens of `{% assign line = "It goes by post." %}`; undefined if the value is not text.
 * @param end after the tag that begins at `at`
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
