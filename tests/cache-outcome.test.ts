import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../src/lint/index.js';
import { folderWith, replylint } from './command-line.js';

const BAD = 'Hi [Name],\n\nyou failed to send the form. I will write on Friday.\n\nBest,\n[Your Name]\n';
const CACHE = '.replylintcache';
const FILES = {
  'replies/bad.md': BAD,
  'replies/fine.md': BAD.replace('you failed to send', 'we have'),
  'replies/deep/other.md': BAD.replace('Friday', 'Monday'),
  'macros.json': JSON.stringify({
    macros: [{ id: 7, title: 'M', actions: [{ field: 'comment_value', value: 'You failed to pay.' }] }],
  }),
  'README.md': '# Setup\n\nRun `npm install`.\n\n## Usage\n\nSee the docs.\n\n## License\n\nMIT\n',
};

/** Lints with the cache, long after the files were written, and counts the files that were read. */
async function run(cwd: string, ...args: string[]) {
  const read = new Set<string>();
  const noting =
    <T>(use: (path: string) => T) =>
    (path: string) => {
      if (!path.endsWith(CACHE)) read.add(path);
      return use(path);
    };
  const fs = { ...nodeFileSystem, read: noting(nodeFileSystem.read), open: noting(nodeFileSystem.open) };
  const now = () => new Date(Date.now() + 10_000);
  const ran = await replylint(['--cache', ...args], { cwd, world: { fs, now } });
  return { ...ran, read: read.size };
}

async function plain(cwd: string, ...args: string[]) {
  return { ...(await replylint(args, { cwd })), read: 0 };
}

