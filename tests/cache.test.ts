import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { built } from './built.js';
import { folderWith, replylint, replylintProcess } from './command-line.js';

const BAD =
  'Hi [Name],\n\nyou failed to send the form.\n\nIs there anything else? I will write on Friday.\n\nBest,\n[Your Name]\n';
const FINE = BAD.replace('you failed to send', 'we have');
const CACHE = '.replylintcache';
const FILES = {
  'bad.md': BAD,
  'fine.md': FINE,
  'german.md':
    'Guten Tag [Name],\n\nvielen Dank für Ihre Nachricht, wir kümmern uns darum.\n\nMit freundlichen Grüßen\n[Ihr Name]\n',
  'export.json': JSON.stringify({
    macros: [{ id: 7, title: 'M', actions: [{ field: 'comment_value', value: 'You failed to pay.' }] }],
  }),
  'package.json': '{"name": "other"}',
};

/** Runs the command, and returns whether everything was cached. The cache is written only if something was not. */
async function run(cwd: string, ...args: string[]) {
  return cached(cwd, args, replylint);
}

/** Runs the command in a separate process, in which no modules are loaded yet. */
async function runProcess(cwd: string, ...args: string[]) {
  return cached(cwd, args, replylintProcess);
}

async function cached(cwd: string, args: readonly string[], start: typeof replylint | typeof replylintProcess) {
  const at = args.indexOf('--cache-location');
  const path = join(cwd, at < 0 ? CACHE : (args[at + 1] ?? ''));
  const written = () => statSync(path, { throwIfNoEntry: false })?.ino;
  const before = written();
  const { out, err, code } = await start(['--cache', ...args], { cwd });
  return { out, err, code, isCached: before !== undefined && before === written() };
}

function cacheOf(cwd: string, name = CACHE): Record<string, unknown> {
  return JSON.parse(readFileSync(join(cwd, name), 'utf8').split('\n')[1] ?? '');
}

