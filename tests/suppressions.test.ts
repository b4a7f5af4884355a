import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
      err: `replylint: ${FILE} written: 1 more finding suppressed\n`,
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
      err: `replylint: ${FILE}: 1 unused suppression; remove it with --prune-suppressions\n`,
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
    ['{}', 'expected an array under "suppressions"'],
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

describe('where the suppressions file is', () => {
  const LETTER = `Hi there,\n\n${BLAME}\n`;
  const ARGS = ['-f', 'compact', '--rule', 'greeting: off'];
  const blamed = async (cwd: string, ...args: string[]) => {
    const { out, err, code } = await replylint([...ARGS, ...args], { cwd });
    return { blamed: out.match(/blames the customer/g)?.length ?? 0, err, code };
  };
  const NONE = { blamed: 0, err: '', code: 0 };

  test('the list at the root counts in a folder, in a file, and from elsewhere', async () => {
    const cwd = folderWith({ 'support/macros/a.md': LETTER, 'empty/.keep': '' });
    await replylint([...ARGS, '--suppress-all', '.'], { cwd });
    expect(await blamed(join(cwd, 'support'), '.')).toEqual(NONE);
    expect(await blamed(join(cwd, 'support/macros'), 'a.md')).toEqual(NONE);
    expect(await blamed(join(cwd, 'empty'), join(cwd, 'support'))).toEqual(NONE);
    expect(await blamed('/', join(cwd, 'support'))).toEqual(NONE);
    expect(await blamed(cwd, '--no-suppressions', '.')).toEqual({ blamed: 1, err: '', code: 1 });
  });

  test('more is written to the list that is there; the nearest one counts', async () => {
    const cwd = folderWith({ 'a/x.md': LETTER, 'b/y.md': LETTER });
    await replylint([...ARGS, '--suppress-all', 'a'], { cwd });
    const { err } = await replylint([...ARGS, '--suppress-rule', 'no-blame-shifting', '.'], { cwd: join(cwd, 'b') });
    expect(err).toContain(`replylint: ${join(cwd, FILE)} written: 1 more finding suppressed\n`);
    expect(existsSync(join(cwd, 'b', FILE))).toBe(false);
    writeFileSync(join(cwd, 'b', FILE), '{"suppressions": []}');
    expect(await blamed(cwd, '.')).toMatchObject({ blamed: 1, code: 1 });
  });

  test('the configuration can name it', async () => {
    const cwd = folderWith({
      'macros/a.md': LETTER,
      '.replylintrc.json': '{"suppressions": ".ci/known.json"}',
      '.ci/.keep': '',
    });
    await replylint([...ARGS, '--suppress-all', 'macros'], { cwd });
    expect(readFileSync(join(cwd, '.ci/known.json'), 'utf8')).toContain('no-blame-shifting');
    expect(await blamed(join(cwd, 'macros'), '.')).toEqual(NONE);
  });

  test('a file that is named must exist, unless it is to be written', async () => {
    const cwd = folderWith({ 'a.md': LETTER });
    const named = ['--suppressions-location', 'typo.json'];
    expect(await blamed(cwd, ...named, 'a.md')).toEqual({
      blamed: 0,
      err: 'replylint: --suppressions-location typo.json: no such file\n',
      code: 2,
    });
    expect(await blamed(cwd, ...named, '--suppress-all', 'a.md')).toMatchObject({ blamed: 0, code: 0 });
    expect(await blamed(cwd, ...named, 'a.md')).toEqual(NONE);
  });

  test('--prune-suppressions writes no file where there is none, and none where all is needed', async () => {
    const cwd = folderWith({ 'support/a.md': LETTER });
    expect((await blamed(cwd, '--prune-suppressions', '.')).err).toContain('nothing to prune');
    expect(existsSync(join(cwd, FILE))).toBe(false);
    await replylint([...ARGS, '--suppress-all', '.'], { cwd });
    const before = readFileSync(join(cwd, FILE), 'utf8');
    expect((await blamed(join(cwd, 'support'), '--prune-suppressions', '.')).err).toContain(
      'every entry is still needed',
    );
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(before);
    expect(existsSync(join(cwd, 'support', FILE))).toBe(false);
  });

  test.each([
    ['--suppress-all'],
    ['--prune-suppressions'],
    ['--suppressions-location=x.json'],
    ['--suppress-rule=greeting'],
  ])('--no-suppressions does not go with %s', async (option) => {
    const { err, code } = await blamed(folderWith({ 'a.md': LETTER }), '--no-suppressions', option, 'a.md');
    expect(err).toMatch(/^replylint: --no-suppressions and --\S+ cannot be used together\n$/);
    expect(code).toBe(2);
  });
});

describe('a file that is renamed', () => {
  const letter = (more = '') => `Hi there,\n\n${BLAME}${more}\n`;
  const ARGS = ['-f', 'compact'];
  const suppressed = async (files: Readonly<Record<string, string>>) => {
    const cwd = folderWith(files);
    await replylint([...ARGS, '--suppress-all', '.'], { cwd });
    return cwd;
  };

  test('keeps what is suppressed in it, and pruning gives it the new name', async () => {
    const cwd = await suppressed({ 'macros/a.md': letter() });
    mkdirSync(join(cwd, 'late'));
    renameSync(join(cwd, 'macros/a.md'), join(cwd, 'late/parcel.md'));
    expect(await replylint([...ARGS, '.'], { cwd })).toMatchObject({ out: '', code: 0 });
    await replylint([...ARGS, '--prune-suppressions', '.'], { cwd });
    const list = readFileSync(join(cwd, FILE), 'utf8');
    expect(list).toContain('late/parcel.md');
    expect(list).not.toContain('macros/a.md');
    expect(await replylint([...ARGS, '.'], { cwd })).toMatchObject({ out: '', err: '', code: 0 });
  });

  test('a copy is no renamed file, and another text is another reply', async () => {
    const cwd = await suppressed({ 'macros/a.md': letter() });
    writeFileSync(join(cwd, 'macros/b.md'), letter());
    expect((await replylint([...ARGS, 'macros/b.md'], { cwd })).code).toBe(1);
    rmSync(join(cwd, 'macros/a.md'));
    writeFileSync(join(cwd, 'macros/b.md'), letter(' Please try again.'));
    expect((await replylint([...ARGS, '.'], { cwd })).code).toBe(1);
  });

  test('what one entry suppressed is suppressed once', async () => {
    const cwd = await suppressed({ 'macros/a.md': letter() });
    rmSync(join(cwd, 'macros/a.md'));
    writeFileSync(join(cwd, 'macros/b.md'), letter());
    writeFileSync(join(cwd, 'macros/c.md'), letter());
    const { out } = await replylint([...ARGS, '.'], { cwd });
    expect(out).not.toContain('b.md');
    expect(out).toContain('c.md');
  });
});
