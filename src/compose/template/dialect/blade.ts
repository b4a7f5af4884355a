import { loopOf, opposite, testOf } from '../test-of.js';
import type { Doing } from '../token.js';
import { comment, commentUpTo, type Dialect, NOTHING, onOneLine, tag } from './dialect.js';

const DIRECTIVE = /@(\w{1,30})/y;
const USED =
  /@(?:if|foreach|forelse|unless|isset|switch|section|component|can|auth|guest)\b\s{0,3}\(|@(?:endif|endforeach|endsection|csrf|php)\b|\{\{--|\{!!\s|\{\{\s?\$\w{1,50}->/;
const TESTS = new Set(['if', 'isset', 'can', 'auth', 'guest', 'env', 'production', 'hasSection', 'error']);
const LOOPS = new Set(['foreach', 'forelse', 'for', 'while']);
const BLOCKS = new Set(['section', 'component', 'slot', 'push', 'once', 'fragment', 'prepend']);
const ALONE = new Set(
  'extends csrf method yield parent props inject use lang json stack show break continue'.split(' '),
);
const INCLUDES = new Set(['include', 'includeIf', 'includeWhen', 'each', 'yield', 'lang', 'stack']);
const ENDS = new Set([...TESTS, ...LOOPS, ...BLOCKS, 'unless', 'switch', 'empty']);

/** Laravel's Blade template language. https://laravel.com/docs/blade */
export const blade: Dialect = {
  name: 'blade',
  begins: '@{',
  isUsedIn: ({ body, path }) => /\.blade\.php$/i.test(path) || USED.test(body),
  tokensAt: (source, at) => {
    const { body } = source;
    if (body[at] === '{') return body.startsWith('{{--', at) ? commentUpTo(source, at, '--}}') : undefined;
    if (body.startsWith('@{{', at)) {
      const end = source.endOfTag(at + 3, '}}', ['{{']);
      return end === undefined ? undefined : [comment(at, at + 1), tag(end, end, '', NOTHING)];
    }
    const name = /[\w@]/.test(body[at - 1] ?? ' ') ? undefined : source.match(DIRECTIVE, at)?.[1];
    if (name === undefined) return undefined;
    const after = at + 1 + name.length;
    const opens = /^\s{0,3}\(/.exec(body.slice(after, after + 4))?.[0].length ?? 0;
    const end = opens > 0 ? source.endOfTag(after + opens, ')', ['@', '\n\n']) : after;
    const closes = opens > 0 && end !== undefined ? balanced(body, after + opens - 1, end) : end;
    if (closes === undefined) return undefined;
    if (name === 'php' || name === 'verbatim') {
      const last = source.find(`@end${name}`, closes);
      if (last < 0) return undefined;
      const stop = last + name.length + 4;
      return name === 'php'
        ? [comment(at, stop)]
        : [tag(at, closes, '@verbatim', NOTHING), tag(last, stop, '@endverbatim', NOTHING)];
    }
    const does = doing(name, opens > 0 ? onOneLine(body.slice(after + opens, closes - 1)) : '');
    return does && [tag(at, closes, `@${name}`, does)];
  },
};

/** Returns the end of the parenthesis that starts at a position. `end` is the end of the first closing parenthesis. */
function balanced(body: string, start: number, end: number): number | undefined {
  let depth = 0;
  for (let at = start; at < Math.min(body.length, end + 300); at += 1) {
    if (body[at] === '(') depth += 1;
    if (body[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function doing(name: string, expression: string): Doing | undefined {
  if (name === 'empty' && expression === '') return { is: 'branch', of: ['forelse'] };
  if (name === 'empty') return { is: 'open', block: name, test: opposite(testOf(expression)) };
  if (name === 'unless') return { is: 'open', block: name, test: opposite(testOf(expression)) };
  if (TESTS.has(name)) return { is: 'open', block: name, test: testOf(expression === '' ? name : expression) };
  if (LOOPS.has(name)) return { is: 'open', block: name, test: loopOf(expression) };
  if (name === 'switch') return { is: 'choose', block: name, subject: expression };
  if (name === 'case') return { is: 'branch', of: ['switch'], when: expression };
  if (name === 'default') return { is: 'branch', of: ['switch'] };
  if (name === 'elseif') return { is: 'branch', test: testOf(expression) };
  if (name === 'else') return { is: 'branch' };
  if (name.startsWith('end') && ENDS.has(name.slice(3))) return { is: 'close', block: name.slice(3) };
  if (BLOCKS.has(name)) return expression.includes(',') ? { is: 'include' } : { is: 'open', block: name };
  if (INCLUDES.has(name)) return { is: 'include' };
  return ALONE.has(name) ? NOTHING : undefined;
}
