import { Broken, type Value } from './container/value.js';

/** Thrown for an invalid JSON path. */
export class PathError extends Error {}

/** A step of a path: a key, an index, or all items. */
export type Step = { readonly key: string } | { readonly index: number } | 'all';

export type JsonPath = readonly Step[];

const STEP = /\.([^.[\]'"\s]+)|\[(?:(\d+)|(\*)|'([^']*)'|"([^"]*)")\]/y;

/**
 * Parses a JSON path: `$` for the top, `.name` or `['name']` for a key, `[n]` for an item, and `[*]` for all items of a
 * list and all values of a map. A bare `name` means that key of each top-level entry: `$[*].name`.
 * @throws PathError with the fault and its position
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
  /** The values that contain this value, starting with the innermost. */
  readonly above: readonly Value[];
  /** The keys that lead to the value, starting with the last. Undefined for a step into a list. */
  readonly keys: readonly (string | undefined)[];
}

/** A path, with what to do with the values that it leads to. */
export interface Route<T> {
  readonly path: JsonPath;
  readonly to: T;
}

/** Returns the top of a file, which is where every path starts. */
export function atTop(root: Value): Reached {
  return { value: root, above: [], keys: [] };
}

/** Yields all values at a path in file order, and any unreadable records on the way. */
export function follow(path: JsonPath, root: Value): Iterable<Reached> {
  return followAll([{ path, to: undefined }], root);
}

/** Yields all values at several paths, and any unreadable records. Each record is read only once. */
export function* followAll<T>(routes: readonly Route<T>[], root: Value): Generator<Reached & { readonly to: T }> {
  yield* walk(routes, atTop(root));
}

function* walk<T>(routes: readonly Route<T>[], from: Reached): Generator<Reached & { readonly to: T }> {
  const [first] = routes;
  if (first && from.value instanceof Broken) {
    yield { ...from, to: first.to };
    return;
  }
  for (const { path, to } of routes) if (path.length === 0) yield { ...from, to };
  for (const [step, further] of byFirstStep(routes))
    for (const reached of stepsFrom(from, step)) yield* walk(further, reached);
}

/** Groups paths by their first step, and returns the remainder of each path. */
function byFirstStep<T>(routes: readonly Route<T>[]): Iterable<readonly [Step, Route<T>[]]> {
  const steps = new Map<string, readonly [Step, Route<T>[]]>();
  for (const { path, to } of routes) {
    const [step, ...rest] = path;
    if (step === undefined) continue;
    const name = JSON.stringify(step);
    const [, further] = steps.get(name) ?? [step, []];
    further.push({ path: rest, to });
    steps.set(name, [step, further]);
  }
  return steps.values();
}

/** Yields the values that a step leads to. */
export function* stepsFrom(from: Reached, step: Step): Generator<Reached> {
  const reached = (value: Value, key?: string): Reached => ({
    value,
    above: [from.value, ...from.above],
    keys: [key, ...from.keys],
  });
  if (step === 'all') {
    for (const [key, value] of from.value.members()) yield reached(value, key);
    for (const item of from.value.items()) yield reached(item);
  } else if ('key' in step) {
    const member = from.value.member(step.key);
    if (member) yield reached(member, step.key);
  } else {
    let index = 0;
    for (const item of from.value.items()) {
      if (index === step.index || item instanceof Broken) yield reached(item);
      index += 1;
    }
  }
}
