import { bitsOf, foldTelltale, nameTelltales, telltales } from '../../language/telltale/index.js';

/** The telltale for words such as “name”, which do not say whose name is meant. */
const ANYBODYS = bitsOf('name-of-anybody');
const INTRODUCTION = bitsOf('introduction');
const FAREWELL_LINE = bitsOf('farewell-line');

/** Returns true for the path of a name that could belong to anyone. */
export function isAnybodysName(path: string): boolean {
  return nameTelltales().isWhole(foldTelltale(path.replace(/[_-]/g, ' ')), ANYBODYS);
}

/**
 * Returns true if a name that could belong to anyone is the writer’s. This is the case after a farewell, and where
 * writers introduce themselves.
 * @param at the offset of the name
 */
export function isWrittenByWriter(body: string, at: number): boolean {
  const before = body.slice(Math.max(0, at - 120), at).replace(/&nbsp;/g, ' ');
  if (/\s$/.test(before) && introduces(foldTelltale(before.slice(0, -1)))) return true;
  const lines = before.replace(/<br\b[^<>]*>|<\/?(?:p|div)\b[^<>]*>/gi, '\n').split(/\r?\n/);
  if (lines.at(-1)?.replace(/[\s*_>–—-]/g, '') !== '') return false;
  const line =
    lines
      .slice(0, -1)
      .findLast((text) => text.trim() !== '')
      ?.replace(/^[\s*_>]+|(?<![\s*_\\])[\s*_\\]+$/g, '') ?? '';
  return telltales().isWhole(foldTelltale(line.replace(/[,.!]$/, '')), FAREWELL_LINE);
}

/** Returns true if a text ends with an introduction such as “I am”. */
function introduces(folded: string): boolean {
  for (const { start } of telltales().all(folded, INTRODUCTION))
    if (telltales().endsAt(folded, start, INTRODUCTION).includes(folded.length)) return true;
  return false;
}
