import type { Declared } from '../model/reply.js';
import { Broken, idOf, listOf, saysNo, textOf, type Value } from './container/value.js';
import { type AdapterOfRecords, type Content, type Found, remembered } from './content.js';
import { areMessageKeys, type Form, isTranslation, pass } from './gate/gate.js';
import { isOrdinary } from './gate/ordinary.js';
import { firstOf, markupOf, problemOf, replyFrom } from './helpdesk/shape.js';
import { localeInName } from './locale-in-name.js';

/**
 * Libraries of a team's own making: a list of entries with title and text, a map from titles to texts, either of them
 * one level down. What decides is whether the texts read like messages to customers.
 */
export const generic: AdapterOfRecords = {
  name: 'a library of replies',
  recognises: (content) => tablesOf(content).some((table) => verdict(table, content).passes),
  *replies(content) {
    for (const table of tablesOf(content)) if (verdict(table, content).passes) yield* repliesOf(table, content);
  },
};

/** Why the generic adapter left a file alone, in words. */
export function whyNot(content: Content): string {
  const tables = tablesOf(content);
  if (tables.length === 0) return 'no help desk’s shape, and no list or map of texts';
  return `no help desk’s shape, and ${verdict(tables[0] as Table, content).why}`;
}

const TITLES = ['title', 'name', 'label', 'shortcut', 'subject', 'trigger', 'slug'];
/** In order: of twins, the one with markup. */
const BODIES = [
  'body_html',
  'html',
  'content_html',
  'body',
  'content',
  'text',
  'message',
  'reply',
  'response',
  'macro',
  'answer',
  'template',
];

interface Row {
  readonly entry: Value;
  readonly body: Value | undefined;
  readonly key?: string;
}

/** Texts that stand beside each other in one form. */
interface Table {
  readonly form: Form;
  readonly rows: () => Iterable<Row>;
}

const VERDICTS = new WeakMap<Table, { passes: boolean; why: string }>();

function verdict(table: Table, content: Content): { passes: boolean; why: string } {
  let found = VERDICTS.get(table);
  if (!found) {
    const sample = firstOf(table.rows());
    const texts = sample.flatMap(({ body }) => (typeof body?.scalar === 'string' ? [body.scalar] : []));
    const keys = sample.flatMap(({ key }) => key ?? []);
    found =
      table.form === 'map' && (isTranslation(content.file.path) || areMessageKeys(keys))
        ? { passes: false, why: 'it looks like translations of a program’s texts' }
        : pass(texts, content.file.path, table.form);
    VERDICTS.set(table, found);
  }
  return found;
}

const tablesOf = remembered((content: Content): readonly Table[] =>
  (content.tree?.roots ?? []).flatMap((root) =>
    isOrdinary(root) ? [] : [...tablesIn(root, content), ...deeper(root, content)],
  ),
);

/** What stands under the keys of the top, unless the top is itself a table. */
function deeper(root: Value, content: Content): Table[] {
  if (root.kind !== 'object' || tablesIn(root, content).length > 0) return [];
  const members = firstOf(root.members());
  return members.flatMap(([, value]) => tablesIn(value, content));
}

function tablesIn(value: Value, content: Content): Table[] {
  if (value.kind === 'array') {
    const sample = firstOf(value.items()).filter((item) => !(item instanceof Broken));
    const byLine = content.tree?.format === 'ndjson';
    if (isMost(sample, (item) => isEntry(item, byLine))) return [entries(() => value.items())];
    if (isMost(sample, ({ kind }) => kind === 'text'))
      return [{ form: 'list', rows: () => map(value.items(), (item) => ({ entry: item, body: item })) }];
    return [];
  }
  if (value.kind !== 'object') return [];
  const sample = firstOf(value.members());
  const values = sample.map(([, item]) => item);
  if (isMost(values, ({ kind }) => kind === 'text')) return [{ form: 'map', rows: () => textsIn(value) }];
  if (isMost(values, (item) => isEntry(item, false)))
    return [
      { form: 'entries', rows: () => map(value.members(), ([key, entry]) => ({ entry, key, body: bodyOf(entry) })) },
    ];
  if (value.pointer !== '') return [];
  // Categories: each a map of texts, or a list of entries.
  if (
    isMost(
      values,
      (item) => item.kind === 'object' && isMost(firstOf(item.members()), ([, text]) => text.kind === 'text', 1),
    )
  )
    return [{ form: 'map', rows: () => flat(value, textsIn) }];
  if (
    isMost(
      values,
      (item) => item.kind === 'array' && isMost(firstOf(item.items()), (entry) => isEntry(entry, false), 1),
    )
  )
    return [{ form: 'entries', rows: () => flat(value, (list) => entries(() => list.items()).rows()) }];
  return [];
}

