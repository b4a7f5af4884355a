import type { Source } from '../source.js';
import { loopOf, testOf } from '../test-of.js';
import type { Doing } from '../token.js';
import { comment, commentUpTo, type Dialect, NOTHING, onOneLine, tag } from './dialect.js';

/**
 * Every condition and assignment in Velocity contains a reference. Without one, as in `#if (DEBUG)`, the text is in
 * another language.
 */
const USED = /#(?:if|foreach|set|elseif)\s{0,9}\([^$\n)]{0,40}\$|#(?:macro|parse)\s{0,9}\(/;
const CLOSED_OR_SET = /#\{?end\b|#set\s{0,9}\(/;
const FENCE = /^(?:```|~~~)/;
const CODE = /`[^`\n]{1,200}`/g;
const NAME = /#\{?(if|elseif|else|end|foreach|set|parse|include|macro|define|stop|break|evaluate)\b\}?/y;

/** The Apache Velocity template language. https://velocity.apache.org/engine/devel/vtl-reference.html */
export const velocity: Dialect = {
  name: 'velocity',
  begins: '#',
  isUsedIn: ({ body, markup, path }) =>
    /\.(?:vm|vtl)(?:\.|$)/i.test(path) || (USED.test(body) && (markup !== 'markdown' || isUsedBesideCode(body))),
  tokensAt: (source, at) => {
    const { body } = source;
    if (body.startsWith('#*', at)) return commentUpTo(source, at, '*#');
    if (body.startsWith('##', at)) {
      const feed = body.indexOf('\n', at);
      return [comment(at, feed < 0 ? body.length : feed + 1)];
    }
    if (body.startsWith('#[[', at)) {
      const end = source.find(']]#', at);
      return end < 0 ? undefined : [tag(at, at + 3, '#[[', NOTHING), tag(end, end + 3, ']]#', NOTHING)];
    }
    const opened = source.match(NAME, at);
    if (!opened) return undefined;
    const name = opened[1] ?? '';
    const after = at + opened[0].length;
    const argument = /^(?:else|end|stop|break)$/.test(name) ? after : endOfArgument(source, after);
    if (argument === undefined) return undefined;
    const expression = onOneLine(body.slice(after, argument).replace(/^\s{0,9}\(|\)$/g, ''));
    return [tag(at, argument, onOneLine(body.slice(at, argument)), doing(name, expression))];
  },
};

/**
 * Returns true if Velocity is used outside of code. In Markdown, `##` begins a heading, so a Velocity example in code
 * must not turn headings into comments.
 */
function isUsedBesideCode(body: string): boolean {
  let open: string | undefined;
  const lines = body.split('\n').filter((line) => {
    const mark = FENCE.exec(line)?.[0];
    if (mark === undefined) return open === undefined;
    if (open === undefined) open = mark;
    else if (open === mark) open = undefined;
    return false;
  });
  const text = lines.join('\n').replace(CODE, '');
  return USED.test(text) && CLOSED_OR_SET.test(text);
}

function endOfArgument(source: Source, from: number): number | undefined {
  const { body } = source;
  const start = /^\s{0,9}\(/.exec(body.slice(from, from + 11))?.[0].length;
  if (start === undefined) return undefined;
  let depth = 1;
  for (let at = from + start; at < Math.min(body.length, from + 1000); ) {
    if (body[at] === '(') depth += 1;
    if (body[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
    at = source.endOfString(at) ?? at + 1;
  }
  return undefined;
}

function doing(name: string, expression: string): Doing {
  if (name === 'if') return { is: 'open', block: name, test: testOf(expression) };
  if (name === 'foreach')
    return { is: 'open', block: name, test: loopOf(expression.replace(/^\$!?\{?/, '').replace(/ in \$!?/, ' in ')) };
  if (name === 'elseif') return { is: 'branch', test: testOf(expression) };
  if (name === 'else') return { is: 'branch' };
  if (name === 'end') return { is: 'close', block: undefined };
  if (name === 'macro' || name === 'define')
    return { is: 'capture', block: name, name: expression.split(/\s/)[0]?.replace('$', '') ?? '' };
  return name === 'parse' || name === 'include' ? { is: 'include' } : NOTHING;
}
