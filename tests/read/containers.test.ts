import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { openTree } from '../../src/read/container/open.js';
import type { Format } from '../../src/read/container/tree.js';
import { Broken, type Value } from '../../src/read/container/value.js';
import { PROPERTY, runs } from '../properties.js';

/** Returns the first text of a file at the path that a pointer describes. */
async function textAt(file: string, format: Format, pointer: readonly (string | number)[]) {
  const { roots, error } = await openTree(file, format);
  if (error) throw new Error(error.message);
  let value: Value | undefined = roots[0];
  for (const key of pointer) value = typeof key === 'number' ? [...(value?.items() ?? [])][key] : value?.member(key);
  const text = value?.text();
  if (!value || !text) throw new Error(`no text at ${pointer.join('/')}`);
  return { ...text, value };
}

const SEPARATORS = [
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n\n\n',
  ' \n',
  '\n ',
  '\n    ',
  '\t',
  '"',
  "'",
  "''",
  '\\',
  '\\n',
  ': ',
  ' #',
  ', ',
  '; ',
  '{{',
  '}}',
  '[',
  '] ',
  '%',
  '- ',
  '\n- ',
  '&amp;',
  '<br>',
  '\u00a0',
  '\u2028',
  '…',
  '👩‍👩‍👧 ',
  '| ',
  '> ',
  '!',
  '---\n',
];

/** Words that occur nowhere else in the file, with any text between them. */
const marked = fc
  .array(fc.constantFrom(...SEPARATORS), { minLength: 1, maxLength: 25 })
  .chain((separators) => fc.tuple(fc.constant(separators), fc.boolean(), fc.boolean()))
  .map(([separators, opens, closes]) => {
    const parts = separators.flatMap((separator, index) => [`wq${index}z`, separator]);
    return [...(opens ? [separators.at(-1) ?? ''] : []), ...parts, ...(closes ? [] : ['wqlastz'])].join('');
  });

const WORD = /wq\w+?z/g;

function expectPlaces(file: string, written: string, { body, map }: Awaited<ReturnType<typeof textAt>>) {
  expect(body).toBe(written);
  for (const { 0: word, index } of written.matchAll(WORD)) {
    const span = map.spanOf({ start: index, end: index + word.length });
    const start = file.indexOf(word);
    if (start >= 0) expect(span).toEqual({ start, end: start + word.length });
    // YAML may break a line inside a word if the string is in double quotes.
    else expect(file.slice(span.start, span.end).replace(/\\\r?\n[ \t]*\\?/, '')).toBe(word);
  }
  let last = 0;
  for (let unit = 0; unit < body.length; unit += 1) {
    const { start, end } = map.spanOf({ start: unit, end: unit + 1 });
    expect(end).toBeGreaterThan(start);
    expect(start).toBeGreaterThanOrEqual(last);
    last = start;
  }
}

describe('places', () => {
  test.each([0, 2])('JSON strings, indented by %i', PROPERTY, async (indent) => {
    await fc.assert(
      fc.asyncProperty(marked, async (text) => {
        const file = JSON.stringify({ a: [{ title: 'x', body: text }] }, null, indent);
        expectPlaces(file, text, await textAt(file, 'json', ['a', 0, 'body']));
      }),
    );
  });

  test('JSON strings with every unit escaped', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
        const units = [...Array(text.length).keys()].map(
          (at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`,
        );
        const { body, map } = await textAt(`["${units.join('')}"]`, 'json', [0]);
        expect(body).toBe(text);
        for (const at of units.keys())
          expect(map.spanOf({ start: at, end: at + 1 })).toEqual({ start: 2 + at * 6, end: 8 + at * 6 });
      }),
    );
  });

  const STYLES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
  describe.each(STYLES)('YAML, %s', (style) => {
    test.each(['\n', '\r\n'])('lines that end with %j', PROPERTY, async (lineEnd) => {
      await fc.assert(
        fc.asyncProperty(
          marked,
          fc.constantFrom(0, 60, 80),
          fc.constantFrom(2, 4),
          fc.boolean(),
          async (text, lineWidth, indent, flow) => {
            const options = { defaultStringType: style, defaultKeyType: 'PLAIN', lineWidth, indent } as const;
            const written = stringify(
              { replies: [{ title: 'x', body: text, last: 1 }] },
              flow ? { ...options, collectionStyle: 'flow' as const } : options,
            );
            // The encoder does not always preserve the text when it folds lines.
            fc.pre((parse(written) as { replies: { body: string }[] }).replies[0]?.body === text);
            const file = lineEnd === '\n' ? written : written.replaceAll('\n', lineEnd);
            expectPlaces(file, text, await textAt(file, 'yaml', ['replies', 0, 'body']));
          },
        ),
        runs(40),
      );
    });
  });

  test.each([',', ';', '\t'])('CSV cells between %j', PROPERTY, async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(marked, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (text, lineEnd, always) => {
        const quote = (cell: string) =>
          always || /["\n\r\t,;]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
        const rows = [
          ['Title', 'Body', 'More'],
          ['one', 'two', '3'],
          ['x', text, ''],
        ];
        const file = rows.map((row) => row.map(quote).join(delimiter)).join(lineEnd) + lineEnd;
        expectPlaces(file, text, await textAt(file, 'csv', [1, 'body']));
      }),
    );
  });

  test('JSON in a CSV cell', PROPERTY, async () => {
    const { jsonIn } = await import('../../src/read/container/json.js');
    await fc.assert(
      fc.asyncProperty(marked, async (text) => {
        const file = `a,b\n1,"${JSON.stringify([text]).replaceAll('"', '""')}"\n`;
        const { value } = await textAt(file, 'csv', [0, 'b']);
        const [inner] = jsonIn(value)?.items() ?? [];
        const decoded = inner?.text();
        if (!inner || !decoded) throw new Error('no text');
        expectPlaces(file, text, { ...decoded, value: inner });
      }),
    );
  });

  test('NDJSON records', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(marked, fc.constantFrom('\n', '\r\n', '\n\n'), async (text, lineEnd) => {
        const file = [{ id: 1 }, { id: 2, body: text }].map((record) => JSON.stringify(record)).join(lineEnd);
        expectPlaces(file, text, await textAt(file, 'ndjson', [1, 'body']));
      }),
    );
  });
});