function entries(items: () => Iterable<Value>): Table {
  return { form: 'entries', rows: () => map(items(), (entry) => ({ entry, body: bodyOf(entry) })) };
}

/** A text and something to call it; a line of NDJSON is a sent reply, which has a number only. */
function isEntry(value: Value, byLine: boolean): boolean {
  return (
    value.kind === 'object' &&
    bodyOf(value) !== undefined &&
    (TITLES.some((key) => textOf(value, key) !== undefined) || (byLine && idOf(value) !== undefined))
  );
}

function bodyOf(entry: Value): Value | undefined {
  for (const key of BODIES) {
    const body = entry.member(key);
    if (body?.kind === 'text' && body.scalar !== '') return body;
  }
  return undefined;
}

function* textsIn(value: Value): Generator<Row> {
  for (const [key, body] of value.members()) if (body.kind === 'text') yield { entry: body, key, body };
}

function* repliesOf({ form, rows }: Table, content: Content): Generator<Found> {
  for (const { entry, body, key } of rows()) {
    if (entry instanceof Broken) {
      yield { problem: problemOf(entry) };
      continue;
    }
    const title = form === 'entries' ? textOf(entry, ...TITLES.filter((name) => entry.member(name) !== body)) : key;
    yield* replyFrom(body, {
      entry,
      id: form === 'entries' ? idOf(entry) : undefined,
      slug: form === 'entries' ? key : undefined,
      title,
      markup: markupOf(String(body?.scalar)),
      declared: declaredBy(entry, content),
      active: !['active', 'enabled', 'is_active', 'isActive', 'isEnabled'].some((name) => saysNo(entry.member(name))),
      audience: isInternal(entry) ? 'staff' : 'customer',
    });
  }
}

function isInternal(entry: Value): boolean {
  return (
    saysNo(entry.member('public')) ||
    ['internal', 'private'].some((name) => /^(?:true|1|yes)$/i.test(String(entry.member(name)?.scalar ?? ''))) ||
    /^(?:internal|private|staff|agents?)$/i.test(textOf(entry, 'audience', 'visibility') ?? '')
  );
}

function declaredBy(entry: Value, { file }: Content): Declared {
  const channel = textOf(entry, 'channel');
  const tags = listOf(entry.member('tags'));
  const written = textOf(entry, 'locale', 'language', 'lang');
  const locale =
    written !== undefined && /^[a-z]{2,3}(?:[-_]\w{2,8})*$/i.test(written) ? written.replace('_', '-') : undefined;
  const named = locale ?? localeInName(file.path);
  return {
    ...(channel !== undefined && { channel }),
    ...(tags.length > 0 && { tags }),
    ...(named !== undefined && { locale: named }),
  };
}

function isMost<T>(list: readonly T[], test: (one: T) => boolean, fewest = 2): boolean {
  return list.length >= fewest && list.filter(test).length >= list.length * 0.8;
}

function* map<T, U>(items: Iterable<T>, made: (item: T) => U): Generator<U> {
  for (const item of items) yield made(item);
}

function* flat(value: Value, rows: (item: Value) => Iterable<Row>): Generator<Row> {
  for (const [, item] of value.members()) yield* rows(item);
}
