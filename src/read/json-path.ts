import { Broken, type Value } from './container/value.js';

/** A JSON path that cannot be read. */
export class PathError extends Error {}

/** A step of a path: a key, an index, or all of them. */
type Step = { readonly key: string } | { readonly index: number } | 'all';

export type JsonPath = readonly Step[];

const STEP = /\.([^.[\]'"\s]+)|\[(?:(\d+)|(\*)|'([^']*)'|"([^"]*)")\]/y;

/**
 * Reads a path: `$` for the top, `.name` or `['name']` for a key, `[n]` for an item, `[*]` for all items of a list and
 * all values of a map. A name alone is that key of each entry at the top: `$[*].name`.
 * @throws PathError with what is wrong and where
 */
export function parsePath(written: string): JsonPath {
  if (/^[^$.[\]\s][^.[\]]*$/.test(written)) return ['all', { key: written }];
  if (!written.startsWith('$')) throw new PathError('expected a key, or a path that begins with `$`');
  const path: Step[] = [];
  for (let at = 1; at < written.length; at = STEP.lastIndex) {
    STEP.lastIndex = at;
    const match = STEP.exec(written);
    if (!match) throw new PathError(`at character ${at + 1}: expected \`.name\`, \`['name']\`, \`[0]\` or \`[*]\``);
    const [, name, index, all, single, double] = match;
    const key = name ?? single ?? double;
    if (all !== undefined || key === '*') path.push('all');
    else path.push(index !== undefined ? { index: Number(index) } : { key: key ?? '' });
  }
  return path;
}

/** A value that a path leads to. */
export interface Reached {
  readonly value: Value;
  /** The values on the way, the nearest first. */
  readonly above: readonly Value[];
  /** The key of the last step, where it led into a map. */
  readonly key: string | undefined;
}

/** All that a path leads to, in the order of the file; and the records on its way that cannot be read. */
export function* follow(path: JsonPath, root: Value): Generator<Reached> {
  yield* walk(path, { value: root, above: [], key: undefined });
}

function* walk([first, ...rest]: JsonPath, from: Reached): Generator<Reached> {
  if (first === undefined || from.value instanceof Broken) {
    yield from;
    return;
  }
  const above = [from.value, ...from.above];
  for (const [key, value] of stepsFrom(from.value, first)) yield* walk(rest, { value, above, key });
}

function* stepsFrom(value: Value, step: Step): Generator<readonly [string | undefined, Value]> {
  if (step === 'all') {
    yield* value.members();
    for (const item of value.items()) yield [undefined, item];
  } else if ('key' in step) {
    const member = value.member(step.key);
    if (member) yield [step.key, member];
  } else {
    let index = 0;
    for (const item of value.items()) {
      if (index === step.index || item instanceof Broken) yield [undefined, item];
      index += 1;
    }
  }
}
