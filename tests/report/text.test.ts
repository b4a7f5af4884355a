import { describe, expect, test } from 'vitest';
import type { LintResult } from '../../src/model/finding.js';
import { type ReportContext, reporterOf } from '../../src/report/index.js';
import { contextWith, FATAL, finding, HOSTILE, NOT_INERT, pathPart, resultOf, resultWith } from './hostile.js';

const report = async (format: string, results: readonly LintResult[], context: Partial<ReportContext> = {}) =>
  (await reporterOf(format))?.(results, contextWith(context)) ?? '';

/**
 * The problem matcher `eslint-stylish` of actions/setup-node, which expects a line with the file, followed by lines
 * with findings.
 */
const STYLISH_FILE = /^([^\s].*)$/;
const STYLISH_FINDING = /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/;
/** The problem matcher `eslint-compact` from the same source. */
const COMPACT = /^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/;

/** Matches lines in the way that GitHub's runner handles a matcher with two patterns, the second of which loops. */
function matchedByStylish(text: string) {
  const found: { file: string; line: string; column: string; severity: string; message: string; code: string }[] = [];
  let file: string | undefined;
  for (const row of text.split('\n')) {
    const [, line = '', column = '', severity = '', message = '', code = ''] =
      (file !== undefined && STYLISH_FINDING.exec(row)) || [];
    if (file !== undefined && line !== '') found.push({ file, line, column, severity, message: message.trim(), code });
    else file = STYLISH_FILE.exec(row)?.[1];
  }
  return found;
}

describe('stylish', () => {
  test('has ESLint’s layout', async () => {
    const results = [
      resultOf('/repo/a.md', 'text', [
        finding({ message: 'Ends with a dot.', line: 4, column: 12 }),
        finding({ ruleId: 'greeting', severity: 1, message: 'Short', line: 10, column: 5, when: 'vip' }),
      ]),
      resultOf('/repo/clean.md', undefined, []),
      resultOf('/repo/b.json', 'text', [
        finding({ fix: { range: [0, 1], text: '' }, reply: { ...REPLY, title: 'Late parcel', pointer: '/1' } }),
        FATAL,
      ]),
    ];
    expect(await report('stylish', results)).toBe(
      `
a.md
   4:12  error    Ends with a dot   no-blame
  10:5   warning  Short [when vip]  greeting

b.json
  1:1  error  m (Late parcel)       no-blame
  1:1  error  Not checked: no text

✖ 4 problems (3 errors, 1 warning)
  1 error and 0 warnings potentially fixable with the \`--fix\` option.

`,
    );
  });

  test('says nothing of nothing', async () => {
    expect(await report('stylish', [resultOf('/repo/a.md', undefined, [])])).toBe('');
  });

  test.each(HOSTILE)('the problem matcher finds $text', async ({ text, shown }) => {
    const name = pathPart(shown.replaceAll('\n', ' '));
    const { line } = resultWith(text).messages[0] ?? {};
    expect(matchedByStylish(await report('stylish', [resultWith(text)]))).toEqual([
      {
        file: `macros/${name}.md`,
        line: String(line),
        column: '1',
        severity: 'error',
        message: `“${shown}” blames [when a is ${shown} x] (${shown})`,
        code: 'no-blame',
      },
      {
        file: `macros/${name}.md`,
        line: String(line),
        column: '1',
        severity: 'warning',
        message: `“${shown}” greets (${shown})`,
        code: 'greeting',
      },
    ]);
  });

  test.each([
    [false, false],
    [true, true],
  ])('hyperlinks %s', async (hyperlinks, linked) => {
    const text = await report('stylish', [resultOf('/repo/ä b%.md', 'text', [finding()])], { hyperlinks });
    expect(text.includes('\u001b]8;;file:///repo/%C3%A4%20b%25.md\u001b\\ä b%.md\u001b]8;;\u001b\\\n')).toBe(linked);
    expect(text.includes('\u001b')).toBe(linked);
  });

  test('color is only color', async () => {
    const results = [resultWith('x')];
    const colored = await report('stylish', results, { color: true });
    // biome-ignore lint/complexity/useRegexLiterals: control characters
    const plain = colored.replace(new RegExp('\u001b\\[\\d+m', 'g'), '');
    expect(colored).not.toBe(plain);
    expect(plain).toBe(await report('stylish', results));
  });
});

const REPLY = { id: 'r', pointer: '', form: 'full', intent: 'answer', locale: 'en' } as const;

