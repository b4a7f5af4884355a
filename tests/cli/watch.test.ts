import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folderWith, replylint } from '../command-line.js';

const GOOD =
  'Hi [Name],\n\nthank you for writing. Your refund is on its way, and I will write on Friday.\n\nIs there anything else I can do for you?\n\nKind regards,\n[Your Name]\n';
const LOUD =
  'Hello [Name],\n\nthe courier comes tomorrow between eight and ten. YOU MUST WAIT AT HOME for her. Does that suit you?\n\nBest wishes,\n[Your Name]\n';
const LOUD_TOO =
  'Good morning [Name],\n\nthe new lamp left Leeds yesterday. YOU MUST WAIT at the depot. Is there more that I can do?\n\nWarm regards,\n[Your Name]\n';

interface Step {
  /** The changes that a user makes, by path, and the text that is written. The watcher then reports these paths. */
  readonly change: Readonly<Record<string, string | undefined>>;
}

/** Runs `--watch` while a user changes files, step by step. Resolves to what each step printed. */
async function watched(
  files: Readonly<Record<string, string>>,
  steps: readonly Step['change'][],
  args: readonly string[] = ['.'],
) {
  const cwd = folderWith(files);
  const printed: { out: string; err: string }[] = [{ out: '', err: '' }];
  const folders: string[][] = [];
  const last = () => printed.at(-1) ?? { out: '', err: '' };
  async function* watch(asked: () => readonly string[]) {
    for (const step of steps) {
      folders.push(asked().map((folder) => relative(cwd, folder)));
      printed.push({ out: '', err: '' });
      for (const [path, text] of Object.entries(step)) {
        if (text === undefined) rmSync(join(cwd, path));
        else {
          mkdirSync(join(cwd, path, '..'), { recursive: true });
          writeFileSync(join(cwd, path), text);
        }
      }
      yield Object.keys(step).map((path) => join(cwd, path));
    }
  }
  const output = (name: 'out' | 'err') => ({
    isTTY: false,
    write: (text: string | Uint8Array) => {
      last()[name] += text;
    },
  });
  const now = () => new Date(2026, 10, 30, 9, 5, 7);
  const { code } = await replylint([...args, '--watch'], {
    cwd,
    world: { watch, now, stdout: output('out'), stderr: output('err') },
  });
  return { code, printed, folders, cwd };
}

