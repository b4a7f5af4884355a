import picomatch from 'picomatch';
import { GlobError, linearGlob } from './linear-glob.js';

/** With more of these in one segment, or more `**`, a regular expression could backtrack too often. */
const MOST_STARS = 2;
const MOST_BRACES = 3;
/** `+(…)`, `!(…)` and similar patterns: only regular expressions match them. */
const EXTENDED = /[@!?+*]\(/;

/**
 * Tests paths with `/` against patterns: a path matches if one of them does.
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
