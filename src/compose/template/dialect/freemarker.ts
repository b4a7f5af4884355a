import type { Source } from '../source.js';
import { unescaped } from '../source.js';
import { loopOf, testOf } from '../test-of.js';
import type { Doing, TemplateToken } from '../token.js';
import { commentUpTo, type Dialect, NOTHING, onOneLine, tag, withProblem } from './dialect.js';

const USED =
  /<#(?:if|list|assign|else|elseif|switch|macro|include|import|--|noparse|attempt|setting|ftl|compress|local|global)|\[#(?:if|list|assign|else|elseif|switch|--)|<@\w/;
const NAME = /(?:<|\[)(\/?)([#@])([a-zA-Z]\w{0,40}(?:\.\w{1,40})?)/y;
const ENDS = new Set(
  'if list items sep switch assign local global macro function attempt compress noparse escape noescape outputformat autoesc noautoesc'.split(
    ' ',
  ),
);

/**
 * The FreeMarker template language, with tags in angle or square brackets.
 * https://freemarker.apache.org/docs/ref_directives.html
 */
export const freemarker: Dialect = {
  name: 'freemarker',
  begins: '<[',
  isUsedIn: ({ body, path }) => /\.(?:ftl|ftlh|ftlx)$/i.test(path) || USED.test(body),
  tokensAt: (source, at) => {
    const { body } = source;
    const closer = body[at] === '<' ? '>' : ']';
    if (body.startsWith('#--', at + 1)) return commentUpTo(source, at, `--${closer}`);
    const opened = source.match(NAME, at);
    if (!opened) return undefined;
    const [whole, ends, sign, name = ''] = opened;
    const end = endOf(source, at + whole.length, closer);
    if (end === undefined) return undefined;
    const expression = onOneLine(unescaped(body.slice(at + whole.length, end - 1).replace(/\/$/, '')));
    const written = body.slice(at, end);
    if (sign === '@') return [tag(at, end, onOneLine(written), ends ? NOTHING : { is: 'include' })];
    if (ends) return ENDS.has(name) ? [tag(at, end, written, { is: 'close', block: name })] : undefined;
    if (name === 'noparse') return raw(source, at, end);
    const does = doing(name, expression);
    return does && [tag(at, end, onOneLine(written), does)];
  },
};

function raw(source: Source, at: number, end: number): TemplateToken[] {
  const { body } = source;
  const closer = body[at] === '<' ? '</#noparse>' : '[/#noparse]';
  const last = source.find(closer, end);
  if (last < 0) return [withProblem(tag(at, end, body.slice(at, end), NOTHING), 'is never closed')];
  return [tag(at, end, '', NOTHING), tag(last, last + closer.length, '', NOTHING)];
}

/** Finds the end of a tag. A `>` in parentheses is a comparison and does not end it. */
function endOf(source: Source, from: number, closer: string): number | undefined {
  let depth = 0;
  for (let at = from; at < Math.min(source.body.length, from + 1000); ) {
    const unit = source.body[at];
    if (unit === closer && depth === 0) return at + 1;
    if (unit === '(' || (unit === '[' && closer === '>')) depth += 1;
    if (unit === ')' || (unit === ']' && closer === '>')) depth -= 1;
    if (unit === '<' && source.body[at + 1] === '#') return undefined;
    at = source.endOfString(at) ?? at + 1;
  }
  return undefined;
}

function doing(name: string, expression: string): Doing | undefined {
  if (name === 'if') return { is: 'open', block: name, test: testOf(expression) };
  if (name === 'elseif' || name === 'elseIf') return { is: 'branch', of: ['if'], test: testOf(expression) };
  if (name === 'else') return { is: 'branch', of: ['if', 'list'] };
  if (name === 'list')
    return { is: 'open', block: name, test: loopOf(expression.replace(/(?<!\s)\s+as\s[\s\S]*$/, '')) };
  if (name === 'switch') return { is: 'choose', block: name, subject: expression };
  if (name === 'case' || name === 'on') return { is: 'branch', of: ['switch'], when: expression };
  if (name === 'default') return { is: 'branch', of: ['switch'] };
  if (name === 'assign' || name === 'local' || name === 'global')
    return expression.includes('=') ? NOTHING : { is: 'capture', block: name, name: expression };
  if (name === 'macro' || name === 'function')
    return { is: 'capture', block: name, name: expression.split(/\s/)[0] ?? '' };
  if (name === 'include' || name === 'import') return { is: 'include' };
  if (name === 'recover') return NOTHING;
  if (ENDS.has(name)) return name === 'sep' ? NOTHING : { is: 'open', block: name };
  return /^(?:break|continue|return|setting|ftl|nested|t|lt|rt|nt|flush|stop)$/.test(name) ? NOTHING : undefined;
}
