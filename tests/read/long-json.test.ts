import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem, type SessionOptions } from '../../src/lint/index.js';
import { openJson } from '../../src/read/container/json.js';
import { type Page, pagesOf } from '../../src/read/container/json-pages.js';
import { openLongJson } from '../../src/read/container/long-json.js';
import type { Value } from '../../src/read/container/value.js';
import { LongText } from '../../src/read/long.js';
import { folderWith } from '../command-line.js';
import { lintedInParts } from '../long-run.js';
import { PROPERTY, runs } from '../properties.js';

/** Returns the contents of a value with their positions and lines. */
function shown(value: Value, placeOf: (value: Value) => object): unknown {
  const { kind, span, pointer, scalar } = value;
  return {
    ...{ kind, span, pointer, scalar, text: value.text()?.body },
    ...(kind !== 'array' && kind !== 'object' && { place: placeOf(value) }),
    members: [...value.members()].map(([key, member]) => {
      expect(value.member(key)?.pointer).toBe(member.pointer);
      return [key, shown(member, placeOf)];
    }),
    items: [...value.items()].map((item) => shown(item, placeOf)),
  };
}

/** Returns the contents of a file that is read in pages of this many bytes. Undefined if it must be read at once. */
function inPages(content: string | Buffer, size: number): unknown {
  const absolute = join(folderWith({}), 'a.json');
  writeFileSync(absolute, content);
  const text = LongText.open({ fs: nodeFileSystem, path: 'a.json', absolute }, 0, size);
  const root = text && pagesOf(text);
  if (!text || !root) return undefined;
  const passages = new Map<Page, ReturnType<LongText['passageAt']>>();
  const read = (page: Page) => {
    const passage = passages.get(page) ?? text.passageAt(page.bytes, page.from);
    passages.set(page, passage);
    return passage;
  };
  const { roots = [] } = openLongJson(root, read);
  return roots.map((value) => shown(value, ({ passage, span }) => passage?.placeOf(span.start) ?? {}));
}

function atOnce(content: string): unknown {
  const { roots, error } = openJson(content);
  const lines = (offset: number) => content.slice(0, offset).split(/\r\n|\n|\r/);
  const placeOf = ({ span }: Value) => {
    const before = lines(span.start);
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  return error ? undefined : roots.map((value) => shown(value, placeOf));
}

const ENTRY = fc.record({ id: fc.nat(9), 'a "b"': fc.string({ unit: 'binary' }), list: fc.array(fc.jsonValue()) });
const EXPORT = fc.oneof(
  fc.array(fc.oneof(ENTRY, fc.jsonValue()), { maxLength: 20 }),
  fc.record({ count: fc.nat(), macros: fc.array(ENTRY, { maxLength: 20 }), next: fc.constant(null) }),
  fc.record({ data: fc.record({ items: fc.array(ENTRY), a: fc.jsonValue() }), more: fc.array(ENTRY) }),
  fc.dictionary(fc.string(), ENTRY),
);

describe('long JSON', () => {
  test('holds in pages what it holds when it is read at once', PROPERTY, () => {
    let inParts = 0;
    const { numRuns } = runs(60);
    fc.assert(
      fc.property(
        EXPORT,
        fc.constantFrom(1, 2, '\t', undefined),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 64, max: 400 }),
        (value, indent, end, size) => {
          const content = JSON.stringify(value, null, indent).replaceAll('\n', end);
          const pages = inPages(content, size);
          if (pages !== undefined) inParts += 1;
          expect([undefined, atOnce(content)]).toContainEqual(pages);
        },
      ),
      { numRuns },
    );
    expect(inParts).toBeGreaterThan(numRuns / 2);
  });

  test.each([
    ['a comma behind the last entry', '[\n{"a": 1},\n]'],
    ['a comment', '[\n{"a": 1}, // one\n{"a": 2}]'],
    ['a word', '[\n{"a": nil}\n]'],
    ['a key that stands twice', '{"a": 1,\n"b": 2,\n"a": 3}'],
    ['two values', '[1]\n[2]'],
    ['a bracket that is not closed', '[\n{"a": [1, 2}\n]'],
    ['a quotation mark that is not closed', '[\n{"a": "b}\n]'],
    ['an end that is missing', '[\n{"a": 1},\n'],
    ['a single text', '"a"'],
    ['nothing', ' \n'],
    ['deep nesting', `${'['.repeat(300)}${']'.repeat(300)}`],
    ['a control character', '["a\u0001"]'],
  ])('%s: is left to be read at once', (_, content) => {
    expect(inPages(content, 64)).toBeUndefined();
  });
});

