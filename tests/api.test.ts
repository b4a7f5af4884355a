import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { ConfigError, lintFiles, lintText, loadConfig, tryRule } from '../src/index.js';
import { folderWith } from './command-line.js';

const SHOUTED = 'Thanks!!\n';
const onlyShouting = { rules, override: { rules: { 'no-shouting': 'warn' as const } } };

describe('the library', () => {
  test('lints a text as if it stood in a file', async () => {
    const cwd = folderWith({ '.replylintrc.json': '{"rules": {"no-shouting": "error"}}' });
    const { results, incomplete } = await lintText(SHOUTED, 'a.md', { rules, cwd });
    expect(results[0]).toMatchObject({
      filePath: join(cwd, 'a.md'),
      errorCount: 1,
      messages: [{ ruleId: 'no-shouting', line: 1, column: 7 }],
    });
    expect(incomplete).toBe(false);
  });

  test('fixes a text without a file, and files on disk', async () => {
    const cwd = folderWith({ 'a.md': SHOUTED, '.replylintrc.json': '{"rules": {}}' });
    const { results } = await lintText(SHOUTED, 'b.md', { ...onlyShouting, cwd, fix: true });
    expect(results[0]?.output).toBe('Thanks!\n');
    await lintFiles(['a.md'], { ...onlyShouting, cwd, fix: true });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('Thanks!\n');
  });

  test('says what could not be checked, and lints the rest', async () => {
    const cwd = folderWith({ 'a.md': SHOUTED, 'broken.json': '{', '.replylintrc.json': '{"rules": {}}' });
    const { results, notices, incomplete } = await lintFiles(['a.md', 'broken.json', 'nowhere'], {
      ...onlyShouting,
      cwd,
    });
    expect(results.map(({ messages }) => messages.length)).toEqual([1, 1]);
    expect(notices).toEqual(['nowhere: no such file or folder']);
    expect(incomplete).toBe(true);
  });

  test('loads a configuration, and refuses a wrong one', async () => {
    const cwd = folderWith({ '.replylintrc.json': '{"locale": "de"}', 'b/.replylintrc.json': '{"local": "de"}' });
    expect((await loadConfig(cwd)).parts).toMatchObject([{ preset: 'recommended' }, { config: { locale: 'de' } }]);
    await expect(loadConfig(join(cwd, 'b'))).rejects.toBeInstanceOf(ConfigError);
    const wrong = `${join(cwd, 'b/.replylintrc.json')}:1:2: local: unknown key "local". Did you mean "locale"?`;
    await expect(loadConfig(join(cwd, 'b'))).rejects.toMatchObject({ name: 'ConfigError', message: wrong });
    await expect(lintText(SHOUTED, 'b/x.md', { rules, cwd })).rejects.toThrow(wrong);
  });

  test('takes one path, and says what is missing', async () => {
    const cwd = folderWith({ 'macros/a.md': SHOUTED });
    expect((await lintFiles('macros/a.md', { ...onlyShouting, cwd })).results).toHaveLength(1);
    // The functions as plain JavaScript can call them.
    const [files, text] = [lintFiles, lintText] as unknown as ((...given: unknown[]) => Promise<unknown>)[];
    await expect(files?.('macros/')).rejects.toThrow(
      'lintFiles(paths, options): options.rules is missing; for the built-in rules, use `import { rules }',
    );
    await expect(text?.(SHOUTED, 'a.md')).rejects.toThrow('lintText(text, path, options): options.rules is missing');
    await expect(text?.(SHOUTED, undefined, { rules })).rejects.toThrow('text and path must be strings');
  });

  test('today decides whether a directive has expired', async () => {
    const text = `<!-- replylint-disable-next-line until=2026-06-30 -->\n${SHOUTED}`;
    const left = async (today: string) =>
      (await lintText(text, 'a.md', { ...onlyShouting, today })).results[0]?.messages.map(({ ruleId }) => ruleId);
    expect(await left('2026-06-30')).not.toContain('no-shouting');
    expect(await left('2026-07-01')).toContain('no-shouting');
  });

  test('runs one rule on one text', async () => {
    const [rule] = rules.filter(({ id }) => id === 'no-shouting');
    if (!rule) throw new Error('gone');
    expect((await tryRule(rule, SHOUTED)).map(({ marks }) => marks)).toEqual(['!!']);
  });
});
