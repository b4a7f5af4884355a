import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

const BAD = 'Hi [Name],\n\nyou failed to send the form.\n\nBest,\n[Your Name]\n';

/** A hostile tree, in which every code file writes `ran` next to itself if it is run. */
const CODE = "import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('./ran', import.meta.url), '');\n";
const HOSTILE = {
  'replies/bad.md': BAD,
  'replylint.config.mjs': `${CODE}export default { rules: {} };\n`,
  'replies/.replylintrc.json': '{"extends": [], "ignores": ["**"]}',
  'replies/.replylintignore': '*\n',
  '.gitignore': '*\n',
  'package.json': '{"type": "module", "replylint": {"plugins": ["./plugin.js"]}}',
  'plugin.js': `${CODE}export const rules = [];\n`,
  'formatter.js': `${CODE}export default () => '';\n`,
  'replylint-suppressions.json':
    '{"suppressions": [{"reply": "replies/bad.md", "rule": "no-blame-shifting", "words": "you failed to"}]}',
  'with-plugin.json': '{"extends": "replylint:recommended", "plugins": ["./plugin.js"]}',
  'extends-code.json': '{"extends": ["./replylint.config.mjs"]}',
};

function hostile(): { cwd: string; outside: string } {
  const outside = folderWith({ 'secret.md': 'You failed to keep the secret.\n', 'deep/secret.md': BAD, empty: '' });
  const cwd = folderWith(HOSTILE);
  symlinkSync(join(outside, 'secret.md'), join(cwd, 'replies', 'link.md'));
  symlinkSync(join(outside, 'deep'), join(cwd, 'replies', 'folder'));
  symlinkSync('bad.md', join(cwd, 'replies', 'inside.md'));
  return { cwd, outside };
}

describe('--untrusted', () => {
  test('nothing in the tree decides what is found, and nothing of it runs', async () => {
    const { cwd } = hostile();
    const { out, err, code } = await replylint(['--untrusted', '.'], { cwd });
    expect(out).toContain('“you failed to” blames the customer');
    expect(out).not.toContain('secret');
    expect(err).toBe(
      'replylint: skipped 6 files: 2 contain other data, 1 is code, 3 are links or not regular files; `replylint list --skipped` shows them\n' +
        'replylint: replylint-suppressions.json: not read with --untrusted; use --suppressions-location to read it\n',
    );
    expect(code).toBe(1);
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
    // Without the option, everything happens that the option prevents.
    expect((await replylint(['--no-ignore', '.'], { cwd })).out).not.toContain('blames');
    expect(existsSync(join(cwd, 'ran'))).toBe(true);
  });

  test('a configuration that is named holds, its ignores and suppressions that are named, too', async () => {
    const { cwd } = hostile();
    writeFileSync(join(cwd, '.mine.json'), '{"rules": {"no-blame-shifting": "warn"}}');
    const { out, code } = await replylint(['--untrusted', '-c', '.mine.json', '.'], { cwd });
    expect(out).toMatch(/warning.*no-blame-shifting/);
    expect(code).toBe(0);
    writeFileSync(join(cwd, '.mine.json'), '{"extends": "replylint:recommended", "ignores": ["replies/bad.md"]}');
    expect(await replylint(['--untrusted', '-c', '.mine.json', 'replies/bad.md'], { cwd })).toMatchObject({
      code: 0,
      out: '',
    });
    const named = ['--suppressions-location', 'replylint-suppressions.json'];
    expect((await replylint(['--untrusted', ...named, '.'], { cwd })).out).not.toContain('blames');
  });

  test.each([
    ['a configuration that is code', ['-c', 'replylint.config.mjs'], 'are not allowed with --untrusted'],
    ['one that extends code', ['-c', 'extends-code.json'], 'are not allowed with --untrusted'],
    ['a plug-in', ['-c', 'with-plugin.json'], 'plug-ins are not allowed with --untrusted'],
    ['a formatter', ['-f', './formatter.js'], 'this command does not load formatters'],
    ['a formatter to a file', ['-o', './formatter.js:out'], 'this command does not load formatters'],
    ['--fix', ['--fix'], '--fix cannot be used with --untrusted'],
    ['--cache', ['--cache'], '--cache cannot be used with --untrusted'],
    ['--suppress-all', ['--suppress-all'], '--suppress-all cannot be used with --untrusted'],
    ['--prune-suppressions', ['--prune-suppressions'], '--prune-suppressions cannot be used with --untrusted'],
  ])('%s is refused', async (_, args, says) => {
    const { cwd } = hostile();
    const { out, err, code } = await replylint(['--untrusted', ...args, '.'], { cwd });
    expect(err).toContain(says);
    expect(out).toBe('');
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
    expect(readFileSync(join(cwd, 'replies', 'bad.md'), 'utf8')).toBe(BAD);
  });

  test.each([['replies/link.md'], ['replies/folder'], ['replies/folder/secret.md'], ['replies/folder/*.md']])(
    '%s leads out: not checked, and nothing of it is shown',
    async (path) => {
      const { cwd } = hostile();
      const { out, code } = await replylint(['--untrusted', path, 'replies/bad.md'], { cwd });
      expect(out).toContain('Not checked: a symbolic link points outside the checkout');
      expect(out).not.toMatch(/keep the secret|\/deep\//);
      expect(out).toContain('blames the customer');
      expect(code).toBe(2);
      const listed = await replylint(['list', '--untrusted', path], { cwd });
      expect(listed.err).toContain('a symbolic link points outside the checkout');
      expect(listed.code).toBe(2);
    },
  );

  test('a link that stays inside is followed where it is named', async () => {
    const { cwd } = hostile();
    expect((await replylint(['--untrusted', 'replies/inside.md'], { cwd })).out).toContain('blames the customer');
  });

  test('a report is not written through a link that leads out', async () => {
    const { cwd, outside } = hostile();
    symlinkSync(join(outside, 'empty'), join(cwd, 'out.json'));
    symlinkSync(join(outside, 'not-there'), join(cwd, 'new.json'));
    mkdirSync(join(cwd, 'inside'));
    symlinkSync(outside, join(cwd, 'reports'));
    for (const path of ['out.json', 'new.json', 'reports/x.json', 'reports/new/x.json']) {
      const { err, code } = await replylint(['--untrusted', '-o', path, '.'], { cwd });
      expect(err).toContain(`-o ${path}: a symbolic link points outside the checkout`);
      expect(code).toBe(2);
    }
    expect(existsSync(join(outside, 'not-there'))).toBe(false);
    expect(existsSync(join(outside, 'new'))).toBe(false);
    expect((await replylint(['--untrusted', '-f', 'json', '-o', 'inside/x.json', '.'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'inside', 'x.json'), 'utf8')).toContain('no-blame-shifting');
  });
});
