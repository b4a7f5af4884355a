import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { createSession, nodeFileSystem } from '../src/lint/index.js';
import { folderWith, replylint } from './command-line.js';

const BARE =
  'The warranty covers faults in material and workmanship for two years from the day you bought the lamp. It does not cover wear and tear.';
const ASKED = `Thank you for asking us about it. ${BARE} Let us know if you have any questions.`;
const LETTER = 'Hi {{name}},\n\nyour refund is on its way and should arrive by Friday.\n\nBest,\n{{agent.name}}\n';
const FRAGMENT = 'The lamp is made of oak and brass.';

const DOCUMENT = { '.replylintrc.json': '{"rules": {}}' };

/** A folder whose files hold one reply each: the bare text, and others of a kind. */
const folderOf = (others: string, count = 9) =>
  Object.fromEntries([
    ['replies/m.md', `${BARE}\n`],
    ...Array.from({ length: count }, (_, index) => [`replies/${index}.md`, others]),
  ]);
const macros = (bodies: readonly string[]) =>
  JSON.stringify({
    macros: bodies.map((body, id) => ({
      id,
      title: `Macro ${id}`,
      active: true,
      actions: [{ field: 'comment_value', value: body }],
    })),
  });

interface Row {
  readonly id: string;
  readonly file: string;
  readonly form: string;
  readonly text: string;
  readonly reasons: readonly string[];
}

async function listed(cwd: string, ...args: string[]): Promise<readonly Row[]> {
  return JSON.parse((await replylint(['list', '-f', 'json', ...args], { cwd })).out);
}

/** What the bare text is taken for. */
async function formIn(files: Record<string, string>, ...args: string[]): Promise<string | undefined> {
  const rows = await listed(folderWith({ ...DOCUMENT, ...files }), ...args);
  return rows.find(({ text }) => text.includes('The warranty'))?.form;
}

describe('a text without greeting and farewell is what its library makes it', () => {
  test.each<[string, Record<string, string>, string]>([
    ['among letters in a folder', folderOf(LETTER), 'full'],
    ['among letters in a file', { 'macros.json': macros([BARE, ...Array(9).fill(LETTER)]) }, 'full'],
    [
      'among a few letters',
      { 'macros.json': macros([BARE, ...Array(5).fill(LETTER), ...Array(4).fill(BARE)]) },
      'chat',
    ],
    ['among texts like it', { 'macros.json': macros(Array(10).fill(BARE)) }, 'full'],
    ['alone', { 'macros.json': macros([BARE]) }, 'chat'],
    [
      'beside another library',
      { 'macros.json': macros(Array(9).fill(LETTER)), 'm.json': macros([BARE, BARE]) },
      'chat',
    ],
  ])('%s', async (_, files, form) => {
    expect(await formIn(files, '.')).toBe(form);
  });

  test('sections are among those of the other files of their folder', async () => {
    const page = (text: string) =>
      `# Macros\n\n${[1, 2, 3, 4, 5, 6].map((n) => `## Case ${n}\n\n${text.trimEnd()}\n`).join('\n')}`;
    const letters = { 'macros/a.md': page(LETTER), 'macros/b.md': page(LETTER) };
    expect(await formIn({ 'macros/c.md': page(ASKED) }, '.')).toBe('full');
    expect(await formIn({ 'macros/c.md': page(ASKED), ...letters }, '.')).toBe('chat');
  });

  test('which is said', async () => {
    const rows = await listed(folderWith({ ...DOCUMENT, ...folderOf(LETTER) }), '.');
    const reasons = rows.find(({ text }) => text.includes('The warranty'))?.reasons;
    expect(reasons?.[0]).toBe(
      'form full: 25 words without greeting or farewell, where 9 of 10 replies beside it greet or sign off',
    );
  });
});

describe('the same in every run', () => {
  const rule = ['--rule', 'greeting: error', '-f', 'json'];
  const found = async (cwd: string, ...args: string[]) => {
    const { out, err, code } = await replylint([...rule, ...args], { cwd });
    return { out, err, code };
  };

  test('one file by its name, or the whole folder', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER) });
    const whole: { filePath: string }[] = JSON.parse((await found(cwd, 'replies')).out);
    const alone = JSON.parse((await found(cwd, 'replies/m.md')).out);
    expect(alone).toEqual(whole.filter(({ filePath }) => filePath.endsWith('m.md')));
    expect(alone[0].messages).toHaveLength(1);
  });

  test('a library beside it changes nothing', async () => {
    const files = { ...DOCUMENT, ...folderOf(LETTER) };
    const before = await found(folderWith(files), 'replies/m.md');
    const after = await found(folderWith({ ...files, 'replies/z.json': macros(Array(30).fill(BARE)) }), 'replies/m.md');
    expect(withoutFolder(after.out)).toEqual(withoutFolder(before.out));
  });

  test('the order of the arguments changes nothing', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER), 'other/b.json': macros(Array(6).fill(BARE)) });
    const byFile = (out: string) =>
      (JSON.parse(out) as { filePath: string }[]).sort((a, b) => (a.filePath < b.filePath ? -1 : 1));
    const one = await found(cwd, 'other', 'replies');
    const other = await found(cwd, 'replies/m.md', 'replies', 'other');
    expect(byFile(other.out)).toEqual(byFile(one.out));
  });

  test('in threads', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER, 150) });
    expect(await found(cwd, '--concurrency', '2', 'replies')).toEqual(await found(cwd, 'replies'));
  });

  test('a reply from standard input stands alone', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER) });
    const { out } = await replylint([...rule, '--stdin', '--stdin-filename', 'replies/m.md'], { cwd, input: BARE });
    expect(JSON.parse(out)[0].messages).toEqual([]);
  });

  test('from the cache, until a file beside it changes what the library does', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER) });
    const run = async () => await found(cwd, '--cache', 'replies');
    const first = await run();
    expect(JSON.parse(first.out).flatMap(({ messages }: { messages: unknown[] }) => messages)).toHaveLength(1);
    expect(await run()).toEqual(first);
    for (const name of [0, 1, 2, 3]) writeFileSync(join(cwd, `replies/${name}.md`), `${FRAGMENT} ${BARE}\n`);
    const changed = await run();
    expect(changed).toEqual(await found(cwd, 'replies'));
    expect(JSON.parse(changed.out).flatMap(({ messages }: { messages: unknown[] }) => messages)).toEqual([]);
    for (const name of [0, 1, 2, 3]) rmSync(join(cwd, `replies/${name}.md`));
    expect(await run()).toEqual(await found(cwd, 'replies'));
  });

  test.each([
    ['letters first', [...Array(190).fill(LETTER), ...Array(200).fill(BARE)]],
    ['bare texts first', [...Array(100).fill(BARE), ...Array(300).fill(LETTER)]],
  ])('a file that is read in parts, decided on its first 200 replies: %s', async (_, bodies) => {
    const cwd = folderWith({
      ...DOCUMENT,
      'sent.ndjson': bodies.map((body, id) => `${JSON.stringify({ id, body })}\n`).join(''),
    });
    const run = async (longFrom: number) => {
      const session = createSession({
        fs: nodeFileSystem,
        cwd,
        rules,
        config: { lookup: true },
        today: '2026-01-01',
        longFrom,
      });
      const [result] = (await session.lint(['sent.ndjson'])).results.whole();
      return result?.messages;
    };
    expect(await run(400)).toEqual(await run(1e9));
  });
});

function withoutFolder(out: string): unknown {
  return JSON.parse(out).map(({ filePath: _, ...result }: { filePath: string }) => result);
}
