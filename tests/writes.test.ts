import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../src/lint/node-file-system.js';
import { folderWith, replylint } from './command-line.js';

const FIX = ['--rule', 'no-shouting: warn', '--fix'];
const LOUD = 'Hi [Name],\n\nthank you for your message!! I will write to you on Friday.\n\nKind regards,\nSam\n';
const FIXED = LOUD.replace('!!', '!');

describe('a fixed file', () => {
  test('keeps its owner', async () => {
    const cwd = folderWith({ 'a.md': LOUD });
    const path = join(cwd, 'a.md');
    // Only the superuser can change the owner of a file.
    if (process.getuid?.() === 0) chownSync(path, 1234, 2345);
    const { uid, gid, mode } = statSync(path);
    await replylint([...FIX, 'a.md'], { cwd });
    expect(readFileSync(path, 'utf8')).toBe(FIXED);
    expect(statSync(path)).toMatchObject({ uid, gid, mode });
  });

  test.each([['out'], ['out/a.md'], ['out/*.md']])('%s: a link that leads out is not written through', async (path) => {
    const outside = folderWith({ 'a.md': LOUD });
    const cwd = folderWith({ 'b.md': LOUD });
    symlinkSync(outside, join(cwd, 'out'));
    const { err, code } = await replylint([...FIX, path, 'b.md'], { cwd });
    expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe(LOUD);
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(FIXED);
    expect(err).toContain('not fixed: a symbolic link points outside the checkout');
    expect(code).toBe(2);
  });

  test('outside of the tree is written where it is named', async () => {
    const outside = folderWith({ 'a.md': LOUD });
    const cwd = folderWith({ 'inside/b.md': LOUD });
    symlinkSync('inside', join(cwd, 'link'));
    expect((await replylint([...FIX, join(outside, 'a.md'), 'link'], { cwd })).code).toBe(0);
    expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe(FIXED);
    expect(readFileSync(join(cwd, 'inside/b.md'), 'utf8')).toBe(FIXED);
  });
});

test('what a killed run has left is removed by the next that writes there, and nothing else', () => {
  const left = '.replylint-00000000-0000-4000-8000-000000000000.tmp';
  const recent = left.replace('0000.tmp', '0001.tmp');
  const others = ['.replylint-1.tmp', '.replylint-notes.tmp', left.replace('.tmp', '.txt')];
  const cwd = folderWith({ 'a.md': 'x' });
  for (const name of [left, recent, ...others]) writeFileSync(join(cwd, name), '');
  for (const name of [left, ...others]) utimesSync(join(cwd, name), 1_700_000_000, 1_700_000_000);
  nodeFileSystem.write(join(cwd, 'a.md'), 'y');
  expect(readdirSync(cwd).sort()).toEqual(['.git', recent, ...others, 'a.md'].sort());
});

test('what a run of this machine has left is removed at once, unless it still runs', () => {
  const cwd = folderWith({ 'a.md': 'x' });
  const uuid = '00000000-0000-4000-8000-000000000000';
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  const { pid } = spawnSync('true');
  const left = `.replylint-${machine}-${pid}-${uuid}.tmp`;
  const kept = [`.replylint-${machine}-${process.pid}-${uuid}.tmp`, `.replylint-00000000-${pid}-${uuid}.tmp`];
  for (const name of [left, ...kept]) writeFileSync(join(cwd, name), '');
  nodeFileSystem.write(join(cwd, 'a.md'), 'y');
  expect(readdirSync(cwd).sort()).toEqual(['.git', ...kept, 'a.md'].sort());
});

describe('a report is not written over', () => {
  const FILES = {
    'macros/a.md': 'Hi there,\n\nThank you for writing.\n',
    '.replylintrc.json': '{"plugins": ["./acme.mjs"]}',
    'acme.mjs': 'export const rules = [];\n',
    'replylint-suppressions.json': '{"suppressions": []}\n',
  };

  test.each(Object.entries(FILES))('%s', async (path, content) => {
    const cwd = folderWith(FILES);
    mkdirSync(join(cwd, 'out'));
    const { err, code } = await replylint(['macros', '-o', path, '-o', 'json:out/a.json'], { cwd });
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(content);
    expect(err).toMatch(
      new RegExp(`replylint: ${path.replaceAll('.', '\\.')}: refusing to overwrite an? (?:linted|input) file`),
    );
    expect(code).toBe(2);
    expect(JSON.parse(readFileSync(join(cwd, 'out/a.json'), 'utf8'))).not.toEqual([]);
  });
});