describe('--watch', () => {
  test('reports, then prints what a change changes', async () => {
    const { code, printed, cwd } = await watched({ 'macros/a.md': GOOD, 'macros/b.md': LOUD }, [
      { 'macros/a.md': LOUD_TOO },
      { 'macros/a.md': `\n${LOUD_TOO}` },
      { 'macros/a.md': GOOD, 'macros/b.md': LOUD.replace('YOU MUST WAIT AT HOME for her. ', '') },
    ]);
    const finding = /no-dismissive/;
    expect(printed[0]?.out).toMatch(/^\nmacros\/b\.md\n {2}\d+:\d+ {2}\w+ {2}.+ {2}no-dismissive\n\n✖ 1 problem/);
    expect(printed[0]?.err).toBe('replylint: watching 2 folders; press Ctrl-C to stop\n');
    const [, first = '', moved = '', done = ''] = printed.map(({ out }) => out);
    expect(first).toMatch(
      /^\n\[09:05:07\] macros\/a\.md changed\n {2}new {4}macros\/a\.md:3:\d+ {2}\w+ {2}.+\n✖ 2 problems/,
    );
    expect(first).toMatch(finding);
    expect(moved).toMatch(/changed\n {2}no change in findings\n✖ 2 problems/);
    expect(done).toMatch(/macros\/a\.md, macros\/b\.md changed\n {2}fixed .+\n {2}fixed .+\n✔ no problems\n$/);
    expect(code).toBe(0);
    expect(() => readFileSync(join(cwd, '.replylint-watched'))).toThrow('ENOENT');
  });

  test('a new file, and one that is gone', async () => {
    const { printed, folders } = await watched({ 'macros/a.md': GOOD }, [
      { 'macros/new/b.md': LOUD },
      { 'macros/new/b.md': undefined },
    ]);
    expect(printed[1]?.out).toContain('new    macros/new/b.md:3');
    expect(printed[2]?.out).toMatch(/fixed .*macros\/new\/b\.md.*\n✔ no problems/);
    expect(folders).toEqual([
      ['', 'macros'],
      ['', 'macros', 'macros/new'],
    ]);
  });

  test('a configuration counts from the next change on; a broken one ends nothing', async () => {
    const { code, printed } = await watched({ 'macros/a.md': LOUD }, [
      { '.replylintrc.json': '{"rules": {"no-dismissive": "off"}}' },
      { '.replylintrc.json': '{"rules": {"no-dismissiv": "off"}}' },
      { '.replylintrc.json': '{"rules": {"no-dismissive": "error"}}' },
    ]);
    expect(printed[1]?.out).toMatch(/\.replylintrc\.json changed\n {2}fixed .*no-dismissive\n✔ no problems/);
    expect(printed[2]?.err).toContain('unknown rule');
    expect(printed[3]?.out).toMatch(/new .* error .*no-dismissive\n✖ 1 problem \(1 error/);
    expect(code).toBe(1);
  });

  test('a notice is printed once', async () => {
    const { printed } = await watched({ 'macros/a.md': GOOD, 'stock.json': '{"items": [1]}' }, [
      { 'macros/a.md': LOUD },
      { 'more.json': '{"items": [2]}' },
    ]);
    expect(printed.map(({ err }) => err.split('\n').filter((line) => line.includes('skipped')).length)).toEqual([
      1, 0, 1,
    ]);
  });

  test('only what has changed is linted again', async () => {
    const counted: string[] = [];
    Object.assign(globalThis, { counted });
    onTestFinished(() => void delete (globalThis as { counted?: unknown }).counted);
    const rule = `{
      id: 'acme/count', segment: 'clarity', kind: 'check', principle: 'P.', why: 'W.', source: 'S', presets: {},
      appliesTo: {}, options: {}, phrases: { '*': {} }, ownPhrases: () => ({}), examples: { good: [], bad: [] },
      *check() { globalThis.counted.push('once'); },
    }`;
    const files = {
      'acme.mjs': `export const rules = [${rule}];`,
      '.replylintrc.json': '{"plugins": ["./acme.mjs"], "rules": {"acme/count": "warn"}}',
      'macros/a.md': GOOD,
      'macros/b.md': GOOD,
    };
    await watched(files, [{ 'macros/a.md': GOOD.replace('refund', 'refund again') }]);
    // There are two at first, and later one of them again.
    expect(counted).toHaveLength(3);
  });

  test.each(['.a.md.swp', 'a.md~', '.replylint-1.tmp', '.DS_Store'])('%s changes nothing', async (name) => {
    const { printed } = await watched({ 'macros/a.md': LOUD }, [{ [`macros/${name}`]: 'x' }]);
    expect(printed[1]).toEqual({ out: '', err: '' });
  });

  test.each([
    [['--fix']],
    [['--stdin']],
    [['--staged']],
    [['-f', 'json']],
    [['-o', 'report.txt']],
    [['--suppress-all']],
    [['--print-config', 'a.md']],
  ])('not with %s', async (options) => {
    const cwd = folderWith({ 'a.md': GOOD });
    const { code, err } = await replylint(['--watch', ...options], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^replylint: --watch cannot be used with -\S+/);
  });

  test('a file that is saved before its folder is watched', async () => {
    const { watchFolders } = await import('../../src/cli/watch/node-watch.js');
    const cwd = folderWith({ 'macros/old.md': GOOD });
    // The clock of the file system may lag behind.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const start = new Date();
    writeFileSync(join(cwd, 'macros/new.md'), GOOD);
    const changes = watchFolders(
      () => [join(cwd, 'macros')],
      start,
      () => new Date(),
    );
    expect((await changes.next()).value).toEqual([join(cwd, 'macros/new.md')]);
    await changes.return(undefined);
  });

  test('the watcher of the machine', async () => {
    const { watchFolders } = await import('../../src/cli/watch/node-watch.js');
    const cwd = folderWith({ 'macros/a.md': GOOD });
    const folder = join(cwd, 'macros');
    const changes = watchFolders(
      () => [folder],
      new Date(),
      () => new Date(),
    );
    const next = async (change: () => void) => {
      const coming = changes.next();
      // The watchers start when the next change is requested.
      await new Promise((resolve) => setTimeout(resolve, 20));
      change();
      return (await coming).value?.map((path: string) => relative(cwd, path));
    };
    expect(await next(() => writeFileSync(join(folder, 'a.md'), LOUD))).toEqual(['macros/a.md']);
    // Editors and replylint save files in this way.
    writeFileSync(join(cwd, 'beside'), GOOD);
    expect(await next(() => renameSync(join(cwd, 'beside'), join(folder, 'a.md')))).toEqual(['macros/a.md']);
    expect(await next(() => rmSync(join(folder, 'a.md')))).toEqual(['macros/a.md']);
    await changes.return(undefined);
  });
});
