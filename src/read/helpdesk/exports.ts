import { Broken } from '../container/value.js';
import { type AdapterOfRecords, type Content, type Found, remembered } from '../content.js';
import { type Group, routesTo } from '../groups.js';
import { followAll, type Reached, type Route } from '../json-path.js';
import { problemOf } from '../reply-from.js';
import type { Entry, Shape } from './shape.js';

/**
 * Creates an adapter for help-desk exports. It reads every list, map or single entry in which at least half of the
 * entries have one of the shapes.
 */
export function exportsOf(shapes: readonly Shape[]): AdapterOfRecords {
  const routesIn = remembered((content: Content): readonly Route<Shape>[] =>
    routesTo(content.tree?.roots ?? [], (group) => routeOf(group, shapes, content), 'one by one'),
  );
  return {
    name: 'help-desk exports',
    nameFor: (content) => [...new Set(routesIn(content).map(({ to }) => to.name))].join(', '),
    recognises: (content) => content.tree !== undefined && routesIn(content).length > 0,
    *replies(content) {
      const lacking = new Map<Shape, Lacking>();
      for (const root of content.tree?.roots ?? [])
        for (const reached of followAll(routesIn(content), root)) yield* repliesOf(reached, content, lacking);
      for (const [shape, found] of lacking) yield { problem: noticeOf(found, shape) };
    },
  };
}

/** Entries whose text the export does not include. */
interface Lacking {
  readonly first: Entry;
  readonly count: number;
}

function routeOf({ values }: Group, shapes: readonly Shape[], content: Content): readonly Route<Shape>[] {
  const entries = values.filter(({ value }) => value.kind === 'object').map(entryOf);
  if (entries.length * 2 < values.length) return [];
  for (const shape of shapes) {
    const fitting = entries.filter((entry) => shape.is(entry, content)).length;
    if (fitting > 0 && fitting * 2 >= values.length) return [{ path: [], to: shape }];
  }
  return [];
}

function entryOf({ value, keys }: Reached): Entry {
  return { value, under: keys.find((key) => key !== undefined) };
}

function* repliesOf(
  reached: Reached & { readonly to: Shape },
  content: Content,
  lacking: Map<Shape, Lacking>,
): Generator<Found> {
  const { value, to: shape } = reached;
  if (value instanceof Broken) {
    yield { problem: problemOf(value) };
    return;
  }
  const entry = entryOf(reached);
  if (!shape.is(entry, content)) return;
  if (shape.lacks?.(entry)) {
    const { first, count } = lacking.get(shape) ?? { first: entry, count: 0 };
    lacking.set(shape, { first, count: count + 1 });
  } else yield* shape.replies(entry, content);
}

function noticeOf({ first: { value }, count }: Lacking, { lacking = 'the text is not in the export' }: Shape) {
  const entries = count === 1 ? '1 entry has' : `${count} entries have`;
  const message = `${entries} no text: ${lacking}`;
  return { span: value.span, message, fatal: false, notice: true, passage: value.passage };
}
