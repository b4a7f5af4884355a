import { type AnnotationProperties, error, warning } from '@actions/core';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test, vi } from 'vitest';
import type { LintResult } from '../../src/model/finding.js';
import { type ReportContext, reporterOf } from '../../src/report/index.js';
import { contextWith, FATAL, finding, HOSTILE, NOT_INERT, pathPart, resultOf, resultWith } from './hostile.js';

const report = async (format: string, results: readonly LintResult[], context: Partial<ReportContext> = {}) =>
  (await reporterOf(format))?.(results, contextWith(context)) ?? '';

/** Returns the output of GitHub’s own toolkit. */
function byToolkit(write: () => void): string {
  let written = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
  write();
  spy.mockRestore();
  return written;
}

describe('github', () => {
  test.each(HOSTILE)('writes $text as the toolkit does', async ({ text, shown }) => {
    const { line = 0 } = resultWith(text).messages[0] ?? {};
    const file = `macros/${pathPart(shown)}.md`;
    const place = (rule: string): AnnotationProperties => ({
      title: `replylint (${rule})`,
      file,
      startLine: line,
      endLine: line,
      startColumn: 1,
      endColumn: 5,
    });
    const commands = byToolkit(() => {
      const instead = `\n  instead: rather ${shown} so\n  instead: d`;
      const message = `“${shown}” blames [when a is ${shown} x] (${shown})${instead}`;
      error(message, place('no-blame'));
      warning(`“${shown}” greets (${shown})`, place('greeting'));
    });
    const written = await report('github', [resultWith(text)]);
    if (!/[\ud800-\udfff]/u.test(text)) expect(written).toBe(commands);
    expect(written.match(/^::/gm)).toHaveLength(2);
    expect(written).not.toMatch(NOT_INERT);
  });

  test('errors come first, from the repository’s folder', async () => {
    const results = [
      resultOf('/repo/sub/a.md', undefined, [finding({ severity: 1, line: 1 }), finding({ line: 2, endLine: 2 })]),
      resultOf('/elsewhere/b.md', undefined, [FATAL]),
    ];
    const lines = (await report('github', results, { cwd: '/repo/sub' })).split('\n');
    expect(lines.map((line) => /^::(\w+) .*,(file=.*),endLine/.exec(line)?.slice(1).join(' '))).toEqual([
      'error file=sub/a.md,line=2',
      'error file=/elsewhere/b.md,line=1',
      'warning file=sub/a.md,line=1',
      undefined,
    ]);
  });

  test.each([
    [10, 10, undefined],
    [11, 0, '1 more finding than'],
    [12, 13, '5 more findings than'],
  ])('%i errors and %i warnings: notes what is not shown', async (errors, warnings, note) => {
    const messages = [
      ...Array.from({ length: warnings }, () => finding({ severity: 1 })),
      ...Array.from({ length: errors }, () => finding()),
    ];
    const lines = (await report('github', [resultOf('/repo/a.md', undefined, messages)])).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(errors + warnings);
    expect(lines.filter((line) => !line.startsWith('::')).map((line) => line.includes(note ?? '?'))).toEqual(
      note ? [true] : [],
    );
  });

  test('appends a table to the step’s summary', async () => {
    const appended: [string, string][] = [];
    const context = {
      env: { GITHUB_STEP_SUMMARY: '/tmp/summary' },
      append: (path: string, text: string) => void appended.push([path, text]),
    };
    await report('github', [resultWith('x')], context);
    expect(appended).toEqual([['/tmp/summary', await report('markdown', [resultWith('x')])]]);
    await report('github', [], { ...context, env: {} });
    expect(appended).toHaveLength(1);
  });

  test('the summary stays below what GitHub takes', async () => {
    const messages = Array.from({ length: 20_000 }, () => finding({ message: '🎉'.repeat(20) }));
    let bytes = 0;
    await report('github', [resultOf('/repo/a.md', undefined, messages)], {
      env: { GITHUB_STEP_SUMMARY: 's' },
      append: (_, text) => {
        bytes = Buffer.byteLength(text);
        expect(text).toMatch(/\n… and \d+ more\.\n$/);
      },
    });
    expect(bytes).toBeGreaterThan(800_000);
    expect(bytes).toBeLessThan(2 ** 20);
  });
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const wordsOf = (node: Node): string =>
  node.type === 'break' || (node.type === 'html' && node.value === '<br>')
    ? '\n'
    : (node.value ?? (node.children ?? []).map(wordsOf).join(''));
const typesOf = (node: Node): string[] => [node.type, ...(node.children ?? []).flatMap(typesOf)];
const tablesOf = (node: Node): Node[] => [
  ...(node.type === 'table' ? [node] : []),
  ...(node.children ?? []).flatMap(tablesOf),
];

describe('markdown', () => {
  const parse = (text: string): Node => unified().use(remarkParse).use(remarkGfm).parse(text);

  test.each(HOSTILE)('reads back $text', async ({ text, shown }) => {
    const root = parse(await report('markdown', [resultWith(text)]));
    const [table] = tablesOf(root);
    const rows = (table?.children ?? []).map((row) => (row.children ?? []).map(wordsOf));
    const { line } = resultWith(text).messages[0] ?? {};
    // A pipe after a backslash cannot be written as code in a table.
    const where = `macros/${pathPart(shown)}.md:${line}`.replaceAll('\\|', '\\\\u{7c}');
    const title = shown.trim();
    expect(rows).toEqual([
      ['', 'Where', 'Reply', 'What', 'Instead', 'Rule'],
      ['❌', where, title, `“${shown}” blames [when a is ${shown} x]`, `rather ${shown} so\nd`, 'no-blame'],
      ['⚠️', where, title, `“${shown}” greets`, '', 'greeting'],
    ]);
    const kinds = new Set(typesOf(root));
    for (const kind of ['table', 'tableRow', 'tableCell', 'text', 'inlineCode', 'heading', 'html', 'root'])
      kinds.delete(kind);
    // The only links are those that the parser creates for plain addresses, after the text was escaped.
    expect([...kinds].filter((kind) => kind !== 'link')).toEqual([]);
    expect(typesOf(root).filter((kind) => kind === 'html')).toHaveLength(2);
  });

  test.each([
    ['@octocat', '`@`octocat'],
    ['@@a', '`@@`a'],
    ['fixes #12 !3', 'fixes `#`12 `!`3'],
    ['https://x.example', 'https\\://x.example'],
    ['www.x.example', 'www\\.x.example'],
    ['# x & y', '# x \\& y'],
  ])('%s calls nobody and leads nowhere', async (message, written) => {
    const text = await report('markdown', [resultOf('/repo/a.md', undefined, [finding({ message })])]);
    expect(text).toContain(` | ${written} | `);
  });

  test('lets nothing harmful through', async () => {
    for (const { text } of HOSTILE) expect(await report('markdown', [resultWith(text)])).not.toMatch(NOT_INERT);
  });

  test('is friendly where there is nothing', async () => {
    expect(await report('markdown', [resultOf('/repo/a.md', undefined, [])])).toBe(
      '<!-- replylint -->\n### replylint: all good\n\n1 file checked, nothing to report.\n',
    );
  });

  test('fits into a comment', async () => {
    const messages = Array.from({ length: 5000 }, () => finding());
    const text = await report('markdown', [resultOf('/repo/a.md', undefined, messages)]);
    expect(text.length).toBeLessThan(65_536);
    const [table] = tablesOf(parse(text));
    const shown = (table?.children?.length ?? 0) - 1;
    expect(text).toMatch(new RegExp(`\n… and ${5000 - shown} more\\.\n$`));
  });
});
