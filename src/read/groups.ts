import { Broken, type Value } from './container/value.js';
import { atTop, type JsonPath, type Reached, type Route, type Step, stepsFrom } from './json-path.js';

/** The values at one path of a file. There are enough of them to decide what they are. */
export interface Group {
  readonly path: JsonPath;
  readonly values: readonly Reached[];
}

/**
 * Decides whether a group is what the search looks for. Returns the routes that continue from a match, or an empty
 * list.
 */
export type Judge<T> = (group: Group) => readonly Route<T>[];

/** Number of values that decide what a group is. */
const DECIDING = 200;
/** Maximum depth of the search, because no export has entries at a greater depth. */
const DEEPEST = 7;
/** Maximum number of members of an envelope. An object with more members is a list of named items. */
const MOST_KEYS = 40;
const MOST_GROUPS = 400;
/** Minimum share of members of the same kind in a list of named items. */
const ALIKE = 0.8;

/**
 * Searches a file for groups of values from the top down: under keys, in lists, and in nested lists. It does not search
 * inside a match. A large file is judged by the first values of each group.
 * @param order whether to check the members of an object together first, or one by one
 */
export function routesTo<T>(
  roots: readonly Value[],
  judge: Judge<T>,
  order: 'together' | 'one by one',
): readonly Route<T>[] {
  let left = MOST_GROUPS;
  const search = (group: Group): readonly Route<T>[] => {
    left -= 1;
    if (left < 0 || group.values.length === 0) return [];
    const found = judge(group);
    if (found.length > 0) return found.map(({ path, to }) => ({ path: [...group.path, ...path], to }));
    if (group.path.length >= DEEPEST) return [];
    const lists = group.values.filter(({ value }) => value.kind === 'array');
    if (lists.length > 0 && lists.length < group.values.length)
      return [lists, group.values.filter((each) => !lists.includes(each))].flatMap((values) =>
        search({ ...group, values }),
      );
    const listed = listedIn(group);
    if (lists.length > 0 || order === 'together') {
      const together = search(listed);
      if (together.length > 0 || lists.length > 0) return together;
    }
    const each = keyed(group).flatMap(search);
    return each.length > 0 || order === 'together' ? each : search(listed);
  };
  return search({ path: [], values: roots.slice(0, DECIDING).map(atTop) });
}

/**
 * Returns the items of a group's lists, and the members of objects that are lists of named items. Empty if the group
 * has neither.
 */
function listedIn({ path, values }: Group): Group {
  const inside: Reached[] = [];
  for (const reached of values) {
    if (reached.value.kind !== 'array' && !isListWithNames(reached.value, values.length > 1 ? 1 : 2)) continue;
    for (const item of stepsFrom(reached, 'all')) {
      if (item.value instanceof Broken) continue;
      inside.push(item);
      if (inside.length === DECIDING) return { path: [...path, 'all'], values: inside };
    }
  }
  return { path: [...path, 'all'], values: inside };
}

/** @param fewest minimum number of members; a single one is enough if there are other objects of its kind */
function isListWithNames(value: Value, fewest: number): boolean {
  if (value.kind !== 'object') return false;
  const kinds = firstOf(value.members()).map(([, { kind }]) => kind);
  const alike = Math.max(
    kinds.filter((kind) => kind === 'object').length,
    kinds.filter((kind) => kind === 'array').length,
  );
  return alike >= fewest && alike >= kinds.length * ALIKE;
}

/** Returns the values under each key of a group's objects. Empty if the objects have more keys than an envelope. */
function keyed({ path, values }: Group): Group[] {
  const byKey = new Map<string, Reached[]>();
  for (const reached of values) {
    if (reached.value.kind !== 'object') continue;
    for (const member of stepsFrom(reached, 'all')) {
      if (member.value.kind !== 'object' && member.value.kind !== 'array') continue;
      const key = member.keys[0] ?? '';
      byKey.set(key, [...(byKey.get(key) ?? []), member]);
      if (byKey.size > MOST_KEYS) return [];
    }
  }
  return [...byKey].map(([key, under]): Group => ({ path: [...path, { key } satisfies Step], values: under }));
}

/** Returns the first few items, which decide for all others. */
export function firstOf<T>(items: Iterable<T>): T[] {
  const first: T[] = [];
  for (const item of items) {
    first.push(item);
    if (first.length === DECIDING) break;
  }
  return first;
}