describe('YAML as people write it', () => {
  test.each([
    ['a: |\n  Hi\n   there\n\n\nb: 1', 'Hi\n there\n'],
    ['a: |-\n  Hi\n\n', 'Hi'],
    ['a: |+\n  Hi\n\nb: 1', 'Hi\n\n'],
    ['a: >\n  Hi\n  there\n\n  you\n', 'Hi there\nyou\n'],
    ['a: >\n  Hi\n    more\n  you\n', 'Hi\n  more\nyou\n'],
    ['a: |2\n    Hi\n  you\n', '  Hi\nyou\n'],
    ['a: | # why\n  Hi\n', 'Hi\n'],
    ["a: 'it''s\n  here'\n", "it's here"],
    ['a: "Hi \\\n  \\  you\\u00e9\\x41"\n', 'Hi   youéA'],
    ['a: Hi\n  there # not this\n', 'Hi there'],
    ['a: !!str 12\n', '12'],
    ['x: &t Hi\na: *t\n', 'Hi'],
    ['{a: [Hi], b: 1}', undefined],
    ['a:\n', undefined],
  ])('%j', async (file, text) => {
    const { roots = [] } = await openTree(file, 'yaml');
    expect(roots[0]?.member('a')?.text()?.body).toBe(text);
  });

  test('several documents', async () => {
    const { roots = [] } = await openTree('a: 1\n---\na: Hi\n', 'yaml');
    expect(roots.map((root) => root.member('a')?.pointer)).toEqual(['/0/a', '/1/a']);
  });

  test('an alias means the anchor before it', async () => {
    const { roots = [] } = await openTree('- &t one\n- *t\n- &t two\n- *t\n', 'yaml');
    expect([...(roots[0]?.items() ?? [])].map(({ scalar }) => scalar)).toEqual(['one', 'one', 'two', 'two']);
  });
});

test.each([
  ['json', '{"a": ', 6, 'not JSON: value expected'],
  ['json', `${'['.repeat(5000)}`, 200, 'not JSON: nested more than 200 levels deep'],
  [
    'yaml',
    'a: |\n  x\ny\n',
    9,
    'not YAML: implicit map keys need to be followed by map values; indent this line like the text it belongs to',
  ],
  ['csv', '', 0, 'not CSV: the file is empty'],
  ['csv', 'a,"b\n1,2', 2, 'not CSV: the quotation mark here is never closed'],
  ['ndjson', 'hello', 0, 'not NDJSON: invalid symbol'],
] as const)('%s %j is told to be wrong', async (format, file, offset, message) => {
  expect((await openTree(file, format)).error).toEqual({ offset, message });
});

test.each(['['.repeat(20_000), `a: ${'{a: '.repeat(20_000)}`, '- '.repeat(20_000)])(
  'deep YAML is refused, not a crash',
  async (file) => {
    expect((await openTree(file, 'yaml')).error?.message).toMatch(/^not YAML/);
  },
);

test('a bad line or row leaves the others readable', async () => {
  const lines = await openTree('{"a":1}\n{"a":\n{"a":3}\n', 'ndjson');
  const rows = await openTree('a,b\n1,2\n"x"y,2\n5,6,7\n8,9\n', 'csv');
  const kinds = ({ roots = [] }: typeof lines) => [...(roots[0]?.items() ?? [])].map(({ kind }) => kind);
  expect(kinds(lines)).toEqual(['object', 'broken', 'object']);
  expect(kinds(rows)).toEqual(['object', 'broken', 'broken', 'object']);
  const [, broken] = [...(rows.roots?.[0]?.items() ?? [])];
  expect((broken as Broken).span.start).toBe(11);
  expect(broken).toBeInstanceOf(Broken);
});

test.each([
  ['sep=;\r\na;b\r\n1;x, y', 'x, y'],
  ['a\tb\n1\tx; y', 'x; y'],
  ['"a;c";B\n1;"x ""y"""', 'x "y"'],
])('CSV %j', async (file, text) => {
  expect((await textAt(file, 'csv', [0, 'b'])).body).toBe(text);
});
