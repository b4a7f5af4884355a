import { loopOf, testOf } from '../test-of.js';
import type { Doing } from '../token.js';
import { commentUpTo, type Dialect, NOTHING, onOneLine, tag } from './dialect.js';

const NAME =
  /\{\{-?\s{0,50}(?:(if|else if|else with|else|end|range|with|define|block|template|break|continue)\b|(\$\w{1,50}(?:,\s?\$\w{1,50})?)\s{0,9}:?=)/y;
const USED =
  /\{\{-?\s{0,9}(?:if\s[^{}]{1,200}|range\s[^{}]{1,200}|with\s[^{}]{1,200}|end|define\s[^{}]{1,100}|template\s[^{}]{1,100})-?\}\}|\{\{-?\s{0,9}\/\*/;

/** Returns true if the text between `{{` and `}}` is Go syntax. */
export function isGo(body: string, path: string): boolean {
  return /\.(?:tmpl|gotmpl|gohtml)$/i.test(path) || USED.test(body);
}

/** Go's text/template and html/template packages. https://pkg.go.dev/text/template */
export const go: Dialect = {
  name: 'go',
  begins: '{',
  isUsedIn: ({ body, path }) => isGo(body, path),
  tokensAt: (source, at) => {
    const { body } = source;
    if (/^\{\{-?\s{0,9}\/\*/.test(body.slice(at, at + 14)))
      return commentUpTo(source, at, '*/}}') ?? commentUpTo(source, at, '*/ -}}');
    const opened = source.match(NAME, at);
    const end = opened ? source.endOfTag(at + 2, '}}', ['{{']) : undefined;
    if (!opened || end === undefined) return undefined;
    const expression = onOneLine(body.slice(at + opened[0].length, end).replace(/-?\}\}$/, ''));
    const name = opened[1] ?? '';
    return [tag(at, end, `{{ ${onOneLine(`${name} ${expression}`)} }}`, doing(name, expression))];
  },
};

function doing(name: string, expression: string): Doing {
  if (name === 'if' || name === 'with') return { is: 'open', block: name, test: testOf(expression) };
  if (name === 'range') return { is: 'open', block: name, test: loopOf(expression.replace(/^.*:=\s{0,9}/, '')) };
  if (name === 'else if' || name === 'else with') return { is: 'branch', test: testOf(expression) };
  if (name === 'else') return { is: 'branch' };
  if (name === 'end') return { is: 'close', block: undefined };
  if (name === 'define') return { is: 'capture', block: name, name: expression.replace(/["`]/g, '') };
  if (name === 'block') return { is: 'open', block: name };
  return name === 'template' ? { is: 'include' } : NOTHING;
}