const BAD = 'Hi Maya,\n\nYou failed to send the form!! We will look at it “soon” 🙂.\n\nKind regards,\nTom\n';
const FINE = 'Hi Maya,\n\nyour refund is on its way and arrives by Friday. Is there anything else?\n\nBest,\nTom';
const macro = (value: string, id: number) => ({
  id,
  title: `Late ${id}`,
  active: id !== 3,
  actions: [{ field: 'comment_value', value }],
});
const MACROS = [BAD, FINE, FINE, BAD, BAD, FINE, BAD].map(macro);
const FILES: readonly (readonly [string, string])[] = [
  ['an envelope', JSON.stringify({ macros: MACROS, count: 7, next_page: null }, null, 2)],
  ['an envelope with tabs and CRLF', JSON.stringify({ macros: MACROS }, null, '\t').replaceAll('\n', '\r\n')],
  ['a list', JSON.stringify(MACROS, null, 1)],
  ['an entry a line', `{"macros":[${MACROS.map((each) => JSON.stringify(each)).join(',\n')}]}`],
  [
    'several lists',
    JSON.stringify(
      { a: { macros: MACROS }, canned: MACROS.slice(0, 2).map(({ id }) => ({ id, title: 'x', body: BAD })) },
      null,
      2,
    ),
  ],
  ['one line', JSON.stringify({ macros: MACROS })],
  [
    'one line with findings about several replies',
    JSON.stringify(
      ['Sent', 'Lost', 'Back', 'Paid', 'Seen'].map((title, id) => ({ id, title, body: id % 2 ? BAD : FINE })),
    ),
  ],
  ['a byte order mark', `\ufeff${JSON.stringify(MACROS, null, 2)}`],
  [
    'a map',
    JSON.stringify(Object.fromEntries(MACROS.map((each) => [each.title, { title: each.title, body: BAD }])), null, 2),
  ],
  ['what is broken', `${JSON.stringify(MACROS, null, 2)},`],
  ['no replies', JSON.stringify({ a: MACROS.map(({ id }) => ({ id, level: 'info' })) }, null, 2)],
];

const linted = (content: string, more: Partial<SessionOptions>) =>
  lintedInParts('macros.json', content, { showsLines: true, ...more });

describe('a JSON file that is read in parts says what it says when it is read at once', () => {
  test.each(FILES)('%s', async (name, content) => {
    for (const fix of ['no', 'apply'] as const) {
      const whole = await linted(content, { fix, longFrom: Number.POSITIVE_INFINITY });
      for (const longFrom of [300, 1000, 2400]) {
        const parts = await linted(content, { fix, longFrom });
        expect(parts.said).toBe(whole.said);
        expect(parts.bytes).toBe(whole.bytes);
        if (/envelope|list$|entry/.test(name) && longFrom < content.length / 2) expect(parts.isLong).toBe(true);
        const partsOfLines = await linted(content, { fix, longFrom, showsLines: false });
        expect(partsOfLines.said).toBe(whole.said);
        expect(partsOfLines.bytes).toBe(whole.bytes);
        if (name === 'one line')
          expect([parts.isLong, partsOfLines.isLong]).toEqual([false, longFrom < content.length]);
      }
    }
  });
});