describe('the outcome of a run in the cache', () => {
  test.each([
    ['stylish', '.'],
    ['compact', 'replies', 'macros.json'],
  ])('reads no file if nothing has changed (%s)', async (format, ...paths) => {
    const cwd = folderWith(FILES);
    const args = ['-f', format, ...paths];
    const without = await plain(cwd, ...args);
    expect(await run(cwd, ...args)).toEqual({ ...without, read: expect.toSatisfy((count: number) => count > 0) });
    expect(await run(cwd, ...args)).toEqual(without);
  });

  test.each(['pretty', 'sarif'])('%s shows texts, and reads the files with findings', async (format) => {
    const cwd = folderWith(FILES);
    const args = ['-f', format, '.'];
    const first = await run(cwd, ...args);
    expect(first).toEqual({ ...(await plain(cwd, ...args)), read: 5 });
    const second = await run(cwd, ...args);
    expect(second).toEqual({ ...first, read: expect.any(Number) });
    expect(second.read).toBeLessThan(5);
  });

  const change = (name: string, text: string) => (cwd: string) => writeFileSync(join(cwd, name), text);
  test.each<[string, (cwd: string) => void]>([
    ['a file', change('replies/fine.md', `${BAD}\nYou failed to pay.\n`)],
    ['a file that is named', change('macros.json', '{"macros": []}')],
    [
      'a file of the same size and time',
      (cwd) => {
        const path = join(cwd, 'replies/bad.md');
        const { atime, mtime } = statSync(path);
        writeFileSync(path, BAD.replace('you failed to send', 'we have received'.padEnd(18)));
        utimesSync(path, atime, mtime);
      },
    ],
    [
      'a file that takes the place of another',
      (cwd) => renameSync(join(cwd, 'replies/fine.md'), join(cwd, 'replies/bad.md')),
    ],
    ['a new file', change('replies/deep/new.md', BAD)],
    ['a new file beside a folder', change('replies/new.txt', BAD)],
    ['a file that is gone', (cwd) => rmSync(join(cwd, 'replies/deep/other.md'))],
    ['a folder that is gone', (cwd) => rmSync(join(cwd, 'replies/deep'), { recursive: true })],
    ['a configuration', change('.replylintrc.json', '{"rules": {"no-blame-shifting": "off"}}')],
    ['a configuration further down', change('replies/deep/.replylintrc.yaml', 'rules: { no-blame-shifting: off }')],
    ['a package file', change('package.json', '{"replylint": {"rules": {"no-blame-shifting": "off"}}}')],
    ['a file that only looks like a configuration', change('.replylintrc.toml', 'x')],
    ['an ignore file', change('.gitignore', 'deep/\n')],
    ['an ignore file further down', change('replies/.replylintignore', 'bad.md\n')],
    ['an ignored folder', (cwd) => mkdirSync(join(cwd, 'replies/deep/.git'))],
    [
      'a suppressions file',
      change(
        'replylint-suppressions.json',
        JSON.stringify({
          suppressions: [{ reply: 'replies/bad.md', rule: 'no-blame-shifting', words: 'you failed to' }],
        }),
      ),
    ],
  ])('%s that has changed counts', async (_, changed) => {
    const cwd = folderWith(FILES);
    await run(cwd, 'replies', 'macros.json');
    expect((await run(cwd, 'replies', 'macros.json')).read).toBe(0);
    changed(cwd);
    const { read: _read, ...after } = await run(cwd, 'replies', 'macros.json');
    expect(after).toEqual(await replylint(['replies', 'macros.json'], { cwd }));
  });

  test('a configuration that changes, and what it extends, count', async () => {
    const off = '{"rules": {"no-blame-shifting": "off"}}';
    const cwd = folderWith({ ...FILES, '.replylintrc.json': '{"extends": ["./base.json"]}', 'base.json': '{}' });
    const first = await run(cwd, '.');
    expect((await run(cwd, '.')).read).toBe(0);
    writeFileSync(join(cwd, 'base.json'), off);
    const second = await run(cwd, '.');
    expect(second.out).not.toBe(first.out);
    writeFileSync(join(cwd, '.replylintrc.json'), off);
    expect((await run(cwd, '.')).out).toBe((await plain(cwd, '.')).out);
  });

  test('an invalid configuration is reported in every run until it is fixed', async () => {
    const cwd = folderWith({ ...FILES, 'replies/deep/.replylintrc.json': '{"rules": {"no-such-rule": "warn"}}' });
    const without = await replylint(['.'], { cwd });
    expect(without.err).toContain('no-such-rule');
    for (let nth = 0; nth < 2; nth += 1) expect(await run(cwd, '.')).toMatchObject(without);
    writeFileSync(join(cwd, 'replies/deep/.replylintrc.json'), '{}');
    const { read: _, ...mended } = await run(cwd, '.');
    expect(mended).toEqual(await replylint(['.'], { cwd }));
  });

  test('configurations that are code can depend on anything: the files are read again', async () => {
    const cwd = folderWith({ ...FILES, 'replylint.config.mjs': 'export default { rules: { greeting: "error" } };\n' });
    const first = await run(cwd, '.');
    const second = await run(cwd, '.');
    expect(second).toEqual({ ...first, read: expect.any(Number) });
    expect(second.read).toBeGreaterThan(0);
  });

  test.each([
    [['--rule', 'no-blame-shifting: warn']],
    [['--ignore-pattern', 'deep/**']],
    [['--no-ignore']],
    [['--no-config-lookup']],
    [['--include-inactive']],
    [['--report-unused-disable-directives']],
  ])('%j is another run', async (args) => {
    const cwd = folderWith({ ...FILES, '.gitignore': 'fine.md\n' });
    await run(cwd, '.');
    const { read, ...ran } = await run(cwd, ...args, '.');
    expect(read).toBeGreaterThan(0);
    expect(ran).toEqual(await replylint([...args, '.'], { cwd }));
  });

  test('--quiet and --max-warnings apply to a cached outcome', async () => {
    const cwd = folderWith(FILES);
    await run(cwd, '.');
    const { read, ...quiet } = await run(cwd, '--quiet', '--max-warnings', '0', '.');
    expect(read).toBeLessThan(5);
    expect(quiet).toEqual(await replylint(['--quiet', '--max-warnings', '0', '.'], { cwd }));
  });

  test('suppressions apply to a cached outcome, and are written from it', async () => {
    const cwd = folderWith(FILES);
    await run(cwd, '.');
    expect(await run(cwd, '--suppress-all', '.')).toMatchObject({ read: 4, code: 0 });
    const written = readFileSync(join(cwd, 'replylint-suppressions.json'), 'utf8');
    rmSync(join(cwd, 'replylint-suppressions.json'));
    await replylint(['--suppress-all', '.'], { cwd });
    expect(readFileSync(join(cwd, 'replylint-suppressions.json'), 'utf8')).toBe(written);
  });

  test('a file that was written at the time of the run may change unnoticed: no outcome is kept', async () => {
    const cwd = folderWith(FILES);
    const now = () => new Date(Date.now() - 10_000);
    await replylint(['--cache', '.'], { cwd, world: { now } });
    expect((await run(cwd, '.')).read).toBeGreaterThan(0);
    expect((await run(cwd, '.')).read).toBe(0);
  });

  test.each<[string, (path: string) => void]>([
    ['cut off', (path) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, -9))],
    ['with half a line', (path) => appendFileSync(path, 'x y {"trace"')],
    [
      'changed in its last line',
      (path) => writeFileSync(path, readFileSync(path, 'utf8').replace(/blames([^\n]*\n)$/, 'praise$1')),
    ],
  ])('a cache that is %s does not change the report', async (_, damage) => {
    const cwd = folderWith(FILES);
    const first = await run(cwd, '.');
    damage(join(cwd, CACHE));
    expect((await run(cwd, '.')).out).toBe(first.out);
    expect((await run(cwd, '.')).out).toBe(first.out);
    expect(await run(cwd, '.')).toEqual({ ...first, read: 0 });
  });

  test('the cache does not grow with the number of runs', async () => {
    const cwd = folderWith(FILES);
    await run(cwd, '.');
    const { size } = statSync(join(cwd, CACHE));
    appendFileSync(join(cwd, CACHE), `${'x'.repeat(1 << 20)}\n`);
    await run(cwd, 'replies');
    expect(statSync(join(cwd, CACHE)).size).toBeLessThan(2 * size);
    expect((await run(cwd, 'replies')).read).toBe(0);
  });
});
