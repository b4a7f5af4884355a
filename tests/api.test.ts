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
  });

  test('runs one rule on one text', async () => {
    const [rule] = rules.filter(({ id }) => id === 'no-shouting');
    if (!rule) throw new Error('gone');
    expect((await tryRule(rule, SHOUTED)).map(({ marks }) => marks)).toEqual(['!!']);
  });
});
