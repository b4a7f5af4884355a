import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { GlobError, globTest, linearWildcard } from '../src/read/index.js';
import { linearGlob } from '../src/read/linear-glob.js';
import { folderWith, replylint } from './command-line.js';
import { cpuTimeOf } from './cpu-time.js';
import { PROPERTY, runs } from './properties.js';

describe('patterns that are matched without going back', () => {
  test.each([
    ['a/*.md', 'a/b.md', true],
    ['a/*.md', 'a/b/c.md', false],
    ['a/**', 'a/b/c.md', true],
    ['a/**', 'a', true],
    ['**/*.md', 'b.md', true],
    ['**/c/**/d', 'a/c/x/y/d', true],
    ['**/c/**/d', 'a/c/x/y/e', false],
    ['{a,b/{c,d}}/x', 'b/d/x', true],
    ['{a}/x', '{a}/x', true],
    ['[!a-c]?.md', 'dz.md', true],
    ['[!a-c]?.md', 'bz.md', false],
    ['\\*.md', '*.md', true],
    ['\\*.md', 'a.md', false],
    ['./a.md', 'a.md', true],
    ['*-*-*-*.md', 'a-b-c-d.md', true],
    ['🎉?', '🎉🎉', true],
  ])('%s and %s: %s', (pattern, path, matches) => expect(linearGlob(pattern)(path)).toBe(matches));

  test('match as picomatch does', PROPERTY, () => {
    const part = fc.constantFrom('a', 'b', '*', '?', '.', '[ab]', '{a,b}');
    const segment = fc.oneof(
      fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      fc.constant('**'),
    );
    const pattern = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
    const name = fc.stringMatching(/^[ab]{1,3}$/);
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(pattern, path, (glob, file) => {
        // Adjacent stars, and whether \`?/**\` includes the folder itself, are peculiar to picomatch.
        fc.pre(!/\*\*[^/]|[^/]\*\*|[^a-z]\/\*\*$/.test(glob));
        expect(linearGlob(glob)(file)).toBe(picomatch(glob, { dot: true })(file));
      }),
      runs(300),
    );
  });

  test.each([
    ['a title', linearWildcard(`${'*a'.repeat(30)}*b`), 'a'.repeat(3000)],
    ['a path', globTest(`${'*a'.repeat(30)}*b`), 'a'.repeat(3000)],
    ['folders', globTest(`${'**/a/'.repeat(10)}b`), 'a/'.repeat(1000)],
    ['braces', globTest('{a,aa}'.repeat(8)), `${'a'.repeat(16)}b`],
  ])('%s that almost matches costs little', (_, matches, text) => {
    expect(cpuTimeOf(() => expect(matches(text)).toBe(false))).toBeLessThan(1000);
  });

  test('what only a regular expression can match is bounded', () => {
    expect(() => globTest('*a*a*a+(b)')).toThrow(GlobError);
    expect(() => globTest('!*a*a*a*')).toThrow(GlobError);
    expect(() => globTest('{a,aa}'.repeat(40))).toThrow(GlobError);
    expect(() => linearWildcard('{a,aa}'.repeat(40))).toThrow(GlobError);
    expect(globTest('!(a)*.md')('b.md')).toBe(true);
  });
});

describe('hostile patterns', () => {
  const STARS = `${'*a'.repeat(20)}*b`;
  const LONG = `${'a'.repeat(120)}.md`;
  const letter = 'Hi there,\n\nYou failed to send the form.\n';

  test.each([
    ['ignores', { ignores: [STARS, `**/${STARS}`] }],
    ['files', { overrides: [{ files: [STARS], rules: { greeting: 'off' } }] }],
    ['titles', { overrides: [{ titles: [STARS], rules: { greeting: 'off' } }] }],
    ['files of a shape', { files: [{ glob: STARS, body: '$' }] }],
  ])('in `%s` cost little', async (_, config) => {
    const text = `---\ntitle: ${'a'.repeat(5000)}\n---\n${letter}`;
    const cwd = folderWith({ [LONG]: text, '.replylintrc.json': JSON.stringify(config) });
    const before = process.cpuUsage();
    const { out } = await replylint(['-f', 'compact', '.'], { cwd });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
    expect(out).toContain('no-blame-shifting');
  });

  test('in an ignore file are refused, with the line', async () => {
    const cwd = folderWith({ [LONG]: letter, '.gitignore': `# a\n${STARS}\n` });
    const { out, err, code } = await replylint(['-f', 'compact', '.'], { cwd });
    expect(err).toContain('.gitignore: too many wildcards in line 2');
    expect(out).toContain('no-blame-shifting');
    expect(code).toBe(2);
  });

  test('that cannot be bounded are an error with its place', async () => {
    const cwd = folderWith({ 'a.md': letter, '.replylintrc.json': '{"ignores": ["*a*a*a+(b)"]}' });
    const { err, code } = await replylint(['a.md'], { cwd });
    expect(err).toMatch(
      /^replylint: \.replylintrc\.json:1:14: ignores › item 1: "\*a\*a\*a\+\(b\)": too many wildcards/,
    );
    expect(code).toBe(2);
  });

  test('titles are matched with upper and lower case, slashes and alternatives', async () => {
    const cwd = folderWith({
      'a.md': `---\ntitle: Refund/Late\n---\n${letter}`,
      '.replylintrc.json': '{"overrides": [{"titles": "refund*{late,early}", "rules": {"no-blame-shifting": "off"}}]}',
    });
    expect((await replylint(['-f', 'compact', 'a.md'], { cwd })).out).not.toContain('no-blame-shifting');
  });
});