describe('--cache', () => {
  test('a second run says the same of files that are as they were, and reads none of them', async () => {
    const cwd = folderWith(FILES);
    const plain = await replylint(['.'], { cwd });
    const first = await run(cwd, '.');
    expect(first).toMatchObject({ ...plain, isCached: false });
    expect(Object.keys(cacheOf(cwd)).sort()).toEqual(Object.keys(FILES).sort());
    for (const name of Object.keys(FILES)) utimesSync(join(cwd, name), 1, 1);
    expect(await run(cwd, '.')).toEqual({ ...first, isCached: true });
  });

  test.each(['json', 'pretty', 'sarif'])('%s is the same, byte by byte', async (format) => {
    const cwd = folderWith(FILES);
    const args = ['-f', format, '--cache', '.'];
    expect(await replylint(args, { cwd })).toEqual(await replylint(args, { cwd }));
  });

  test('only what has changed is read again', async () => {
    const cwd = folderWith(FILES);
    await run(cwd, '.');
    const before = cacheOf(cwd);
    writeFileSync(join(cwd, 'fine.md'), `${FINE}You failed to pay.\n`);
    const { out, isCached } = await run(cwd, '.');
    expect(isCached).toBe(false);
    expect(out).toContain('“You failed to” blames the customer  no');
    const after = cacheOf(cwd);
    expect(Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]))).toEqual([
      'fine.md',
    ]);
  });

  test.each<[string, string[], Record<string, string>]>([
    ['a rule on the command line', ['--rule', 'no-blame-shifting: warn'], {}],
    ['a configuration', [], { '.replylintrc.json': '{"rules": {"no-blame-shifting": "warn"}}' }],
    ['an option of a rule', ['--rule', '{"greeting": ["warn", {"accept": ["x"]}]}'], {}],
    ['--no-inline-config', ['--no-inline-config'], {}],
    ['--include-inactive', ['--include-inactive'], {}],
    [
      'what stands beside it',
      [],
      { 'readme.txt': 'x', 'a.md': '# Page\n\n## One\n\n```sh\nnpm i\n```\n', 'b.md': '# Page\n\n## One\n\nText.\n' },
    ],
  ])('%s counts', async (_, args, files) => {
    const cwd = folderWith(FILES);
    await run(cwd, '.');
    expect((await run(cwd, '.')).isCached).toBe(true);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
    const { isCached, out } = await run(cwd, ...args, '.');
    expect(isCached).toBe(false);
    expect(out).toBe((await replylint([...args, '.'], { cwd })).out);
  });

  test('what a plug-in holds counts', async () => {
    const plugin = (word: string) =>
      `import { defineAvoidanceRule } from ${JSON.stringify(built('rule.js'))};
       export const rules = [defineAvoidanceRule({ id: 'acme/word', segment: 'clarity', principle: 'P.', why: 'W.', source: 'S',
         presets: {}, phrases: { '*': { words: ['${word}'] } }, message: '~ is here', examples: { good: [], bad: [] } })];\n`;
    const cwd = folderWith({
      'a.md': BAD,
      'plugin.mjs': plugin('form'),
      '.replylintrc.json': '{"extends": [], "plugins": ["./plugin.mjs"], "rules": {"acme/word": "warn"}}',
    });
    await runProcess(cwd, 'a.md');
    expect(await runProcess(cwd, 'a.md')).toMatchObject({ isCached: true, out: expect.stringContaining('acme/word') });
    writeFileSync(join(cwd, 'plugin.mjs'), `${plugin('form')}// changed\n`);
    expect((await runProcess(cwd, 'a.md')).isCached).toBe(false);
    writeFileSync(join(cwd, 'plugin.mjs'), plugin('never said'));
    expect(await runProcess(cwd, 'a.md')).toMatchObject({ isCached: false, out: '' });
  });

  test('suppressions, --quiet, --max-warnings and findings about a library come after it', async () => {
    const text = 'Your order is on its way, and I will write to you on Friday.';
    const texts = Array.from({ length: 12 }, (_, index) => [
      `replies/${index}.md`,
      `${text} ${index}.\n\n${text}\n\nBest,\n[Your Name]\n`,
    ]);
    const cwd = folderWith({ ...FILES, ...Object.fromEntries(texts) });
    const first = await run(cwd, 'replies', 'bad.md');
    expect(first.out).toContain('12 of the 12 whole messages in replies/ never greet');
    expect(await run(cwd, 'replies', 'bad.md')).toEqual({ ...first, isCached: true });
    await run(cwd, '--suppress-all', 'replies', 'bad.md');
    expect(await run(cwd, 'replies', 'bad.md')).toMatchObject({ isCached: true, out: '', code: 0 });
    expect((await run(cwd, '--max-warnings', '0', 'replies', 'bad.md')).isCached).toBe(true);
  });

  test('a day that has passed ends a directive, from the cache, too', async () => {
    const text = (until: string) => `<!-- replylint-disable no-blame-shifting until=${until} -- old -->\n\n${BAD}`;
    const cwd = folderWith({ 'a.md': text('2999-01-01') });
    expect((await run(cwd, 'a.md')).out).not.toContain('blames');
    expect((await run(cwd, 'a.md')).isCached).toBe(true);
    // Only the keys of files with expiring directives include the date.
    expect(JSON.stringify(cacheOf(cwd))).not.toContain(new Date().toISOString().slice(0, 10));
  });

  test.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, -40)],
    ['with another text', (text) => text.replace('blames', 'praises')],
    ['of another version', (text) => text.replace(/cache \d/, 'cache 0')],
    ['without a line', () => '{{{'],
  ])('a damaged cache (%s) is not used, which is said, and written anew', async (_, damaged) => {
    const cwd = folderWith(FILES);
    const first = await run(cwd, '.');
    writeFileSync(join(cwd, CACHE), damaged(readFileSync(join(cwd, CACHE), 'utf8')));
    const notice = `replylint: ${CACHE}: the cache is damaged; rebuilding it\n`;
    expect(await run(cwd, '.')).toEqual({ ...first, err: notice + first.err, isCached: false });
    expect(await run(cwd, '.')).toEqual({ ...first, isCached: true });
  });

  test('--cache-location: a file or a folder; both can move together; nothing is left beside it', async () => {
    const cwd = folderWith(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`m/${name}`, text])));
    await run(cwd, '--cache-location', '.cache/own', 'm');
    expect(readdirSync(join(cwd, '.cache'))).toEqual(['own']);
    expect((await run(cwd, '--cache-location', '.cache/own', 'm')).isCached).toBe(true);
    await run(cwd, '--cache-location', '.folder/', 'm');
    expect(readdirSync(join(cwd, '.folder'))).toEqual([CACHE]);
    expect(existsSync(join(cwd, CACHE))).toBe(false);
    renameSync(cwd, `${cwd}-moved`);
    mkdirSync(cwd);
    const moved = await run(`${cwd}-moved`, '--cache-location', '.cache/own', 'm');
    rmSync(`${cwd}-moved`, { recursive: true });
    expect(moved.isCached).toBe(true);
  });

  test('a file that is no cache is not written over; where none can be written, that is a notice', async () => {
    const cwd = folderWith(FILES);
    expect(await run(cwd, '--cache-location', 'fine.md', 'bad.md')).toMatchObject({
      code: 2,
      err: 'replylint: fine.md: not a replylint cache; refusing to overwrite the file\n',
    });
    expect(readFileSync(join(cwd, 'fine.md'), 'utf8')).toBe(FINE);
    const { code, err } = await replylint(['--cache', '--cache-location', 'fine.md/cache', 'bad.md'], { cwd });
    expect(err).toMatch(/^replylint: .*cache: the cache cannot be written \(\w+\)\n$/);
    expect(code).toBe(1);
  });

  test('files that are gone leave it; --fix neither reads nor writes it', async () => {
    const cwd = folderWith(FILES);
    await run(cwd, 'bad.md', 'fine.md');
    rmSync(join(cwd, 'fine.md'));
    await run(cwd, 'bad.md');
    expect(Object.keys(cacheOf(cwd))).toEqual(['bad.md']);
    const before = readFileSync(join(cwd, CACHE), 'utf8');
    await run(cwd, '--fix', 'bad.md', 'german.md');
    expect(readFileSync(join(cwd, CACHE), 'utf8')).toBe(before);
  });

  test('a file that cannot be checked is said each time', async () => {
    const cwd = folderWith({ 'a.json': '{"macros": [', 'b.md': Buffer.from([0x48, 0xff, 0xfe]) });
    const first = await run(cwd, 'a.json', 'b.md');
    expect(first.code).toBe(2);
    expect(await run(cwd, 'a.json', 'b.md')).toEqual({ ...first, isCached: true });
  });
});
