import { loopOf, testOf } from '../test-of.js';
import type { Doing } from '../token.js';
import { comment, commentUpTo, type Dialect, NOTHING, onOneLine, tag, withProblem } from './dialect.js';

const USED =
  /\{\/(?:if|foreach|section|literal|capture|block|for|while|strip|nocache)\}|\{(?:else|elseif\s[^{}]{1,100}|foreachelse)\}|\{if\s{1,9}!?\$/;
const NAME =
  /\{(\/?)(if|elseif|else if|else|foreach|foreachelse|section|sectionelse|for|forelse|while|literal|capture|block|strip|nocache|include|assign|append|extends|ldelim|rdelim|config_load|function|call|setfilter)\b/y;

/** The Smarty template language. https://smarty-php.github.io/smarty/ */
export const smarty: Dialect = {
  name: 'smarty',
  begins: '{',
  isUsedIn: ({ body, path }) => (path.slice(-4).toLowerCase() === '.tpl' && body.includes('{')) || USED.test(body),
  tokensAt: (source, at) => {
    const { body } = source;
    if (body.startsWith('{*', at)) return commentUpTo(source, at, '*}');
    if (body[at - 1] === '{') return undefined;
    const opened = source.match(NAME, at);
    const end = opened ? source.endOfTag(at + 1, '}', ['{']) : undefined;
    if (!opened || end === undefined) return undefined;
    const name = opened[2] ?? '';
    if (name === 'literal' && !opened[1]) {
      const last = source.find('{/literal}', end);
      if (last < 0) return [withProblem(tag(at, end, '{literal}', NOTHING), 'is never closed')];
      return [comment(at, end), tag(last, last + 10, '{/literal}', NOTHING)];
    }
    const expression = onOneLine(body.slice(at + opened[0].length, end - 1));
    return [tag(at, end, onOneLine(body.slice(at, end)), doing(name, expression, opened[1] === '/'))];
  },
};

function doing(name: string, expression: string, ends: boolean): Doing {
  if (ends) return { is: 'close', block: name };
  if (name === 'if') return { is: 'open', block: name, test: testOf(expression) };
  if (name === 'elseif' || name === 'else if') return { is: 'branch', of: ['if'], test: testOf(expression) };
  if (name === 'else') return { is: 'branch', of: ['if', 'foreach', 'section', 'for'] };
  if (/^\w+else$/.test(name)) return { is: 'branch', of: [name.slice(0, -4)] };
  if (/^(?:foreach|section|for|while)$/.test(name)) return { is: 'open', block: name, test: loopOf(expression) };
  if (name === 'capture' || name === 'function')
    return {
      is: 'capture',
      block: name,
      name: /(?:name|assign)=["']?(\w+)/.exec(expression)?.[1] ?? expression.replace(/["']/g, ''),
    };
  if (/^(?:block|strip|nocache|setfilter)$/.test(name)) return { is: 'open', block: name };
  return name === 'include' || name === 'call' ? { is: 'include' } : NOTHING;
}