describe('compact', () => {
  test.each(HOSTILE)('the problem matcher finds $text', async ({ text, shown }) => {
    const name = pathPart(shown);
    const rows = (await report('compact', [resultWith(text)])).split('\n');
    const { line } = resultWith(text).messages[0] ?? {};
    expect(rows.slice(0, 2).map((row) => COMPACT.exec(row)?.slice(1))).toEqual([
      [
        `macros/${name}.md`,
        String(line),
        '1',
        'Error',
        `“${shown}” blames [when a is ${shown} x] (${shown})`,
        'no-blame',
      ],
      [`macros/${name}.md`, String(line), '1', 'Warning', `“${shown}” greets (${shown})`, 'greeting'],
    ]);
    expect(rows.slice(2)).toEqual(['', '2 problems', '']);
  });
});

describe('pretty', () => {
  const source =
    '# Refund\r\n\r\nHi 日本 🎉, you failed to attach it, and that is why nothing at all has happened until today.\r\n';
  const column = source.split('\r\n')[2]?.indexOf('you failed') ?? 0;

  test('shows the words in their line, the condition, what to write instead', async () => {
    const marked = finding({
      message: '“you failed” blames the customer',
      line: 3,
      column: column + 1,
      endLine: 3,
      endColumn: column + 11,
      reply: { ...REPLY, title: 'Refund', pointer: '/2' },
      when: 'the language is de',
      suggestions: [{ desc: 'we are missing the file' }],
    });
    const missing = finding({ ruleId: 'greeting', severity: 1, message: 'Nothing greets', reply: REPLY, endColumn: 9 });
    const results = [resultOf('/repo/a.md', source, [marked, missing, { ...marked, line: 3 }])];
    expect(await report('pretty', results)).toBe(`
a.md

  ▸ Refund  full, answer, en
  ✖ “you failed” blames the customer  3:11  no-blame
      │ Hi 日本 🎉, you failed to attach it, and that is why nothing…
      │             ^^^^^^^^^^
      only when the language is de
      → we are missing the file
  ⚠ Nothing greets  1:1  greeting
      │ # Refund
  ✖ “you failed” blames the customer  3:11  no-blame
      │ Hi 日本 🎉, you failed to attach it, and that is why nothing…
      │             ^^^^^^^^^^
      only when the language is de
      → we are missing the file

2 errors and 1 warning in 1 reply; 1 file checked. Most often: no-blame (2 of 3).
`);
  });

  test.each([
    ['a.json', '  "body": "Hi,\\n\\nsay \\"no\\", you failed to.\\nBest"}], "id": 7', 'say \\"no\\", you failed to.'],
    [
      'a.json',
      `"${'word '.repeat(50)}you failed${' word'.repeat(50)}"`,
      `…${' word'.repeat(7)} you failed${' word'.repeat(8)}…`,
    ],
    ['a.md', 'A "quote" \\n you failed "so" it', 'A "quote" \\n you failed "so" it'],
    ['a.md', '   you failed   ', 'you failed'],
  ])('%s: the excerpt of %s', async (path, source, excerpt) => {
    const column = source.indexOf('you failed') + 1;
    const result = resultOf(`/repo/${path}`, source, [finding({ column, endColumn: column + 10 })]);
    expect(await report('pretty', [result])).toContain(`\n      │ ${excerpt}\n`);
  });

  test('groups by reply, whatever the order', async () => {
    const of = (id: string, line: number) => finding({ line, reply: { ...REPLY, id, title: id, pointer: '/x' } });
    const text = await report('pretty', [
      resultOf('/repo/a.json', undefined, [of('A', 1), of('B', 2), of('A', 3), FATAL]),
    ]);
    expect(text.match(/▸ [AB] /g)).toEqual(['▸ A ', '▸ B ']);
    expect(text).toContain('4 errors in 2 replies; 0 files checked, 1 not. Most often: no-blame (3 of 4).');
  });

  test('is friendly where there is nothing', async () => {
    const clean = resultOf('/repo/a.md', undefined, []);
    expect(await report('pretty', [clean, clean])).toBe('✔ All good: 2 files checked, nothing to report.\n');
  });

  test.each(HOSTILE)('shows $text', async ({ text, shown }) => {
    const pretty = await report('pretty', [resultWith(text)]);
    for (const part of [
      `✖ “${shown}” blames  `,
      `only when a is ${shown} x\n`,
      `→ rather ${shown} so\n`,
      `▸ ${shown}  full`,
    ])
      expect(pretty).toContain(part);
  });

  test('parts that are harmless alone make no command together', async () => {
    const cut = finding({ column: 2, endColumn: 4 });
    expect(await report('pretty', [resultOf('/repo/a.md', '##[error]x', [cut])])).not.toMatch(NOT_INERT);
  });
});

test.each(['stylish', 'compact', 'pretty'])('%s lets nothing harmful through', async (format) => {
  for (const { text } of HOSTILE) {
    const rows = await report(format, [resultWith(text)]);
    expect(rows).not.toMatch(NOT_INERT);
    expect(rows).not.toMatch(/^\s*::/m);
  }
});
