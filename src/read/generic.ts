import { type AdapterOfRecords, type Content, remembered } from './content.js';
import { isOrdinary } from './gate/ordinary.js';
import { routesTo } from './groups.js';
import { followAll, type Route } from './json-path.js';
import { repliesAt } from './table/replies.js';
import { candidateIn, type Table } from './table/table.js';

/**
 * Reads custom libraries at any place in a file: a list of entries with title and text, a map from titles to texts, or
 * one entry per file. A file is accepted only if its texts read like messages to customers.
 */
export const generic: AdapterOfRecords = {
  name: 'a library of replies',
  recognises: (content) => content.tree !== undefined && tablesIn(content).routes.length > 0,
  *replies(content) {
    const { routes } = tablesIn(content);
    for (const root of content.tree?.roots ?? [])
      for (const reached of followAll(routes, root)) yield* repliesAt(reached, content);
  },
};

/** Says in words why the generic adapter did not accept a file. */
export function whyNot(content: Content): string {
  return `not in the format of a known help desk, and ${tablesIn(content).why ?? 'no list or map of texts'}`;
}

interface Tables {
  readonly routes: readonly Route<Table>[];
  /** The reason why the first table was rejected. */
  readonly why: string | undefined;
}

const tablesIn = remembered((content: Content): Tables => {
  let why: string | undefined;
  const roots = (content.tree?.roots ?? []).filter((root) => !isOrdinary(root));
  const routes = routesTo(
    roots,
    (group): readonly Route<Table>[] => {
      const candidate = candidateIn(group, content);
      if (candidate?.verdict.passes) return [candidate.route];
      why ??= candidate?.verdict.why;
      return [];
    },
    'together',
  );
  return { routes, why };
});
