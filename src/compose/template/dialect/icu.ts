import type { Source } from '../source.js';
import type { TemplateToken } from '../token.js';
import { type Dialect, tag } from './dialect.js';

const OPENED = /\{\s{0,9}([\w.]{1,60})\s{0,9},\s{0,9}(plural|select|selectordinal)\s{0,9},/y;
const ARM = /\s{0,50}(?:offset:\d{1,9}\s{1,9})?(=?\w{1,40})\s{0,9}\{/y;

/** ICU message syntax, such as `{count, plural, one {a card} other {# cards}}`. */
export const icu: Dialect = {
  name: 'icu',
  begins: '{',
  isUsedIn: ({ body }) => /,\s{0,9}(?:plural|select|selectordinal)\s{0,9},/.test(body),
  tokensAt: (source, at) => {
    const opened = source.match(OPENED, at);
    if (!opened) return undefined;
    let from = at + opened[0].length;
    const tokens: TemplateToken[] = [tag(at, from, '', { is: 'choose', block: 'icu', subject: opened[1] ?? '' })];
    for (let arm = armAt(source, from); arm; arm = armAt(source, arm.end + 1)) {
      const isLast = arm.name === 'other';
      tokens.push(tag(from, arm.start, '', { is: 'branch', of: ['icu'], ...(!isLast && { when: arm.name }) }));
      from = arm.end;
    }
    const end = /^\}\s{0,50}\}/.exec(source.body.slice(from, from + 60))?.[0].length;
    if (tokens.length === 1 || end === undefined) return undefined;
    return [...tokens, tag(from, from + end, '', { is: 'close', block: 'icu' })];
  },
};

/** Returns the next branch, if it contains only text. */
function armAt(source: Source, at: number): { name: string; start: number; end: number } | undefined {
  const found = source.match(ARM, at);
  if (!found) return undefined;
  const start = at + found[0].length;
  const length = source.body.slice(start, start + 1000).search(/[{}]/);
  return length < 0 || source.body[start + length] !== '}'
    ? undefined
    : { name: found[1] ?? '', start, end: start + length };
}
