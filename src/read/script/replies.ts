import { type AdapterOfRecords, type Content, remembered } from '../content.js';
import { type Group, routesTo } from '../groups.js';
import { followAll, type Reached, type Route } from '../json-path.js';
import { repliesAt } from '../table/replies.js';
import { candidateIn, type Table } from '../table/table.js';
import { areReplies } from './gate.js';

/** Reads replies that a JavaScript or TypeScript module exports as a list or a map. */
export const scriptReplies: AdapterOfRecords = {
  name: 'replies in code',
  recognises: (content) => routesIn(content).length > 0,
  *replies(content) {
    for (const root of content.tree?.roots ?? [])
      for (const reached of followAll(routesIn(content), root)) yield* repliesAt(reached, content);
  },
};

const routesIn = remembered((content: Content): readonly Route<Table>[] =>
  routesTo(content.tree?.roots ?? [], (group) => routeTo(group, content), 'one by one'),
);

function routeTo(group: Group, content: Content): readonly Route<Table>[] {
  const candidate = candidateIn(group, content);
  if (!candidate?.verdict.passes) return [];
  const texts = group.values.flatMap((reached) => textsAt(reached, candidate.route, content));
  const names = group.values.slice(0, 1).flatMap(({ keys }) => keys.filter((key) => key !== undefined));
  return areReplies(texts, content.file.path, names) ? [candidate.route] : [];
}

function textsAt({ value }: Reached, route: Route<Table>, content: Content): string[] {
  const found = [...followAll([route], value)].flatMap((reached) => [...repliesAt(reached, content)]);
  return found.flatMap((each) => ('reply' in each ? [each.reply.body] : []));
}
