import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { nodeFileSystem, type SessionOptions } from '../../src/lint/index.js';
import type { SourceFile } from '../../src/model/source-file.js';
import { openLongYaml } from '../../src/read/container/long-yaml.js';
import type { Value } from '../../src/read/container/value.js';
import { openYaml } from '../../src/read/container/yaml.js';
import { type YamlPage, yamlPagesOf } from '../../src/read/container/yaml-pages.js';
import { LongText } from '../../src/read/long.js';
import { folderWith } from '../command-line.js';
import { lintedInParts } from '../long-run.js';
import { PROPERTY, runs } from '../properties.js';

type PlaceOf = (value: Value) => object;

/** A value with everything in it: kinds, places, and where each text leads to. */
function shown(value: Value, placeOf: PlaceOf): object {
  const text = value.text();
  return {
    ...{ kind: value.kind, pointer: value.pointer, scalar: value.scalar, body: text?.body },
    ...{ span: value.span, place: placeOf(value) },
    units: text && Array.from(text.body, (_, at) => text.map.spanOf({ start: at, end: at + 1 })),
    items: [...value.items()].map((item) => shown(item, placeOf)),
    members: [...value.members()].map(([name, member]) => [name, shown(member, placeOf)]),
  };
}

/** Returns the items of a list, or of the list of each key. */
function itemsOf(roots: readonly Value[], placeOf: PlaceOf): unknown {
  return roots.map((root) =>
    root.kind === 'object'
      ? [...root.members()].map(([name, list]) => [name, [...list.items()].map((item) => shown(item, placeOf))])
      : [...root.items()].map((item) => shown(item, placeOf)),
  );
}

/** The same for a file that is read in pages of this many bytes, or the reason why it must be read at once. */
function inPages(content: string | Buffer, size: number) {
  const absolute = join(folderWith({}), 'a.yaml');
  writeFileSync(absolute, content);
  const text = LongText.open({ fs: nodeFileSystem, path: 'a.yaml', absolute }, 0, size);
  const found = text ? yamlPagesOf(text) : 'empty';
  if (!text || typeof found === 'string') return found as string;
  const passages = new Map<YamlPage, SourceFile>();
  const read = (page: YamlPage) => {
    const passage = passages.get(page) ?? text.passageAt(page.bytes, page.from);
    passages.set(page, passage);
    return passage;
  };
  const { roots = [] } = openLongYaml(found, read);
  const items = itemsOf(roots, ({ passage, span }) => passage?.placeOf(span.start) ?? {});
  return { items, pages: found.pages.length };
}

