import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LintResult } from '../src/model/finding.js';
import type { ReplyRecord } from '../src/model/reply-record.js';
import { folderWith, replylint } from './command-line.js';

const FULL = 'Hi [Name],\n\nyou failed to send the form. Thanks!!!\n\nBest,\n[Your Name]\n';
const FINE = 'Hi Maya,\n\nyour refund arrives by Friday. Is there anything else?\n\nBest,\nTom\n';
const MACROS = JSON.stringify(
  {
    macros: [
      {
        id: 7,
        title: 'Form',
        actions: [
          { field: 'comment_value', value: 'Hi Maya,\n\nYou failed to pay. You failed to sign.\n\nBest,\nTom' },
        ],
      },
      { id: 8, title: 'Refund', actions: [{ field: 'comment_value', value: FINE }] },
      {
        id: 9,
        title: 'Note',
        actions: [
          { field: 'comment_value', value: 'You failed to pay.' },
          { field: 'comment_mode_is_public', value: 'false' },
        ],
      },
    ],
  },
  null,
  2,
);

/** Returns the records in a report, by file. */
async function records(cwd: string, ...args: string[]): Promise<Record<string, readonly ReplyRecord[]>> {
  const { out } = await replylint(['-f', 'json', ...args], { cwd });
  const results = JSON.parse(out) as LintResult[];
  return Object.fromEntries(results.map(({ filePath, replies }) => [filePath.slice(cwd.length + 1), replies ?? []]));
}

describe('the records of replies in JSON', () => {
  test('say of each reply where it is, what it was taken for, what was asked and what was found', async () => {
    const cwd = folderWith({ 'macros.json': MACROS });
    const found = await records(cwd, 'macros.json');
    expect(
      found['macros.json']?.map(({ id, title, checked, reason, form }) => ({ id, title, checked, reason, form })),
    ).toEqual([
      { id: '7', title: 'Form', checked: true, form: 'full' },
      { id: '8', title: 'Refund', checked: true, form: 'full' },
      { id: '9', title: 'Note', checked: false, reason: 'not for customers' },
    ]);
    const [form, refund, note] = found['macros.json'] ?? [];
    expect(form).toMatchObject({
      pointer: '/macros/0/actions/0/value',
      line: 9,
      column: 21,
      endLine: 9,
      helpdesk: 'zendesk',
      locale: 'en',
      state: 'concluded',
    });
    expect(form?.found.filter((id) => id === 'no-blame-shifting')).toHaveLength(2);
    expect(form?.owed).toEqual(expect.arrayContaining(['greeting', 'conclusion-check']));
    expect(form?.scores.segments.responding).toBeLessThan(100);
    expect(form?.scores.segments.greeting).toBe(100);
    expect(refund).toMatchObject({ found: [] });
    expect(new Set(Object.values(refund?.scores.segments ?? {}))).toEqual(new Set([100]));
    expect(note).toMatchObject({ owed: [], found: [], asked: [], scores: { total: null, basis: 0, segments: {} } });
  });

  test('a reply that cannot be checked is recorded with the reason', async () => {
    const deep = `${'> '.repeat(3000)}Hi Maya,\n\nBest,\nTom\n`;
    const { 'deep.md': found } = await records(folderWith({ 'deep.md': deep }), 'deep.md');
    expect(found).toMatchObject([
      { checked: false, reason: expect.stringMatching(/^not checked: ./), scores: { total: null } },
    ]);
    expect(found?.[0]).not.toHaveProperty('form');
  });

  test('count what a suppressions file lists, and not what a directive disables', async () => {
    const line = '<!-- replylint-disable-next-line no-blame-shifting -- legal wording -->\n';
    const cwd = folderWith({ 'a.md': FULL, 'b.md': FULL.replace('you failed', `${line}you failed`) });
    await replylint(['--suppress-all', '.'], { cwd });
    const found = await records(cwd, '.');
    expect(found['a.md']?.[0]?.found).toContain('no-blame-shifting');
    expect(found['b.md']?.[0]?.found).not.toContain('no-blame-shifting');
  });

  test('count what one finding about the library stands for', async () => {
    const cwd = folderWith({
      'chat.json': JSON.stringify({
        macros: Array.from({ length: 6 }, (_, id) => ({
          id: id + 1,
          title: `M ${id}`,
          actions: [
            {
              field: 'comment_value',
              value: `Hi Maya,\n\nparcel ${id} left our warehouse and reaches you on Monday.\n\nBest,\nTom`,
            },
          ],
        })),
      }),
    });
    const { out } = await replylint(['-f', 'json', '.'], { cwd });
    expect(out.split('"ruleId":"conclusion-check"')).toHaveLength(2);
    const { 'chat.json': found = [] } = await records(cwd, '.');
    expect(found.map((record) => record.found.includes('conclusion-check'))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  test('are of the fixed text after --fix', async () => {
    const cwd = folderWith({ 'a.md': FULL });
    const shouting = ['--rule', 'no-shouting: warn'];
    const before = (await records(cwd, ...shouting, 'a.md'))['a.md']?.[0];
    const after = (await records(cwd, ...shouting, '--fix', 'a.md'))['a.md']?.[0];
    expect(before?.found).toContain('no-shouting');
    expect(after?.found).not.toContain('no-shouting');
  });
});

describe('the same records', () => {
  const files = () => ({
    'macros.json': MACROS,
    'sub/one.md': FULL,
    'sub/two.md': FINE,
    'sub/german.md': 'Guten Tag [Name],\n\nvielen Dank für Ihre Nachricht.\n\nMit freundlichen Grüßen\n[Ihr Name]\n',
    'data.json': '{"a": 1}',
  });

  test('with --cache, whichever report was made before', async () => {
    const cwd = folderWith(files());
    const plain = await replylint(['-f', 'json', '.'], { cwd });
    await replylint(['--cache', '.'], { cwd });
    expect(await replylint(['--cache', '-f', 'json', '.'], { cwd })).toEqual(plain);
    rmSync(join(cwd, '.replylintcache'));
    expect(await replylint(['--cache', '-f', 'json', '.'], { cwd })).toEqual(plain);
  });

  test('with --concurrency', async () => {
    const cwd = folderWith({
      ...files(),
      ...Object.fromEntries(Array.from({ length: 120 }, (_, nth) => [`many/${nth}.md`, FULL])),
    });
    const plain = await replylint(['-f', 'json', '.'], { cwd });
    expect(await replylint(['-f', 'json', '--concurrency', '2', '.'], { cwd })).toEqual(plain);
    expect(plain.out).toContain('"owed":["greeting"');
  });

  test('with --since, of the replies that have changed', async () => {
    const cwd = folderWith(files());
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'ignore' });
    rmSync(join(cwd, '.git'), { recursive: true });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'all');
    writeFileSync(join(cwd, 'macros.json'), MACROS.replace('arrives by Friday', 'arrives by Monday'));
    const all = await records(cwd, '.');
    expect(await records(cwd, '--since', 'main', '.')).toEqual({ 'macros.json': [all['macros.json']?.[1]] });
    git('add', '--all');
    expect(await records(cwd, '--staged', '.')).toEqual({ 'macros.json': [all['macros.json']?.[1]] });
  });
});

test('reports of findings alone keep no records', async () => {
  const cwd = folderWith({
    'a.md': FULL,
    'format.mjs': 'export default (results) => JSON.stringify(results.map(({ replies }) => replies?.length));',
  });
  expect((await replylint(['-f', './format.mjs', 'a.md'], { cwd })).out).toBe('[1]\n');
});
