import { unescaped } from '../source.js';
import { loopOf, opposite, testOf } from '../test-of.js';
import type { Doing } from '../token.js';
import { comment, type Dialect, NOTHING, onOneLine, tag } from './dialect.js';

/** ERB, EJS and PHP, in which the text is surrounded by a program whose keywords begin and end blocks. */
export const erb: Dialect = {
  name: 'erb',
  begins: '<',
  isUsedIn: ({ body }) => body.includes('<%') || body.includes('<?'),
  tokensAt: (source, at) => {
    const { body } = source;
    if (body.startsWith('<?', at)) return php(body, at);
    if (body[at + 1] !== '%') return undefined;
    if (body.startsWith('<%%', at)) return [comment(at + 1, at + 2)];
    const close = source.find('%>', at + 2);
    if (close < 0) return undefined;
    const end = close + 2;
    if (body[at + 2] === '#') return [comment(at, end)];
    if (body[at + 2] === '=') return undefined;
    const inside = body.slice(at + 2, close);
    // `<%-` outputs a value in EJS, but trims whitespace in ERB.
    if (/^-\s{0,9}[\w.@]+(?:\([^()]{0,200}\))?\s{0,9}-?$/.test(inside) && !/^-\s{0,9}(?:end|else)\b/.test(inside))
      return undefined;
    const code = onOneLine(unescaped(inside.replace(/^[-_]|[-_]$/g, '')));
    const does = program(code);
    return [tag(at, end, `<% ${code} %>`, does)];
  },
};

function php(body: string, at: number) {
  const opened = /^<\?(?:php\b|=)?/i.exec(body.slice(at, at + 6))?.[0] ?? '<?';
  if (opened.length < 3) return undefined;
  const close = body.indexOf('?>', at);
  const end = close < 0 ? body.length : close + 2;
  if (opened === '<?=' || end - at > 2000) return undefined;
  const code = onOneLine(body.slice(at + opened.length, close < 0 ? end : close));
  if (/^(?:echo|print)\b/.test(code)) return undefined;
  return [tag(at, end, `<?php ${code} ?>`, program(code))];
}

const CONDITION = /^(if|unless|while|until|for|foreach|case|switch)\b\s{0,9}(.*?)\s{0,9}(?:then|do|[{:])?$/s;

/** Determines what a line of Ruby, JavaScript or PHP does to the text around it. */
function program(code: string): Doing {
  const otherwise = /^\}?\s{0,9}(?:else\s{0,9}if|elsif|elseif)\b\s{0,9}(.*?)\s{0,9}(?:then|[{:])?$/s.exec(code);
  if (otherwise) return { is: 'branch', test: testOf(otherwise[1] ?? '') };
  if (/^\}?\s{0,9}else\s{0,9}[{:]?$/.test(code)) return { is: 'branch' };
  if (/^(?:end(?:if|foreach|for|while|switch)?\b\s{0,9};?|\}\s{0,9}\)?\s{0,9};?)$/.test(code))
    return { is: 'close', block: undefined };
  const when = /^(?:when|case)\b\s{0,9}(.*?)\s{0,9}:?$/s.exec(code);
  if (when && (code.startsWith('when') || code.endsWith(':'))) return { is: 'branch', when: when[1] ?? '' };
  if (/^default\s{0,9}:$/.test(code)) return { is: 'branch' };
  const begun = CONDITION.exec(code);
  if (begun) return opening(begun[1] ?? '', begun[2] ?? '');
  const loop = /^(.{1,300}?)\.(?:each|map|forEach|each_with_index|times)\b/s.exec(code);
  if (loop && /(?:\bdo\b(?:\s{0,9}\|[^|]{0,100}\|)?|\{|=>\s{0,9}\{)\s{0,9}(?:\|[^|]{0,100}\|)?$/.test(code))
    return { is: 'open', block: 'each', test: loopOf(loop[1] ?? '') };
  if (/(?:\bdo\b(?:\s{0,9}\|[^|]{0,100}\|)?|\{)$/.test(code)) return { is: 'open', block: 'block' };
  return NOTHING;
}

function opening(word: string, expression: string): Doing {
  if (word === 'case' || word === 'switch') return { is: 'choose', block: word, subject: expression };
  if (word === 'if') return { is: 'open', block: word, test: testOf(expression) };
  if (word === 'unless') return { is: 'open', block: word, test: opposite(testOf(expression)) };
  return { is: 'open', block: word, test: loopOf(expression) };
}
