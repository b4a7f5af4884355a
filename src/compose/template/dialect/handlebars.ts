import type { Source } from '../source.js';
import { unescaped } from '../source.js';
import { syntaxNamed } from '../syntax.js';
import { opposite, testOf } from '../test-of.js';
import type { Doing, TemplateToken } from '../token.js';
import { comment, commentUpTo, type Dialect, NOTHING, onOneLine, tag, withProblem } from './dialect.js';
import { isGo } from './go.js';

const RAW = /\{\{\{\{(#?[\w.@/-]{1,100})(?![\w.@/-])[^{}]{0,200}\}\}\}\}/y;
const NAME = /\{\{~?\s{0,50}(?:([#/^])([>*]?)\s{0,50}([\w.@/-]{0,100})|(else)\b|(\^)|(>)\s{0,50}|(=))/y;
const BACK = /<%=\{\{\s{0,9}\}\}=%>/y;
const IN_OTHER = /<%\s{0,9}([\w.]{1,100})\s{0,9}%>/y;
/** Helpers that test a condition. Any other section tests the value that it is named after. */
const ASKS = new Set(['if', 'unless']);

/** Handlebars and Mustache. https://handlebarsjs.com/guide/ and mustache(5) */
export const handlebars: Dialect = {
  name: 'handlebars',
  begins: '{\\<',
  isUsedIn: ({ body, path }) => body.includes('{{') && !isGo(body, path),
  tokensAt: (source, at) => {
    const { body } = source;
    if (body[at] === '\\') return escaped(source, at);
    if (body.startsWith('<%', at)) return inOtherDelimiters(source, at);
    if (body[at + 1] !== '{') return undefined;
    if (body.startsWith('{{{{', at)) return raw(source, at);
    if (/^\{\{~?!--/.test(body.slice(at, at + 6)))
      return commentUpTo(source, at, '--}}') ?? commentUpTo(source, at, '--~}}');
    if (/^\{\{~?!/.test(body.slice(at, at + 4)))
      return body.startsWith('{{!!', at) ? undefined : commentUpTo(source, at, '}}');
    return block(source, at);
  },
};

/**
 * Reads tags with custom delimiters: `<% name %>` after `{{=<% %>=}}`, until another tag restores the original ones.
 */
function inOtherDelimiters(source: Source, at: number): TemplateToken[] | undefined {
  if (!source.body.includes('{{=<%')) return undefined;
  const back = source.match(BACK, at)?.[0];
  if (back !== undefined) return [tag(at, at + back.length, back, NOTHING)];
  const [text, path = ''] = source.match(IN_OTHER, at) ?? [];
  if (text === undefined) return undefined;
  const span = { start: at, end: at + text.length };
  return [{ kind: 'placeholder', span, text, path, syntax: syntaxNamed('double-braces') }];
}

/** Reads an escaped tag: `\{{name}}` is shown with its braces. */
function escaped(source: Source, at: number): TemplateToken[] | undefined {
  const end = source.body.startsWith('\\{{', at) ? source.endOfTag(at + 3, '}}', ['{{']) : undefined;
  if (end === undefined) return undefined;
  return [comment(at, at + 1), tag(end, end, '', NOTHING)];
}

function raw(source: Source, at: number): TemplateToken[] | undefined {
  const opened = source.match(RAW, at);
  if (!opened) return undefined;
  const start = at + opened[0].length;
  const closer = `{{{{/${(opened[1] ?? '').replace('#', '')}}}}}`;
  const end = source.body.indexOf(closer, start);
  if (end < 0) return [withProblem(tag(at, start, opened[0], NOTHING), 'is never closed')];
  return [tag(at, start, opened[0], NOTHING), tag(end, end + closer.length, closer, NOTHING)];
}

function block(source: Source, at: number): TemplateToken[] | undefined {
  const opened = source.match(NAME, at);
  const end = opened ? source.endOfTag(at + 2, '}}', ['{{']) : undefined;
  if (!opened || end === undefined || /#~?\}\}$/.test(source.body.slice(at, end))) return undefined;
  const [whole, sign, kind, name = '', otherwise, caret, partial, delimiters] = opened;
  const expression = onOneLine(unescaped(source.body.slice(at + whole.length, end).replace(/~?\}\}$/, '')));
  if (partial) return [tag(at, end, `{{> ${expression}}}`, { is: 'include' })];
  if (delimiters) return [tag(at, end, source.body.slice(at, end), NOTHING)];
  if (otherwise) return [tag(at, end, onOneLine(`{{else ${expression}`).concat('}}'), elseOf(expression))];
  if (caret || (sign === '^' && name === '')) return [tag(at, end, '{{^}}', { is: 'branch' })];
  if (name === '' || (sign === '#' && kind === '' && /^[a-z]+ [a-z]+ [a-z]+ [a-z]+,/i.test(expression)))
    return undefined;
  const written = `{{${sign}${kind}${name}}}`;
  if (sign === '/') return [tag(at, end, written, { is: 'close', block: name })];
  if (kind === '*')
    return [tag(at, end, written, { is: 'capture', block: name, name: expression.replace(/["']/g, '') })];
  if (kind === '>') return [tag(at, end, written, { is: 'open', block: name })];
  const problem = ASKS.has(name) && expression === '' ? 'has no condition' : undefined;
  return [withProblem(tag(at, end, written, opening(name, expression, sign === '^')), problem)];
}

function opening(name: string, expression: string, isInverse: boolean): Doing {
  const asked = expression.replace(/\s{0,9}\bas\s{0,9}\|[^|]{0,100}\|$/, '');
  const test = ASKS.has(name) ? testOf(asked) : testOf(onOneLine(`${name} ${asked}`));
  return { is: 'open', block: name, test: isInverse !== (name === 'unless') ? opposite(test) : test };
}

function elseOf(expression: string): Doing {
  if (expression === '') return { is: 'branch' };
  const [, name = '', rest = ''] = /^(\S+)\s{0,9}(.*)$/s.exec(expression) ?? [];
  const test = ASKS.has(name) ? testOf(rest) : testOf(expression);
  return { is: 'branch', test: name === 'unless' ? opposite(test) : test };
}
