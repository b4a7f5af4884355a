import { Broken, type Value } from './container/value.js';
import { atTop, type JsonPath, type Reached, type Route, type Step, stepsFrom } from './json-path.js';

/** The values at one path of a file: enough of them to decide what they are. */
export interface Group {
  readonly path: JsonPath;
  readonly values: readonly Reached[];
}

/** What a search looks for: the routes that continue from a group; none if it is not a match. */
export type Judge<T> = (group: Group) => readonly Route<T>[];

/** The number of values that decide what a group is. */
const DECIDING = 200;
/** No export has deeper entries. */
const DEEPEST = 7;
/** An object with more members is not an envelope, but a list of named items. */
const MOST_KEYS = 40;
const MOST_GROUPS = 400;
/** The share of members of a list of named items that are of the same kind. */
const ALIKE = 0.8;

/**
 * Searches for groups of values, from the top of a file down: under keys, in lists, in lists of lists. The search does
 * not descend into a match. A large file is judged by the first values of each group.
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

/** The items of a group's lists, and the members of objects that are lists of named items; empty if it has neither. */
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

/** @param fewest one is enough if there are others of its kind */
function isListWithNames(value: Value, fewest: number): boolean {
  if (value.kind !== 'object') return false;
  const kinds = firstOf(value.members()).map(([, { kind }]) => kind);
  const alike = Math.max(
    kinds.filter((kind) => kind === 'object').length,
    kinds.filter((kind) => kind === 'array').length,
  );
  return alike >= fewest && alike >= kinds.length * ALIKE;
}

/** The values under each key of a group's objects; nothing if there are more keys than an envelope has. */
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

/** The first values, which decide for all. */
export function firstOf<T>(items: Iterable<T>): T[] {
  const first: T[] = [];
  for (const item of items) {
    first.push(item);
    if (first.length === DECIDING) break;
  }
  return first;
}
