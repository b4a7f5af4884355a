import { Broken, type Value } from './container/value.js';
import { atTop, type JsonPath, type Reached, type Route, type Step, stepsFrom } from './json-path.js';

/** The values that one path of a file leads to: as many of them as decide what they are. */
export interface Group {
  readonly path: JsonPath;
  readonly values: readonly Reached[];
}

/** What a search looks for: the routes that lead on from a group, from its path; none where it is not what is wanted. */
export type Judge<T> = (group: Group) => readonly Route<T>[];

/** So many values decide what a group is. */
const DECIDING = 200;
/** No export keeps its entries deeper. */
const DEEPEST = 7;
/** An object with more members is no envelope, but a list whose items have names. */
const MOST_KEYS = 40;
const MOST_GROUPS = 400;
/** Of the members of a list whose items have names, so many are of one kind. */
const ALIKE = 0.8;

/**
 * Looks for groups of values, from the top of a file down: under keys, in lists, in lists of lists. What is found is not
 * looked into any further. A large file is judged by the first values of each group.
 * @param order whether the members of an object are first looked at together, or each by itself
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

/** The items of a group's lists, and the members of objects that are lists with names; empty where it has neither. */
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

/** @param fewest one is enough where others of its kind stand beside it */
function isListWithNames(value: Value, fewest: number): boolean {
  if (value.kind !== 'object') return false;
  const kinds = firstOf(value.members()).map(([, { kind }]) => kind);
  const alike = Math.max(
    kinds.filter((kind) => kind === 'object').length,
    kinds.filter((kind) => kind === 'array').length,
  );
  return alike >= fewest && alike >= kinds.length * ALIKE;
}

/** What stands under each key of a group's objects; nothing where there are more keys than an envelope has. */
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

/** The first that decide what all are. */
export function firstOf<T>(items: Iterable<T>): T[] {
  const first: T[] = [];
  for (const item of items) {
    first.push(item);
    if (first.length === DECIDING) break;
  }
  return first;
}
