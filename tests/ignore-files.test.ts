import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

const BAD = 'Hi [Name],\n\nyou failed to send the form.\n\nBest,\n[Your Name]\n';
const NAMES = ['a.md', 'drafts/b.md', 'drafts/keep/c.md', 'out/d.md', 'out/keep/e.md', 'sub/f.md', 'sub/out/g.md'];

/** Returns the linted files of a folder that contains all of `NAMES` and these ignore files. */
async function linted(
  files: Readonly<Record<string, string>>,
  { args = ['.'], below = '' }: { args?: readonly string[]; below?: string } = {},
): Promise<{ files: string[]; err: string; code: number | null }> {
  const cwd = folderWith({ ...Object.fromEntries(NAMES.map((name) => [name, BAD])), ...files });
  const { out, err, code } = await replylint(['-f', 'json', '--no-config-lookup', ...args], { cwd: join(cwd, below) });
  const results = out === '' ? [] : (JSON.parse(out) as { filePath: string; messages: unknown[] }[]);
  return { files: results.map(({ filePath }) => filePath.slice(cwd.length + 1)), err, code };
}

const without = (...left: string[]) => NAMES.filter((name) => !left.some((one) => name.startsWith(one)));

describe('ignore files', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['none', {}, NAMES],
    ['Git’s', { '.gitignore': 'out\n' }, without('out/', 'sub/out/')],
    ['the linter’s own', { '.replylintignore': '# drafts of ours\ndrafts/\n' }, without('drafts/')],
    ['both', { '.gitignore': '/out/\n', '.replylintignore': 'drafts\n' }, without('out/', 'drafts/')],
    ['a byte order mark, CRLF', { '.gitignore': '\ufeffdrafts/\r\n/out/\r\n' }, without('drafts/', 'out/')],
    ['anchored to its folder', { 'sub/.gitignore': '/out\n' }, without('sub/out/')],
    ['a nested one does not reach upward', { 'sub/.gitignore': 'a.md\n*.md\n' }, without('sub/')],
    ['a nearer file takes back', { '.gitignore': '*.md\n', 'drafts/.gitignore': '!b.md\n' }, ['drafts/b.md']],
    ['a nearer file takes a folder back', { '.gitignore': 'out/\n', 'sub/.gitignore': '!out\n' }, without('out/')],
    ['the linter’s own takes back', { '.gitignore': 'out\n', '.replylintignore': '!/out\n' }, without('sub/out/')],
    ['nothing below a folder can be taken back', { '.gitignore': 'drafts/\n!drafts/keep/c.md\n' }, without('drafts/')],
    ['case counts', { '.gitignore': 'OUT\n' }, NAMES],
    ['a pattern with folders', { '.gitignore': '**/keep/*.md\n' }, without('drafts/keep/', 'out/keep/')],
  ])('%s', async (_, files, expected) => {
    expect((await linted(files)).files).toEqual(expected);
  });

  test('--no-ignore heeds neither them nor what the configuration ignores, but the command line’s own patterns', async () => {
    const files = {
      '.gitignore': 'out\n',
      '.replylintignore': 'drafts\n',
      '.rc.json': '{"extends": "replylint:recommended", "ignores": ["sub"]}',
    };
    expect((await linted(files, { args: ['-c', '.rc.json', '.'] })).files).toEqual(['a.md']);
    expect((await linted(files, { args: ['-c', '.rc.json', '--no-ignore', '.'] })).files).toEqual(NAMES);
    expect(
      (await linted(files, { args: ['-c', '.rc.json', '--no-ignore', '--ignore-pattern', 'out', '.'] })).files,
    ).toEqual(without('out/'));
  });

  test('a named file is not linted either, which is said', async () => {
    const files = { '.gitignore': 'out\n', 'sub/.replylintignore': 'f.*\n' };
    expect(await linted(files, { args: ['out/keep/e.md', 'sub/f.md'] })).toEqual({
      files: [],
      err: 'replylint: out/keep/e.md: ignored by .gitignore; use --no-ignore to lint it\nreplylint: sub/f.md: ignored by sub/.replylintignore; use --no-ignore to lint it\n',
      code: 0,
    });
    expect(await linted(files, { args: ['out/d.md', 'a.md', '--no-warn-ignored'] })).toEqual({
      files: ['a.md'],
      err: '',
      code: 1,
    });
    expect((await linted(files, { args: ['--no-ignore', 'out/d.md'] })).files).toEqual(['out/d.md']);
  });

  test('a named folder that is ignored is nothing to lint, which is no success', async () => {
    expect(await linted({ '.gitignore': 'out\n' }, { args: ['out'] })).toEqual({
      files: [],
      err: 'replylint: out: ignored by .gitignore; use --no-ignore to lint it\n',
      code: 2,
    });
    expect(await linted({ '.gitignore': '/out\n' }, { args: ['out/keep', 'a.md'] })).toMatchObject({
      files: ['a.md'],
      code: 2,
    });
    expect((await linted({ '.gitignore': 'out\n' }, { args: ['sub/**'] })).files).toEqual(['sub/f.md']);
  });

  test('those further up hold in a subfolder, up to the repository’s root', async () => {
    expect((await linted({ '.gitignore': 'sub/f.md\n' }, { below: 'sub' })).files).toEqual(['sub/out/g.md']);
    const files = { '.gitignore': 'f.md\n', '.replylintignore': 'g.md\n', 'sub/.git/HEAD': '' };
    expect((await linted(files, { below: 'sub' })).files).toEqual(['sub/f.md', 'sub/out/g.md']);
    // If the walk starts outside of the inner repository, only Git's rules end at its boundary.
    expect((await linted(files)).files).toEqual(without('sub/out/'));
  });

  test('a link is no ignore file, a folder of that name neither', async () => {
    const cwd = folderWith({ 'a.md': BAD, patterns: 'a.md\n' });
    symlinkSync('patterns', join(cwd, '.gitignore'));
    mkdirSync(join(cwd, '.replylintignore'));
    writeFileSync(join(cwd, '.replylintignore', 'x'), 'a.md\n');
    const { out, err } = await replylint(['--no-config-lookup', '.'], { cwd });
    expect(out).toContain('a.md');
    expect(err).toBe('');
  });

  test('--debug names what is left out, and by which file; list heeds them, too', async () => {
    const cwd = folderWith({ 'a.md': BAD, 'out/d.md': BAD, '.gitignore': 'out/\n' });
    expect((await replylint(['--debug', '.'], { cwd })).err).toContain('replylint: out: ignored by .gitignore\n');
    expect((await replylint(['list', '.'], { cwd })).out).not.toContain('out/d.md');
    expect((await replylint(['list', '--no-ignore', '.'], { cwd })).out).toContain('out/d.md');
  });
});