function atOnce(content: string): unknown {
  const { roots, error } = openYaml(content);
  const placeOf = ({ span }: Value) => {
    const before = content.slice(0, span.start).split(/\r\n|\n|\r/);
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  return error ? error.message : itemsOf(roots, placeOf);
}

const TEXT = fc.string({
  unit: fc.constantFrom(
    'a',
    'Hi Maya',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '# ',
    ': ',
    '"',
    "'",
    'é',
    '🙂',
    '\t',
    '%',
    '---',
    '|',
  ),
  maxLength: 12,
});
const ITEM = fc.oneof(
  TEXT,
  fc.record({ title: TEXT, body: TEXT }),
  fc.record({ id: fc.nat(9), tags: fc.array(TEXT, { maxLength: 3 }), more: fc.record({ body: TEXT }) }),
  fc.array(TEXT, { minLength: 1, maxLength: 3 }),
);

/** How a list is written: with what around it, and how its scalars are written. */
const WRITTEN = fc.record({
  head: fc.constantFrom(
    '',
    '---\n',
    '# Macros\n\n',
    '# a\n--- # b\n',
    'macros:\n',
    '---\nmacros: # all\n\n',
    'a.b-c:\r\n',
  ),
  indent: fc.constantFrom('', '  ', '    '),
  type: fc.constantFrom('BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'),
  width: fc.constantFrom(0, 20),
  between: fc.constantFrom('', '', '\n', '# a comment\n', '      # further in\n', ' \t\n'),
  end: fc.constantFrom('\n', '\r\n'),
});

function written(items: readonly unknown[], how: typeof WRITTEN extends fc.Arbitrary<infer T> ? T : never): string {
  const options = { defaultStringType: how.type as 'PLAIN', lineWidth: how.width, aliasDuplicateObjects: false };
  const texts = items.map((item) => stringify([item], options).replace(/^(?=.)/gm, how.indent));
  // The library may fold a line between the two halves of an emoji, which no file can contain.
  const text = Buffer.from(how.head + texts.join(how.between)).toString();
  return how.end === '\n' ? text : text.replace(/\r?\n/g, '\r\n');
}

describe('a long list', () => {
  test('holds in pages what it holds when it is read at once', PROPERTY, () => {
    let inParts = 0;
    const { numRuns } = runs(80);
    fc.assert(
      fc.property(
        fc.array(ITEM, { minLength: 3, maxLength: 25 }),
        WRITTEN,
        fc.integer({ min: 64, max: 300 }),
        fc.constantFrom('utf8', 'utf16le'),
        (items, how, size, encoding) => {
          const content = written(items, how);
          const pages = inPages(encoding === 'utf8' ? content : Buffer.from(`\ufeff${content}`, 'utf16le'), size);
          if (typeof pages === 'string') return;
          if (pages.pages > 1) inParts += 1;
          expect(pages.items).toEqual(atOnce(content));
        },
      ),
      { numRuns },
    );
    expect(inParts).toBeGreaterThan(numRuns / 2);
  });

  test('any lines, cut anywhere', PROPERTY, () => {
    const line = fc.constantFrom(
      ...[
        '- a',
        '-',
        '- |',
        '- >-',
        '- b: c',
        '- "d',
        "- 'e",
        '  f: |',
        '    g',
        '  h',
        '   i"',
        "  j'",
        '',
        '# k',
        ' # l',
      ],
      ...[
        '- &m n',
        '- *m',
        '- !!str o',
        '- <<: *m',
        '- - p',
        '  - q',
        '-\tr',
        '\t- s',
        '- {t: u,',
        '  v: w}',
        'x: y',
        '--- ',
        '...',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 4, maxLength: 24 }), fc.constantFrom('', 'macros:'), (lines, head) => {
        const content = `${head === '' ? '' : `${head}\n`}${lines.join('\n')}\n`;
        const pages = inPages(content, 64);
        if (typeof pages !== 'string') expect(pages.items).toEqual(atOnce(content));
      }),
      runs(400),
    );
  });

  const list = (item: string) => `${'- body: Hi Maya\n'.repeat(30)}${item}\n${'- body: Bye\n'.repeat(30)}`;

  test.each([
    ['an anchor that is used in the same item', list('- {a: &x Hi, b: *x}'), 'pages'],
    [
      'an anchor that is used in another item',
      `- &x Hi\n${list('- *x')}`,
      'a part of its list cannot be read by itself',
    ],
    ['a directive', `%YAML 1.2\n---\n${list('- x')}`, 'it contains a directive'],
    ['two documents', `${list('- x')}---\n- y\n`, 'it contains several documents'],
    ['two lists', `a:\n${list('- x')}b:\n- x\n`, 'it contains more than one list'],
    ['a list in brackets', `[${'Hi,\n'.repeat(60)}]\n`, 'it contains more than one list'],
    ['an error', list('- "x'), 'a part of its list cannot be read by itself'],
    ['a comment for the linter', list('# replylint-disable-next-line\n- x'), 'it may contain comments for replylint'],
    ['no items', '# nothing\n'.repeat(20), 'it does not contain a list with one item after the other'],
  ])('with %s is read in pages, or at once', (_, content, way) => {
    const pages = inPages(content, 64);
    expect(typeof pages === 'string' ? pages : 'pages').toBe(way);
    if (typeof pages !== 'string') expect(pages.items).toEqual(atOnce(content));
  });
});

const BAD = 'Hi Maya,\n\nYou failed to send the form!! We will look at it “soon” 🙂.\n\nKind regards,\nTom\n';
const FINE = 'Hi Maya,\n\nyour refund is on its way and arrives by Friday. Is there anything else?\n\nBest,\nTom';
const BODIES = [BAD, FINE, FINE, BAD, BAD, FINE, BAD, BAD, FINE];
const macros = BODIES.map((body, id) => ({ id, title: `Late ${id % 2}`, body }));
const FILES: readonly (readonly [name: string, content: string, way: string])[] = [
  ['a list', stringify(macros), 'in parts'],
  ['a key', stringify({ macros }), 'in parts'],
  ['quoted texts', stringify(macros, { defaultStringType: 'QUOTE_DOUBLE' }), 'in parts'],
  ['folded texts, CRLF', stringify(macros, { blockQuote: 'folded' }).replaceAll('\n', '\r\n'), 'in parts'],
  ['no ids', stringify(BODIES.map((body) => ({ body }))), 'in parts'],
  ['no replies', stringify(BODIES.map((_, id) => ({ id, level: 'info', path: '/a' }))), 'in parts'],
  ['a comment for the linter', `# replylint-disable no-shouting\n${stringify(macros)}`, 'at once'],
  ['an alias', `- &bad\n  id: 20\n  body: ${JSON.stringify(BAD)}\n${stringify(macros)}- *bad\n`, 'at once'],
  ['an error at the end', `${stringify(macros)}- "x\n`, 'at once'],
];

const linted = (content: string, more: Partial<SessionOptions>) => lintedInParts('macros.yaml', content, more);

describe('a list that is read in parts says what it says when it is read at once', () => {
  test.each(FILES)('%s', async (name, content, way) => {
    for (const fix of ['no', 'apply'] as const) {
      const whole = await linted(content, { fix, longFrom: Number.POSITIVE_INFINITY });
      for (const longFrom of [200, 500, 700]) {
        const parts = await linted(content, { fix, longFrom });
        expect(parts.said).toBe(whole.said);
        expect(parts.bytes).toBe(whole.bytes);
        if (name !== 'no replies') expect(parts.isLong).toBe(way === 'in parts' && longFrom < content.length);
      }
    }
    const { lines } = await linted(content, { longFrom: 200, showsLines: true });
    if (name === 'a list') expect(lines).toContain('    You failed to send the form!! We will look at it “soon” 🙂.');
  });
});
