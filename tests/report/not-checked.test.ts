import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { LintResult } from '../../src/model/finding.js';
import { reporterOf } from '../../src/report/index.js';
import { folderWith, replylint } from '../command-line.js';
import { contextWith, HOSTILE, NOT_INERT, resultOf } from './hostile.js';

const LINE = 'nowhere.md: no such file or folder';
const FINE = resultOf('/repo/a.md', undefined, []);
const report = async (format: string, results: readonly LintResult[], failures: readonly string[] = [LINE]) =>
  (await reporterOf(format))?.(results, contextWith({ failures })) ?? '';

describe('what was not checked, and stands in no file', () => {
  test('GitHub: an annotation without a place, and no “all good” in the summary', async () => {
    expect(await report('github', [FINE])).toBe(`::error title=replylint::${LINE}\n`);
    expect(await report('markdown', [])).toBe(
      '<!-- replylint -->\n### replylint: nothing was checked\n\n- ❌ nowhere.md: no such file or folder\n',
    );
    expect(await report('markdown', [FINE])).toMatch(/: not everything was checked\n\n1 file checked, .*\n\n- ❌ /);
  });

  test('SARIF: the execution failed, and a notification says why', async () => {
    const { runs } = JSON.parse(await report('sarif', [FINE]));
    expect(runs[0].invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: `${LINE}.` } }],
      },
    ]);
  });

  test('JUnit: a test that ends in an error', async () => {
    const xml = await report('junit', [FINE]);
    expect(xml).toContain('name="replylint" timestamp="2026-01-02T03:04:05"');
    expect(xml).toContain('tests="1" failures="0" errors="1"');
    expect(xml).toContain(`<error message="${LINE}" type="not-checked">`);
  });

  test('GitLab, Checkstyle and reviewdog: an error of the folder', async () => {
    expect(JSON.parse(await report('gitlab', [FINE]))).toMatchObject([
      { description: `${LINE}.`, check_name: 'not-checked', severity: 'critical', location: { path: '.' } },
    ]);
    expect(await report('checkstyle', [FINE])).toContain(
      `<file name=".">\n    <error line="1" column="1" severity="error" message="${LINE}" source="replylint.not-checked"/>`,
    );
    expect(JSON.parse(await report('rdjson', [FINE])).diagnostics).toMatchObject([
      { message: LINE, severity: 'ERROR', code: { value: 'not-checked' } },
    ]);
  });

  test.each(['github', 'markdown', 'sarif', 'junit', 'gitlab', 'checkstyle', 'rdjson'])(
    '%s lets nothing harmful of it through',
    async (format) => {
      for (const { text } of HOSTILE) {
        const written = await report(format, [], [`${text}: no such file`]);
        expect(written).not.toMatch(NOT_INERT);
        if (/junit|checkstyle/.test(format)) new SaxesParser().write(written).close();
      }
    },
  );

  test('a file that holds something else is no test; one of unknown shape is skipped', async () => {
    const skipped = (kind: 'documentation' | 'unknown') => ({
      ...resultOf(`/repo/${kind}.md`, undefined, []),
      skipped: { kind, reason: 'r' },
    });
    const xml = await report('junit', [FINE, skipped('documentation'), skipped('unknown')], []);
    expect(xml.match(/<testsuite .*? name="[^"]+"/g)?.map((tag) => tag.replace(/.* name=/, ''))).toEqual([
      '"a.md"',
      '"unknown.md"',
    ]);
    expect(await report('checkstyle', [FINE, skipped('documentation')], [])).not.toContain('documentation');
  });
});

test.each([
  ['a folder without replies', ['macros'], /macros: no reply found/],
  ['a path that leads nowhere', ['a.md', 'nowhere.md'], /nowhere\.md: no such file or folder/],
])('%s is in every machine’s report', async (_, paths, says) => {
  const cwd = folderWith({ 'a.md': 'Hi [Name],\n\nThank you.\n', 'macros/data.json': '{"a": 1}' });
  for (const format of ['github', 'markdown', 'sarif', 'junit', 'gitlab', 'checkstyle', 'rdjson']) {
    const { out, code } = await replylint(['-f', format, ...paths], { cwd });
    expect(out.replaceAll('\\', '')).toMatch(says);
    expect(code).toBe(2);
  }
});
