import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

const BLAME = 'You failed to send the form.';
const macro = (id: number, ...texts: readonly string[]) => ({
  id,
  title: `Macro ${id}`,
  actions: [{ field: 'comment_value', value: texts.join('\n\n') }],
});
const exported = (macros: readonly object[], indent = 2) => JSON.stringify({ macros }, null, indent);
const FILE = 'replylint-suppressions.json';
const RULES = ['--rule', 'no-blame-shifting: error', '--no-config-lookup'];

describe('suppressions', () => {
  test('what is suppressed is not reported; what comes later is', async () => {
    const cwd = folderWith({ 'm.json': exported([macro(1, BLAME), macro(2, 'Fine.')]) });
    expect(await replylint([...RULES, '--suppress-all', 'm.json'], { cwd })).toMatchObject({
      code: 0,
      err: `replylint: ${FILE} written: 1 finding more suppressed\n`,
    });
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(
      '{\n"version": 1,\n"suppressions": [\n{"reply":"1","rule":"no-blame-shifting","words":"you failed to"}\n]\n}\n',
    );
    expect(await replylint([...RULES, 'm.json'], { cwd })).toMatchObject({ code: 0, out: '', err: '' });
    writeFileSync(join(cwd, 'm.json'), exported([macro(1, BLAME), macro(2, BLAME)]));
    const { out, code } = await replylint([...RULES, 'm.json'], { cwd });
    expect(out).toContain('Macro 2');
    expect(out).not.toContain('Macro 1');
    expect(code).toBe(1);
  });

  test('moved lines, another order and another file name change nothing', async () => {
    const cwd = folderWith({ 'm.json': exported([macro(1, BLAME), macro(2, 'Fine.', BLAME)]) });
    await replylint([...RULES, '--suppress-all', 'm.json'], { cwd });
    writeFileSync(
      join(cwd, 'renamed.json'),
      exported([macro(3, 'New.'), macro(2, 'Other.', 'Fine.', BLAME), macro(1, BLAME)], 4),
    );
    expect(await replylint([...RULES, 'renamed.json'], { cwd })).toMatchObject({ code: 0, out: '' });
  });

  test('the same words twice count twice', async () => {
    const cwd = folderWith({ 'm.json': exported([macro(1, BLAME)]) });
    await replylint([...RULES, '--suppress-all', 'm.json'], { cwd });
    writeFileSync(join(cwd, 'm.json'), exported([macro(1, BLAME, BLAME)]));
    expect((await replylint([...RULES, 'm.json'], { cwd })).code).toBe(1);
  });

  test('one rule only', async () => {
    const cwd = folderWith({ 'm.json': exported([macro(1, `${BLAME}!!`)]) });
    const both = [...RULES, '--rule', 'no-shouting: error'];
    await replylint([...both, '--suppress-rule', 'no-blame-shifting', 'm.json'], { cwd });
    const { out } = await replylint([...both, 'm.json'], { cwd });
    expect(out).toContain('no-shouting');
    expect(out).not.toContain('no-blame-shifting');
  });

  test('a result keeps what was fixed in it', async () => {
    const cwd = folderWith({ 'm.json': exported([macro(1, BLAME)]) });
    await replylint([...RULES, '--suppress-all', 'm.json'], { cwd });
    writeFileSync(join(cwd, 'm.json'), exported([macro(1, `${BLAME} It left!!!!!`)]));
    const { out } = await replylint(
      [...RULES, '--rule', 'no-shouting: error', '--fix-dry-run', '-f', 'json', 'm.json'],
      {
        cwd,
      },
    );
    const [result] = JSON.parse(out);
    expect(result.messages).toEqual([]);
    expect(result.suppressedMessages).toHaveLength(1);
    expect(result.output).toContain('It left!"');
  });

  test('a partial run never calls entries unused, a run over the reply does, and prunes them', async () => {
    const cwd = folderWith({
      'm.json': exported([macro(1, BLAME), macro(2, BLAME)]),
      'other.json': exported([macro(9, 'Fine.')]),
    });
    await replylint([...RULES, '--suppress-all', 'm.json'], { cwd });
    writeFileSync(join(cwd, 'm.json'), exported([macro(1, 'Mended.'), macro(2, BLAME)]));
    expect((await replylint([...RULES, 'other.json'], { cwd })).err).toBe('');
    expect(await replylint([...RULES, 'm.json'], { cwd })).toMatchObject({
      code: 0,
      err: `replylint: ${FILE}: 1 entry is no longer needed; --prune-suppressions takes it out\n`,
    });
    await replylint([...RULES, '--prune-suppressions', 'm.json'], { cwd });
    expect(readFileSync(join(cwd, FILE), 'utf8')).not.toContain('"reply":"1"');
    expect(await replylint([...RULES, 'm.json'], { cwd })).toMatchObject({ code: 0, err: '' });
  });

  test('two branches that add entries merge as lines', async () => {
    const cwd = folderWith({ 'm.json': exported([macro(1, BLAME), macro(2, BLAME), macro(3, BLAME)]) });
    await replylint([...RULES, '--suppress-all', 'm.json'], { cwd });
    const lines = readFileSync(join(cwd, FILE), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{"reply"'));
    expect(lines).toHaveLength(3);
    expect([...lines].sort()).toEqual(lines);
  });

  test.each([
    ['{', 'the suppressions cannot be read'],
    ['{}', 'expected a list under "suppressions"'],
    ['{"suppressions": [{"reply": "1"}]}', 'expected "reply", "rule" and "words"'],
  ])('%s is refused', async (content, error) => {
    const { err, code } = await replylint([...RULES, 'm.json'], {
      cwd: folderWith({ 'm.json': exported([macro(1, BLAME)]), [FILE]: content }),
    });
    expect(err).toContain(error);
    expect(err).toContain(FILE);
    expect(code).toBe(2);
  });

  test('a file that cannot be checked cannot be suppressed', async () => {
    const cwd = folderWith({ 'm.json': '{"macros": [{"comment_value": ' });
    expect((await replylint([...RULES, '--suppress-all', 'm.json'], { cwd })).code).toBe(2);
    expect((await replylint([...RULES, 'm.json'], { cwd })).code).toBe(2);
  });
});
