import { describe, expect, test } from 'vitest';
import { SourceFile } from '../src/model/source-file.js';
import { read } from '../src/read/index.js';
import { folderWith, replylint } from './command-line.js';

const BLAME = 'You failed to send the form.';

/** Measures the CPU time of a run in milliseconds. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1000;
}

const reading = (path: string, text: string) => read(new SourceFile(path, text), path, { named: true });

describe('reading costs in proportion to the text', () => {
  const SHAPES: readonly (readonly [string, string, (count: number) => string])[] = [
    [
      'a macro of many actions',
      'm.json',
      (count) => {
        const action = { field: 'comment_value', value: 'Hello there' };
        return JSON.stringify({ macros: [{ title: 'x', actions: Array.from({ length: count }, () => action) }] });
      },
    ],
    ['blanks behind a label', 'a.md', (count) => `Hi there,\n\n**Label**${' '.repeat(count * 10)}x\n`],
  ];

  test.each(SHAPES)('%s', async (_, path, text) => {
    await cost(() => reading(path, text(100)));
    const few = await cost(() => reading(path, text(1000)));
    expect(await cost(() => reading(path, text(8000)))).toBeLessThan(few * 24 + 300);
  });
});

describe('checking costs in proportion to the text', () => {
  const letter = (text: string) => `Hi Kim,\n\nThank you for your order. ${text} end\n\nBest,\nSam\n`;
  const SHAPES: readonly (readonly [string, string, number])[] = [
    ['$1', 'a.md', 6_000],
    ['%1$s', 'a.md', 6_000],
    ['a@b.c ', 'a.md', 4_000],
    ['Mail a@b.c. ', 'a.md', 6_000],
    ['a😀', 'a.md', 40_000],
    ['[Name] ', 'a.md', 40_000],
    ['=\n', 'a.md', 20_000],
    ['---\n', 'a.txt', 40_000],
    ['~~~\r', 'a.md', 20_000],
    ['```\n~~~~\n', 'a.md', 4_000],
    ['<!--', 'a.md', 10_000],
    ['{%raw%}', 'a.txt', 20_000],
    ['\n', 'a.txt', 100_000],
    ['\u2028a', 'a.txt', 40_000],
  ];

  test.each(SHAPES)('%j in %s', async (text, path, count) => {
    const run = (times: number) =>
      replylint(['-f', 'compact', path], { cwd: folderWith({ [path]: letter(text.repeat(times)) }) });
    await cost(() => run(count / 8));
    const few = await cost(() => run(count / 8));
    expect(await cost(() => run(count))).toBeLessThan(few * 24 + 300);
  });

  test('a title', async () => {
    const run = (count: number) => {
      const macro = (id: number) => ({
        title: `a${' '.repeat(count)}${id}`,
        actions: [{ field: 'comment_value', value: letter('It costs €5.') }],
      });
      const text = JSON.stringify({ macros: [macro(1), macro(2), macro(3)] });
      return replylint(['-f', 'compact', 'm.json'], { cwd: folderWith({ 'm.json': text }) });
    };
    await cost(() => run(5_000));
    const few = await cost(() => run(5_000));
    expect(await cost(() => run(40_000))).toBeLessThan(few * 24 + 300);
  });

  test('a file can have any number of problems', async () => {
    const { out, code } = await replylint(['-f', 'compact', 'a.txt'], {
      cwd: folderWith({ 'a.txt': letter('{{a'.repeat(150_000)) }),
    });
    expect(out).toContain('150001 problems');
    expect(code).toBe(1);
  });
});

describe('aliases of YAML', () => {
  const entry = (text: string) => `&a\n    title: x\n    actions: [{field: comment_value, value: "${text}"}]\n`;

  test('an entry that is repeated is one reply', async () => {
    const cwd = folderWith({ 'm.yaml': `macros:\n  - ${entry(BLAME)}${'  - *a\n'.repeat(3000)}` });
    const { out, code } = await replylint(['-f', 'compact', 'm.yaml'], { cwd });
    expect(out.match(/no-blame-shifting/g)).toHaveLength(1);
    expect(code).toBe(1);
  });

  test('a text under many titles is a reply each, up to a limit with a name', async () => {
    const others = (count: number) =>
      Array.from(
        { length: count },
        (_, nth) => `  - title: t${nth}\n    actions: [{field: comment_value, value: *t}]\n`,
      ).join('');
    const file = (text: string, count: number) =>
      `macros:\n  - title: x\n    actions: [{field: comment_value, value: &t "${text}"}]\n${others(count)}`;
    const few = await reading('m.yaml', file(BLAME, 5));
    expect([few.replies.length, few.problems]).toEqual([6, []]);
    const many = await reading('m.yaml', file(BLAME.repeat(1000), 3000));
    expect(many.replies.length).toBeLessThan(300);
    expect(many.problems).toMatchObject([{ fatal: true, message: expect.stringContaining('its aliases expand it') }]);
  });
});
