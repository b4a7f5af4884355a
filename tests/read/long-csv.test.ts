import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem, type SessionOptions } from '../../src/lint/index.js';
import type { SourceFile } from '../../src/model/source-file.js';
import { openCsv, openLongCsv } from '../../src/read/container/csv.js';
import { type CsvPage, csvPagesOf } from '../../src/read/container/csv-pages.js';
import { Broken, type Value } from '../../src/read/container/value.js';
import { LongText } from '../../src/read/long.js';
import { folderWith } from '../command-line.js';
import { lintedInParts } from '../long-run.js';
import { PROPERTY, runs } from '../properties.js';

/** The rows of a sheet with their cells, positions and lines. */
function shown(roots: readonly Value[], placeOf: (value: Value) => object): unknown {
  return roots.flatMap((root) =>
    [...root.items()].map((row) => ({
      ...{ pointer: row.pointer, span: row.span, place: placeOf(row) },
      ...(row instanceof Broken && { reason: row.reason }),
      cells: [...row.members()].map(([name, cell]) => {
        const text = cell.text();
        // Nothing is reported in an empty text.
        const all = text?.body ? text.map.spanOf({ start: 0, end: text.body.length }) : undefined;
        return { name, pointer: cell.pointer, span: cell.span, place: placeOf(cell), body: text?.body, all };
      }),
    })),
  );
}

/** The same for a file that is read in pages of this many bytes; undefined if it must be read at once. */
function inPages(content: string | Buffer, head: string, size: number) {
  const absolute = join(folderWith({}), 'a.csv');
  writeFileSync(absolute, content);
  const text = LongText.open({ fs: nodeFileSystem, path: 'a.csv', absolute }, 0, size);
  const found = text && csvPagesOf(text, head);
  if (!text || !found) return undefined;
  const passages = new Map<CsvPage, SourceFile>();
  const read = (page: CsvPage) => {
    const passage = passages.get(page) ?? text.passageAt(page.bytes, page.from);
    passages.set(page, passage);
    return passage;
  };
  const { roots = [] } = openLongCsv(found, read);
  const rows = shown(roots, ({ passage, span }) => passage?.placeOf(span.start) ?? {});
  return { rows, pages: found.pages.length };
}

function atOnce(content: string): unknown {
  const { roots, error } = openCsv(content);
  const placeOf = ({ span }: Value) => {
    const before = content.slice(0, span.start).split(/\r\n|\n|\r/);
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  return error ? undefined : shown(roots, placeOf);
}

const CELL = fc.oneof(
  fc.constantFrom('', 'Hi Maya, you failed to', '7', 'é🙂', ' x '),
  fc.string({ unit: fc.constantFrom('a', '"', '\n', '\r\n', '\r', ',', ';', '\\', '€', '🙂') }).map(quoted),
);

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

describe('a long sheet', () => {
  test('holds in pages what it holds when it is read at once', PROPERTY, () => {
    let inParts = 0;
    const { numRuns } = runs(80);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.tuple(CELL, CELL, CELL), fc.tuple(CELL)), { minLength: 5, maxLength: 40 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('id,title,body', 'sep=;\nid;title;body', '"a ""b""";c;d', 'A sheet\nid;title;body'),
        fc.integer({ min: 64, max: 200 }),
        fc.constantFrom('utf8', 'utf16le'),
        (rows, delimiter, end, header, size, encoding) => {
          const lines = [header, ...rows.map((cells) => cells.join(delimiter))];
          const content = lines.join(end) + end;
          const bytes = encoding === 'utf8' ? content : Buffer.from(`\ufeff${content}`, 'utf16le');
          const pages = inPages(bytes, content, size);
          if (!pages) return;
          if (pages.pages > 1) inParts += 1;
          expect(pages.rows).toEqual(atOnce(content));
        },
      ),
      { numRuns },
    );
    expect(inParts).toBeGreaterThan(numRuns / 4);
  });

  const rows = (count: number, row: string) => `id,body\n${row.repeat(count)}`;

  test.each([
    ['a quotation mark that is never closed', `${rows(300, '1,Hi Maya\n')}2,"Hi`, 'pages'],
    ['such a mark far from the end', `${rows(20, '1,Hi\n')}2,"Hi${' Maya'.repeat(600_000)}`, 'at once'],
    ['too few rows to tell its layout', rows(2, '1,Hi\n'), 'at once'],
    ['quotation marks with backslashes', rows(40, '1,"Hi \\"Maya\\", you failed"\n'), 'at once'],
    ['both ways to write quotation marks', `${rows(9, '1,Hi\n')}1,"a ""b"""\n2,"a \\"b\\""\n`, 'pages'],
  ])('with %s is read in pages, or at once', (_, content, way) => {
    const pages = inPages(content, content.slice(0, 1_000_000), 400);
    expect(pages === undefined ? 'at once' : 'pages').toBe(way);
    if (pages) expect(pages.rows).toEqual(atOnce(content));
  });
});

const BAD = 'Hi Maya,\n\nYou failed to send the "form"!! We will look at it “soon” 🙂.\n\nKind regards,\nTom\n';
const FINE = 'Hi Maya,\n\nyour refund is on its way and arrives by Friday. Is there anything else?\n\nBest,\nTom';
const BODIES = [BAD, FINE, FINE, BAD, BAD, FINE, BAD, BAD, FINE];
const FILES: readonly (readonly [string, string])[] = [
  ['commas', `id,title,body\n${BODIES.map((body, id) => `${id},Late ${id},${quoted(body)}\n`).join('')}`],
  ['no ids', `Title;Reply\r\n${BODIES.map((body, id) => `Late ${id % 2};${quoted(body)}`).join('\r\n')}`],
  ['no header', BODIES.map((body, id) => `${id},${quoted(body)},${quoted(FINE)}\n`).join('')],
  [
    'a row that is broken',
    `id,title,body\n${BODIES.map((body, id) => `${id},${id === 6 ? '"x"y' : 'Late'},${quoted(body)}\n`).join('')}`,
  ],
  [
    'a row that is too long',
    `id,body\n${BODIES.map((body, id) => `${id},${quoted(body)}${id === 7 ? ',x' : ''}\n`).join('')}`,
  ],
  ['no replies', `id,level\n${BODIES.map((_, id) => `${id},info\n`).join('')}`],
];

const linted = (content: string, more: Partial<SessionOptions>) => lintedInParts('macros.csv', content, more);

describe('a sheet that is read in parts says what it says when it is read at once', () => {
  test.each(FILES)('%s', async (name, content) => {
    for (const fix of ['no', 'apply'] as const) {
      const whole = await linted(content, { fix, longFrom: Number.POSITIVE_INFINITY });
      for (const longFrom of [200, 500, 700]) {
        const parts = await linted(content, { fix, longFrom });
        expect(parts.said).toBe(whole.said);
        expect(parts.bytes).toBe(whole.bytes);
        if (name !== 'no replies') expect(parts.isLong).toBe(longFrom < Buffer.byteLength(content));
      }
    }
    const { lines } = await linted(content, { longFrom: 200, showsLines: true });
    if (name === 'commas') expect(lines).toContain('You failed to send the ""form""!! We will look at it “soon” 🙂.');
  });
});
