import picomatch from 'picomatch';
import { GlobError, linearGlob } from './linear-glob.js';

/**
 * Maximum number of `*` in one segment, and of `**` in a pattern, for which a regular expression is used. With more of
 * them, it could backtrack too often.
 */
const MOST_STARS = 2;
const MOST_BRACES = 3;
/** Matches `+(…)`, `!(…)` and similar patterns, which only regular expressions support. */
const EXTENDED = /[@!?+*]\(/;

/**
 * Returns a test for whether a path with `/` as the separator matches at least one of the patterns.
 * @throws GlobError for a pattern that cannot be matched in bounded time
 */
export function globTest(patterns: string | readonly string[]): (path: string) => boolean {
  const all = [patterns].flat();
  const [cheap, others] = [all.filter(isCheap), all.filter((pattern) => !isCheap(pattern))];
  const tests = others.map((pattern) => {
    if (EXTENDED.test(pattern) || pattern.startsWith('!'))
      throw new GlobError(
        `too many wildcards next to “!” or “(…)”; use at most ${MOST_STARS} stars between two slashes`,
      );
    return linearGlob(pattern);
  });
  if (cheap.length > 0) tests.push(picomatch(cheap, { dot: true }));
  return (path) => tests.some((test) => test(path));
}

function isCheap(pattern: string): boolean {
  const segments = pattern.split('/');
  const starsIn = (segment: string) => segment.match(/\*+|[+@!?]\(/g)?.length ?? 0;
  return (
    (pattern.match(/\{/g)?.length ?? 0) <= MOST_BRACES &&
    segments.every((segment) => starsIn(segment) <= MOST_STARS) &&
    segments.filter((segment) => segment.includes('**')).length <= MOST_STARS
  );
}
