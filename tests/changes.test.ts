import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { folderWith, newFolder, type Ran, replylint, replylintProcess, type WhenDone } from './command-line.js';

const RULES = ['--no-config-lookup', '-f', 'json', '--rule', '{"greeting": "off", "no-near-duplicates": "off"}'];
const BLAME = 'You failed to send the form.';
const FINE = 'Your order is on its way, and I will write to you on Friday.';

const EMPTY = newFolder(afterAll);
git(EMPTY, 'init', '--quiet', '--initial-branch=main', '--template=');
const CONFIG =
  '[core]\n\tautocrlf = false\n[user]\n\tname = A\n\temail = a@example.org\n[maintenance]\n\tauto = false\n';
writeFileSync(join(EMPTY, '.git/config'), CONFIG, { flag: 'a' });

/** Creates a repository with these files in a single commit. */
function repositoryWith(files: Readonly<Record<string, string | Buffer>>, whenDone: WhenDone = onTestFinished): string {
  const cwd = newFolder(whenDone);
  cpSync(EMPTY, cwd, { recursive: true });
  write(cwd, files);
  commit(cwd);
  return cwd;
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function commit(cwd: string): void {
  const line = `git add --all && git commit --quiet --allow-empty -m ${Math.random()}`;
  execFileSync('sh', ['-c', line], { cwd, stdio: 'ignore' });
}

function write(cwd: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
}

/** Returns the replies with findings, in report order. */
async function found(cwd: string, args: readonly string[], below = '.') {
  const { out, err, code } = await replylint([...RULES, ...args], { cwd: join(cwd, below) });
  return { replies: repliesIn(out), err, code };
}

/** Returns the replies in a JSON report, for all files or for one. */
function repliesIn(report: string, path = ''): string[] {
  const results = (report === '' ? [] : JSON.parse(report)) as readonly {
    filePath: string;
    messages: readonly { reply?: { id: string }; message: string }[];
  }[];
  const messages = results.flatMap((result) => (result.filePath.endsWith(path) ? result.messages : []));
  return [...new Set(messages.map(({ reply, message }) => reply?.id ?? message))];
}

/** Returns a text that every format recognizes as a reply. */
const reply = (text: string, more = '') =>
  `Hi [Name],\n${text} I will check it for you and write on Friday.\nKind regards,\nSam${more}`;

type Entry = readonly [id: number, text: string];
const json = (entries: readonly Entry[], indent = 2) =>
  JSON.stringify(
    {
      macros: entries.map(([id, value]) => ({
        id,
        title: `Macro ${id}`,
        actions: [{ field: 'comment_value', value }],
      })),
    },
    null,
    indent,
  );
const ndjson = (entries: readonly Entry[]) =>
  entries.map(([id, text]) => `${JSON.stringify({ id, title: `M ${id}`, reply: text })}\n`).join('');
const csv = (entries: readonly Entry[]) =>
  `id,title,body,locale\n${entries.map(([id, text]) => `${id},M ${id},"${text}",en\n`).join('')}`;
const yaml = (entries: readonly Entry[]) =>
  entries
    .map(([id, text]) => `- id: "${id}"\n  title: M ${id}\n  body: |\n    ${text.replaceAll('\n', '\n    ')}\n`)
    .join('');
const markdown = (entries: readonly Entry[]) =>
  `# Replies\n\n${entries.map(([id, text]) => `## M ${id}\n\n> ${text.replaceAll('\n', '\n> ')}\n\n`).join('')}`;

const OLD: readonly Entry[] = [
  [1, reply(BLAME)],
  [2, reply(BLAME)],
  [3, reply(BLAME)],
];

const FORMATS = [
  ['macros.json', json, ''],
  ['macros.ndjson', ndjson, ''],
  ['replies.csv', csv, ''],
  ['replies.yaml', yaml, ''],
  ['replies.md', markdown, 'replies.md#m-'],
] as const;

const NEW = reply(`Hello. ${BLAME}`);
const [ONE, TWO, THREE] = OLD as readonly [Entry, Entry, Entry];

const CHANGES: readonly (readonly [string, readonly Entry[], readonly number[]])[] = [
  ['nothing', OLD, []],
  ['one text', [ONE, [2, NEW], THREE], [2]],
  ['the first', [[1, NEW], TWO, THREE], [1]],
  ['the last', [ONE, TWO, [3, NEW]], [3]],
  ['the last line of one', [ONE, [2, reply(BLAME, '!')], THREE], [2]],
  ['two', [[1, NEW], TWO, [3, NEW]], [1, 3]],
  ['one more at the end', [...OLD, [4, NEW]], [4]],
  ['one more at the beginning', [[4, NEW], ...OLD], [4]],
  ['one more between', [ONE, [4, NEW], TWO, THREE], [4]],
];

describe('--since', () => {
  // These tests share one repository and one run because Git is slow to start.
  describe('of the entries of a file', () => {
    const cases = FORMATS.flatMap(([name, format, prefix]) =>
      CHANGES.map(([change, entries, ids]) => ({ path: `${change}/${name}`, format, prefix, change, entries, ids })),
    );
    const cwd = repositoryWith(Object.fromEntries(cases.map(({ path, format }) => [path, format(OLD)])), afterAll);
    let ran: Ran;

    beforeAll(async () => {
      write(cwd, Object.fromEntries(cases.map(({ path, format, entries }) => [path, format(entries)])));
      ran = await replylint([...RULES, '--since', 'HEAD', ...cases.map(({ path }) => path)], { cwd });
    });

    test.each(cases)('$path', ({ path, change, prefix, ids }) => {
      const below = prefix === '' ? '' : `${change}/${prefix}`;
      expect(repliesIn(ran.out, path).sort()).toEqual(ids.map((id) => `${below}${id}`));
      expect(ran.err).toBe('');
    });
  });

  test.each(FORMATS.slice(0, 2))('%s: an entry that is taken out is no change of the others', async (name, format) => {
    const cwd = repositoryWith({ [name]: format(OLD) });
    write(cwd, { [name]: format([ONE, THREE]) });
    expect(await found(cwd, ['--since', 'HEAD', name])).toEqual({ replies: [], err: '', code: 0 });
  });

  test('lines that are taken out count for the text that they were in', async () => {
    const old = [[1, reply(BLAME, '\nThank you.')], TWO, THREE] as const;
    const cwd = repositoryWith({ 'replies.md': markdown(old), 'replies.yaml': yaml(old) });
    write(cwd, { 'replies.md': markdown(OLD) });
    expect((await found(cwd, ['--since', 'HEAD', '.'])).replies).toEqual(['replies.md#m-1']);
    git(cwd, 'checkout', '--quiet', '.');
    write(cwd, { 'replies.yaml': yaml(OLD) });
    expect((await found(cwd, ['--since', 'HEAD', '.'])).replies).toEqual(['1']);
  });

  test('against the commit in common with another branch; committed, staged, changed and new files', async () => {
    const cwd = repositoryWith({ 'a.md': BLAME, 'b.md': FINE, 'c.md': FINE, 'd.md': FINE });
    git(cwd, 'checkout', '--quiet', '-b', 'work');
    write(cwd, { 'b.md': BLAME });
    commit(cwd);
    git(cwd, 'checkout', '--quiet', 'main');
    write(cwd, { 'a.md': `${BLAME} Again.` });
    commit(cwd);
    git(cwd, 'checkout', '--quiet', 'work');
    write(cwd, { 'c.md': BLAME, 'd.md': BLAME, 'new.md': BLAME, '.gitignore': 'left.md\n', 'left.md': BLAME });
    git(cwd, 'add', 'c.md');
    const args = ['a.md', 'b.md', 'c.md', 'd.md', 'new.md'];
    expect(await found(cwd, ['--since', 'main', ...args])).toMatchObject({
      replies: ['b.md', 'c.md', 'd.md', 'new.md'],
      code: 1,
    });
    expect((await found(cwd, ['--since', 'HEAD', ...args])).replies).toEqual(['c.md', 'd.md', 'new.md']);
    expect((await found(cwd, ['--since', 'HEAD', '--no-ignore', 'left.md'])).replies).toEqual([]);
  });

  test('names with spaces, quotation marks, tabs, other scripts; from a subfolder', async () => {
    const names = [
      'mit Leerzeichen.md',
      'größe.md',
      '返信.md',
      'sub/a "b" \\c.md',
      'sub/tab\there.md',
      'sub/line\nfeed.md',
    ];
    const cwd = repositoryWith(Object.fromEntries(names.map((name) => [name, `${BLAME}\n\nOne.\n`])));
    expect(await found(cwd, ['--since', 'HEAD', ...names])).toEqual({ replies: [], err: '', code: 0 });
    write(cwd, Object.fromEntries(names.map((name) => [name, `${BLAME}\n\nTwo.\n`])));
    expect((await found(cwd, ['--since', 'HEAD', ...names])).replies).toEqual(names);
    git(cwd, 'config', 'diff.noprefix', 'true');
    git(cwd, 'config', 'diff.relative', 'true');
    git(cwd, 'config', 'color.ui', 'always');
    git(cwd, 'config', 'diff.external', 'false');
    const inSub = names.filter((name) => name.startsWith('sub/'));
    const below = inSub.map((name) => name.slice(4));
    expect((await found(cwd, ['--since', 'HEAD', ...below], 'sub')).replies).toEqual(below);
    expect((await found(cwd, ['--since', 'HEAD', '../größe.md'], 'sub')).replies).toEqual(['../größe.md']);
  });

  test('through a link to the repository, and beside another one', async () => {
    const cwd = repositoryWith({ 'm/a.md': FINE, 'm/b.md': BLAME });
    write(cwd, { 'm/a.md': BLAME });
    const outside = repositoryWith({ 'x.md': BLAME });
    symlinkSync(cwd, join(outside, 'link'));
    expect((await found(join(outside, 'link', 'm'), ['--since', 'HEAD', 'a.md', 'b.md'])).replies).toEqual(['a.md']);
    // Nothing is known about changes in files outside of this repository.
    expect((await found(cwd, ['--since', 'HEAD', join(outside, 'x.md')])).replies).toEqual([
      expect.stringContaining('x.md'),
    ]);
  });

  test('a text that Git takes for binary is looked at whole, a new name alone is no change', async () => {
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const cwd = repositoryWith({ 'a.csv': utf16(csv(OLD)), 'old.md': `${BLAME}\n`.repeat(5) });
    write(cwd, { 'a.csv': utf16(csv([ONE, TWO, [3, reply(FINE)]])) });
    expect((await found(cwd, ['--since', 'HEAD', 'a.csv'])).replies).toEqual(['1', '2']);
    git(cwd, 'mv', 'old.md', 'new.md');
    expect((await found(cwd, ['--since', 'HEAD', 'new.md'])).replies).toEqual([]);
  });

  test('findings about a library are as in a run over the whole', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `${FINE} ${index}.\n\n${FINE}\n\nBest,\n[Your Name]\n`);
    const folder = Object.fromEntries(texts.map((text, index) => [`replies/${index}.md`, text]));
    const cwd = repositoryWith({ ...folder, 'other/a.md': `${BLAME}\n` });
    const run = async (args: readonly string[]) => await replylint(['--no-config-lookup', ...args], { cwd });
    expect((await run(['replies'])).out).toContain('12 of the 12 whole messages in replies/ never greet');
    write(cwd, { 'replies/3.md': `${texts[3]}\n${BLAME}\n` });
    const { out } = await run(['--since', 'HEAD', 'replies', 'other']);
    expect(out).toContain('no-blame-shifting');
    expect(out).not.toContain('The reply does not greet the customer');
    expect(out).not.toContain('other');
    expect(out).toContain('12 of the 12 whole messages in replies/ never greet');
    expect(out).not.toContain('/0.md\n');
  });

  test('entries of the suppressions file are neither unused nor pruned for what was not looked at', async () => {
    const cwd = repositoryWith({
      'm.json': json([
        [1, `Hello. ${BLAME}`],
        [2, `Hello. ${BLAME}`],
        [3, `Hello. ${BLAME}`],
      ]),
    });
    await replylint([...RULES, '--suppress-all', 'm.json'], { cwd });
    commit(cwd);
    write(cwd, {
      'm.json': json([
        [1, FINE],
        [2, `Hello. ${BLAME}`],
        [3, FINE],
      ]),
    });
    commit(cwd);
    write(cwd, {
      'm.json': json([
        [1, `${FINE} ${FINE}`],
        [2, `Hello. ${BLAME}`],
        [3, FINE],
      ]),
    });
    expect(await found(cwd, ['--since', 'HEAD', 'm.json'])).toEqual({
      replies: [],
      err: 'replylint: replylint-suppressions.json: 1 unused suppression; remove it with --prune-suppressions\n',
      code: 0,
    });
  });

  test('directives count as in a run over the whole', async () => {
    const text = (more: string) =>
      `# Replies\n\n## One\n\n<!-- replylint-disable no-blame-shifting -- old -->\n\n> ${reply(BLAME).replaceAll('\n', '\n> ')}\n\n## Two\n\n> ${reply(FINE, more).replaceAll('\n', '\n> ')}\n`;
    const cwd = repositoryWith({ 'replies.md': text('') });
    write(cwd, { 'replies.md': text('!') });
    expect((await found(cwd, ['--since', 'HEAD', '--report-unused-disable-directives', 'replies.md'])).replies).toEqual(
      [],
    );
  });

  test('a changed file that cannot be read is said, another is not', async () => {
    const cwd = repositoryWith({ 'a.json': '{"macros": [', 'b.json': '{"macros": [' });
    write(cwd, { 'b.json': '{"macros": [ ' });
    const { replies, code } = await found(cwd, ['--since', 'HEAD', 'a.json', 'b.json']);
    expect(replies).toHaveLength(1);
    expect(code).toBe(2);
    expect((await found(cwd, ['--since', 'HEAD', 'a.json'])).code).toBe(0);
  });

  test('--fix changes nothing but what has changed', async () => {
    const shout = (text: string) => `Hi [Name],\n\n${text}!!!\n`;
    const cwd = repositoryWith({ 'a.md': shout('Great'), 'b.md': shout('Great') });
    write(cwd, { 'b.md': shout('Good') });
    await replylint([...RULES, '--since', 'HEAD', '--fix', 'a.md', 'b.md'], { cwd });
    expect(git(cwd, 'diff', '--name-only')).toBe('b.md\n');
  });

  test('after a fix the places are those of the text that is shown', async () => {
    const cwd = repositoryWith({ 'a.md': FINE });
    write(cwd, { 'a.md': `Great!!! ${BLAME}` });
    const { out } = await replylint(
      [...RULES, '--rule', 'no-shouting: warn', '--since', 'HEAD', '--fix-dry-run', '-f', 'json', 'a.md'],
      { cwd },
    );
    const [{ output, source, messages }] = JSON.parse(out);
    expect(output).toBe(`Great! ${BLAME}`);
    expect(source).toBe(output);
    const blame = messages.find(({ ruleId }: { ruleId: string }) => ruleId === 'no-blame-shifting');
    expect(output.slice(blame.column - 1)).toMatch(/^You failed/);
  });
});

