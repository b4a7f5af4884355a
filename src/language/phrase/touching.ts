/**
 * Returns what to write instead of two parts of a phrase that touch, as in a regular expression: “(Mon|Monday)” for
 * “Mon(day)?”. Without this, the parts would be separate words, which is never meant.
 * @param at the offset at which the second part begins
 * @returns undefined if the parts may touch
 */
export function wholeWordsFor(source: string, at: number): string | undefined {
  const [before = '', here = ''] = [source[at - 1], source[at]];
  if (!/[\p{L}\p{N}(]/u.test(here) || !/[\p{L}\p{N})?*}]/u.test(before)) return undefined;
  const start = source.slice(0, at).search(/(?<!\S)\S+$/);
  const run = /^(?:\([^()]{0,200}\)|[^\s()]){1,200}/.exec(source.slice(start))?.[0] ?? '';
  const [, first = '', inner = '', mayLack, last = ''] =
    /^([\p{L}\p{N}]{0,60})\(([\p{L}\p{N}|]{1,60})\)(\?)?([\p{L}\p{N}]{0,60})$/u.exec(run) ??
    /^([\p{L}\p{N}]{1,60}?)([\p{L}\p{N}])(\?)([\p{L}\p{N}]{1,60})$/u.exec(run) ??
    [];
  if (inner === '') return 'write whole words with blanks between them, such as “(color|colour)”';
  const inside = [...(mayLack === undefined ? [] : ['']), ...inner.split('|')];
  return `write whole words: “(${inside.map((part) => `${first}${part}${last}`).join('|')})”`;
}

/**
 * Returns the offset of a bracket or backslash, which has a meaning only in regular expressions. -1 if there is none.
 */
export function strangeSignIn(written: string): number {
  return written.search(/[[\]\\]/);
}
