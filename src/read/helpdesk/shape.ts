import type { Declared, Helpdesk, Markup, PartOf, Reply } from '../../model/reply.js';
import { Broken, type Value } from '../container/value.js';
import { type AdapterOfRecords, type Content, type Found, remembered } from '../content.js';

/** A value that could be one entry of an export. */
export interface Entry {
  readonly value: Value;
  /** The key of the list that it stands in: `macros`; undefined at the top, and in a list at the top. */
  readonly under: string | undefined;
}

/** What the entries of one help desk's export look like. */
export interface Shape {
  readonly name: string;
  /** True for an entry of this kind, whether or not it holds a reply. */
  is(entry: Entry, content: Content): boolean;
  replies(entry: Entry, content: Content): Iterable<Found>;
  /** True for an entry of which the export leaves the text out. */
  lacks?(entry: Entry): boolean;
  /** Said once for all of these: `the list that Help Scout gives holds only the beginnings of replies`. */
  readonly lacking?: string;
}

/** So many entries decide what a file is. */
const DECIDING = 200;

/** Keys under which exports keep their entries. */
const ENVELOPES = [
  'macros',
  'macro',
  'triggers',
  'trigger',
  'automations',
  'automation',
  'shortcuts',
  'items',
  'item',
  'data',
  '_results',
  'results',
  'payload',
  'templates',
  'replies',
  'saved_replies',
  'canned_responses',
  'records',
  'matches',
];

/** An adapter for files whose entries have a help desk's shape: half of those of one list must. */
export function adapterOf(shape: Shape): AdapterOfRecords {
  return {
    name: shape.name,
    recognises: (content) =>
      listsOf(content).some((list) => {
        const first = sampleOf(list);
        const fitting = first.filter((entry) => shape.is(entry, content)).length;
        return fitting > 0 && fitting * 2 >= first.length;
      }),
    *replies(content) {
      let lacking = 0;
      let first: Entry | undefined;
      for (const { entries } of listsOf(content))
        for (const entry of entries()) {
          if (entry.value instanceof Broken) {
            yield { problem: problemOf(entry.value) };
            continue;
          }
          if (!shape.is(entry, content)) continue;
          if (shape.lacks?.(entry)) {
            lacking += 1;
            first ??= entry;
          } else yield* shape.replies(entry, content);
        }
      if (first) yield { problem: noticeOf(first, lacking, shape) };
    },
  };
}

/** What is said of a part that cannot be read. */
export function problemOf({ span, reason, passage }: Broken) {
  return { span, message: `Not checked: ${reason}`, fatal: true, passage };
}

function noticeOf({ value }: Entry, count: number, { lacking = 'the text is not in the export' }: Shape) {
  const entries = count === 1 ? '1 entry has' : `${count} entries have`;
  const message = `${entries} no text: ${lacking}`;
  return { span: value.span, message, fatal: false, notice: true, passage: value.passage };
}

interface List {
  readonly entries: () => Iterable<Entry>;
}

/** The lists in which entries can stand: the top itself, and what is under the keys of envelopes. */
const listsOf = remembered(({ tree }: Content): List[] =>
  (tree?.roots ?? []).flatMap((root) => {
    if (root.kind === 'array') return [{ entries: () => entriesIn(root, undefined) }];
    const inside = ENVELOPES.flatMap((under): List[] => {
      const value = root.member(under);
      if (value?.kind === 'array') return [{ entries: () => entriesIn(value, under) }];
      return value?.kind === 'object' ? [{ entries: () => [{ value, under }] }] : [];
    });
    return [{ entries: () => [{ value: root, under: undefined }] }, ...inside];
  }),
);

/** What decides for all kinds alike: read once, as a row of CSV is parsed each time that it is read. */
const sampleOf = remembered(({ entries }: List) => firstOf(entries()));

/** The first that decide what a file is. */
export function firstOf<T>(items: Iterable<T>): T[] {
  const first: T[] = [];
  for (const item of items) {
    first.push(item);
    if (first.length === DECIDING) break;
  }
  return first;
}

function* entriesIn(list: Value, under: string | undefined): Generator<Entry> {
  for (const value of list.items()) yield { value, under };
}

/** What is known about a reply from around its text. */
export interface About {
  readonly entry: Value;
  readonly id?: string | undefined;
  readonly slug?: string | undefined;
  readonly title?: string | undefined;
  readonly markup: Markup;
  readonly helpdesk?: Helpdesk | undefined;
  readonly declared?: Declared | undefined;
  readonly active?: boolean | undefined;
  readonly audience?: Reply['audience'] | undefined;
  readonly part?: PartOf | undefined;
}

/** The reply that a text is; nothing for a blank one; a problem where its places cannot be told. */
export function* replyFrom(value: Value | undefined, about: About): Generator<Found> {
  if (value?.kind !== 'text') return;
  const text = value.text();
  if (!text) {
    const message = 'Not checked: where this text stands in the file cannot be told; write it as a block (|) instead';
    yield { problem: { span: value.span, message, fatal: true, passage: value.passage } };
    return;
  }
  if (text.body.trim() === '') return;
  const { entry, id, slug, title, markup, helpdesk, declared, active, audience, part } = about;
  yield {
    reply: {
      id,
      ...(slug !== undefined && { slug }),
      title,
      pointer: value.pointer,
      start: entry.span.start,
      ...text,
      markup,
      helpdesk,
      ...(declared && { declared }),
      ...(active !== undefined && { active }),
      ...(audience && { audience }),
      ...(part && { part }),
      passage: value.passage,
    },
  };
}

const TAG = /<\/?(?:p|br|div|span|strong|em|b|i|u|ul|ol|li|table|tr|td|h[1-6]|blockquote|img|a\s)\b[^<>]{0,1000}>/i;
const MARKDOWN = /\*\*\S|\]\(\S|^ {0,3}(?:[-*+] |#{1,6} |> |```|\d+\. )|(?:^|\s)[*_]\w[^*_\n]{0,200}[*_](?:\W|$)|`\w/m;

/** The markup that a text seems to be written in, where its file does not say. */
export function markupOf(text: string): Markup {
  return TAG.test(text) ? 'html' : MARKDOWN.test(text) ? 'markdown' : 'text';
}