describe('--staged', () => {
  test('what is staged is linted, not what stands in the folder', async () => {
    const cwd = repositoryWith({ 'a.md': FINE, 'b.md': FINE, 'c.md': BLAME });
    write(cwd, { 'a.md': BLAME, 'b.md': BLAME, 'new.md': BLAME });
    git(cwd, 'add', 'a.md');
    write(cwd, { 'a.md': FINE });
    const args = ['--staged', 'a.md', 'b.md', 'c.md', 'new.md'];
    expect(await found(cwd, args)).toEqual({ replies: ['a.md'], err: '', code: 1 });
    git(cwd, 'add', 'a.md');
    write(cwd, { 'a.md': BLAME });
    expect(await found(cwd, args)).toEqual({ replies: [], err: '', code: 0 });
  });

  test('one reply of many, by the staged lines; in the first commit; a file that is gone again', async () => {
    const cwd = repositoryWith({ 'm.json': json(OLD) });
    write(cwd, { 'm.json': json([ONE, [2, NEW], THREE]) });
    git(cwd, 'add', 'm.json');
    write(cwd, { 'm.json': `\n\n\n\n${json([])}` });
    expect((await found(cwd, ['--staged', '.'])).replies).toEqual(['2']);
    rmSync(join(cwd, 'm.json'));
    expect((await found(cwd, ['--staged', '.'])).replies).toEqual(['2']);
    const fresh = folderWith({ 'm.json': json(OLD), 'left.json': json(OLD) });
    rmSync(join(fresh, '.git'), { recursive: true });
    git(fresh, 'init', '--quiet');
    git(fresh, 'add', 'm.json');
    expect((await found(fresh, ['--staged', 'm.json', 'left.json'])).replies).toEqual(['1', '2', '3']);
  });

  test('a staged link is not read as a text', async () => {
    const cwd = repositoryWith({ 'a.md': BLAME });
    symlinkSync('a.md', join(cwd, 'link.md'));
    git(cwd, 'add', 'link.md');
    expect(await found(cwd, ['--staged', 'link.md', '.'])).toEqual({ replies: [], err: '', code: 0 });
  });
});

