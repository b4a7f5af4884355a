import type { Span } from '../../model/span.js';
import { NOTHING, tag, withProblem } from './dialect/dialect.js';
import type { Source } from './source.js';
import type { TemplateToken } from './token.js';

const BREAK = /(?:\\[nrt])+/y;
/**
 * Matches two escaped line breaks in a row, or one followed by a tab. `BETWEEN` matches one after the end of a
 * sentence.
 */
const TWICE = /\\n(?:\\r)?(?:\\n|\\t)/;
const BETWEEN = /[,.!?:;}>][ ]{0,3}(?:\\r)?\\n(?=[\s\p{Lu}\p{N}{[<*-])/gu;

/** Returns true if line breaks are written as a backslash and a letter, as in an export that was escaped twice. */
export function hasEscapedBreaks(body: string): boolean {
  if (!body.includes('\\n') || /[`]|\{\s?\\?"/.test(body)) return false;
  return TWICE.test(body) || (body.match(BETWEEN)?.length ?? 0) >= 2;
}

/** Returns the token for an escaped line break, which is shown as the intended line break. */
export function escapedBreakAt(source: Source, at: number, isFirst: boolean): TemplateToken[] | undefined {
  const found = source.match(BREAK, at);
  if (!found) return undefined;
  const [written] = found;
  const problem = isFirst ? 'is shown literally: the line break was escaped twice' : undefined;
  return [
    {
      ...withProblem(tag(at, at + written.length, `“${written.slice(0, 4)}”`, NOTHING), problem),
      shows: (written.match(/n/g)?.length ?? 0) > 1 ? '\n\n' : '\n',
    },
  ];
}

const CONFLICT = /^<{7}[ \t][^\n]{0,200}$/gm;

/** Finds conflict markers of a version control system. */
export function conflictsIn(body: string): { readonly span: Span; readonly message: string }[] {
  if (!body.includes('<<<<<<< ') || !/^={7}$/m.test(body.replace(/\r/g, ''))) return [];
  return [...body.matchAll(CONFLICT)].map(({ 0: line, index }) => ({
    span: { start: index, end: index + line.trimEnd().length },
    message: `“${line.trimEnd()}” is left over from a merge; keep only one of the two versions`,
  }));
}
