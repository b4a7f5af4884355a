/** Thrown for a pattern that cannot be matched in bounded time. */
export class GlobError extends Error {}

const MOST_ALTERNATIVES = 1000;

/** Part of a pattern between two slashes: characters, `?`, `*`, and sets such as `[a-z]`. */
type Token = { readonly is: 'one'; readonly test: (character: string) => boolean } | { readonly is: 'many' };

/** Either `**`, or the tokens of one segment. */
type Segment = 'any' | readonly Token[];

/**
 * Compiles a pattern with `*`, `**`, `?`, `[…]`, `{a,b}` and `\`. The cost of a match is at most the length of the
 * pattern times the length of the path. Unlike a regular expression, it never backtracks by more than one `*`.
 * @returns a test for paths with `/` as the separator
 * @throws GlobError for too many alternatives
 */
export function linearGlob(pattern: string): (path: string) => boolean {
  const alternatives = expanded(pattern).map((one) => one.replace(/^\.\//, '').split('/').map(segmentOf));
  return (path) => {
    const parts = path.split('/');
    return alternatives.some((segments) => matchesAll(segments, parts, matchesSegment, (one) => one === 'any'));
  };
}

/**
 * Compiles a pattern for text in which `/` is an ordinary character. Matching ignores case.
 * @throws GlobError for too many alternatives
 */
export function linearWildcard(pattern: string): (text: string) => boolean {
  const alternatives = expanded(pattern.toLowerCase()).map(tokensOf);
  return (text) => alternatives.some((tokens) => matchesTokens(tokens, [...text.toLowerCase()]));
}

/** Matches a list against a pattern, some parts of which match any number of items. */
function matchesAll<P, T>(
  pattern: readonly P[],
  items: readonly T[],
  matches: (part: P, item: T) => boolean,
  isMany: (part: P) => boolean,
): boolean {
  let at = 0;
  let part = 0;
  let back: { part: number; at: number } | undefined;
  while (at < items.length) {
    const now = pattern[part];
    if (now !== undefined && isMany(now)) {
      back = { part, at };
      part += 1;
    } else if (now !== undefined && matches(now, items[at] as T)) {
      part += 1;
      at += 1;
    } else if (back) {
      // Only the last repeatable part needs to take one more item. Earlier parts do not have to change.
      back.at += 1;
      at = back.at;
      part = back.part + 1;
    } else return false;
  }
  return pattern.slice(part).every(isMany);
}

function matchesSegment(segment: Segment, part: string): boolean {
  return segment !== 'any' && matchesTokens(segment, [...part]);
}

function matchesTokens(tokens: readonly Token[], characters: readonly string[]): boolean {
  return matchesAll(
    tokens,
    characters,
    (token, character) => token.is === 'one' && token.test(character),
    (token) => token.is === 'many',
  );
}

function segmentOf(text: string): Segment {
  return text === '**' ? 'any' : tokensOf(text);
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const set = character === '[' ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(text.slice(at, at + 200)) : null;
    if (set) {
      tokens.push({ is: 'one', test: setTest(set[2] ?? '', set[1] !== '') });
      at += set[0].length;
      continue;
    }
    const literal = character === '\\' && at + 1 < text.length ? (text[at + 1] ?? '') : character;
    if (character === '*') {
      if (tokens.at(-1)?.is !== 'many') tokens.push({ is: 'many' });
    } else if (character === '?') tokens.push({ is: 'one', test: () => true });
    else tokens.push({ is: 'one', test: (one) => one === literal });
    at += character === '\\' ? 2 : character.length;
  }
  return tokens;
}

/** Returns a test for a set such as `a-z_`, which consists of ranges and single characters. */
function setTest(set: string, negated: boolean): (character: string) => boolean {
  const ranges: (readonly [from: string, to: string])[] = [];
  const characters = [...set];
  for (let at = 0; at < characters.length; at += 1) {
    const from = characters[at] ?? '';
    const isRange = characters[at + 1] === '-' && characters[at + 2] !== undefined;
    ranges.push([from, isRange ? (characters[at + 2] ?? from) : from]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== negated;
}

/** Expands a pattern with braces to its alternatives. */
function expanded(pattern: string): readonly string[] {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const brace = innermost(next);
    if (!brace) done.push(next);
    else
      for (const choice of next.slice(brace.start + 1, brace.end).split(','))
        open.push(next.slice(0, brace.start) + choice + next.slice(brace.end + 1));
    if (done.length + open.length > MOST_ALTERNATIVES)
      throw new GlobError(`its braces expand to more than ${MOST_ALTERNATIVES} alternatives`);
  }
  return done;
}

/** Returns the first innermost pair of braces that contains a comma. */
function innermost(text: string): { readonly start: number; readonly end: number } | undefined {
  let start = -1;
  let comma = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') {
      start = at;
      comma = false;
    } else if (character === ',') comma = true;
    else if (character === '}' && start >= 0) {
      if (comma) return { start, end: at };
      start = -1;
    }
  }
  return undefined;
}