describe('called wrong', () => {
  const cwd = repositoryWith({ 'a.md': BLAME }, afterAll);

  test.each<[string, string[], string]>([
    ['no such commit', ['--since', 'nowhere', '.'], '--since nowhere: no such commit in this clone'],
    ['an option in place of a commit', ['--since=--output=x', '.'], '--since --output=x: no such commit in this clone'],
    ['both', ['--since', 'HEAD', '--staged', '.'], '--since and --staged cannot be used together'],
    ['with a text', ['--staged', '--stdin'], '--stdin cannot be used with'],
    ['with fixes', ['--staged', '--fix', '.'], '--fix cannot change staged content'],
  ])('%s', async (_, args, says) => {
    const { err, code } = await found(cwd, args);
    expect(err).toContain(says);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test('no repository, no Git, no commit in common', async () => {
    const bare = folderWith({ 'a.md': BLAME });
    expect(await replylint(['--staged', '.'], { cwd: bare })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^replylint: --staged: not a git repository.*\n$/),
    });
    const cwd = repositoryWith({ 'a.md': BLAME });
    expect(replylintProcess(['--since', 'HEAD', '.'], { cwd, env: { PATH: '/nowhere' } })).toMatchObject({
      code: 2,
      err: 'replylint: --since HEAD: git is not installed, or not found\n',
    });
    git(cwd, 'checkout', '--quiet', '--orphan', 'other');
    commit(cwd);
    expect(await replylint(['--since', 'main', '.'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--since main: no common ancestor with HEAD'),
    });
  });
});

describe('what a changed macro includes', () => {
  const dc = (content: string) =>
    JSON.stringify({ items: [{ id: 5, name: 'Bye', placeholder: '{{dc.bye}}', variants: [{ id: 6, content }] }] });
  const asks = dc('Is there anything else?');
  const regards = dc('Kind regards,\nthe team');
  const macro = (text: string) => json([[1, `Hi {{ticket.requester.name}},\n\n${text}\n\n{{dc.bye}}`]]);

  test('is found in files that have not changed, and in other folders', async () => {
    const cwd = repositoryWith({ 'content/dc.json': regards, 'macros/a.json': macro('Your parcel left us.') });
    write(cwd, { 'macros/a.json': macro(FINE) });
    expect((await found(cwd, ['--since', 'HEAD', '.'])).replies).toEqual(['1']);
    expect((await found(cwd, ['--since', 'HEAD', 'macros'])).replies).toEqual([]);
  });

  test('is read as it is staged, wherever it is', async () => {
    const cwd = repositoryWith({ 'content/dc.json': asks, 'macros/a.json': macro('Your parcel left us.') });
    write(cwd, { 'macros/a.json': macro(FINE), 'content/dc.json': regards });
    git(cwd, 'add', '--all');
    write(cwd, { 'content/dc.json': asks });
    expect((await found(cwd, ['--staged', '.'])).replies).toEqual(['1']);
    rmSync(join(cwd, 'content'), { recursive: true });
    expect((await found(cwd, ['--staged', '.'])).replies).toEqual(['1']);
  });
});
