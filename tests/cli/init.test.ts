import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../rules/index.js';
import { hookEntry, withEntry } from '../../src/cli/ci-files.js';
import { main, type World } from '../../src/cli/main.js';
import { folderWith, replylint } from '../command-line.js';

const MAIL =
  'Hi {{ticket.requester.first_name}},\n\nyour refund is on its way.\n\nKind regards,\n{{current_user.name}}\n';
const GERMAN =
  'Hallo {{ticket.requester.first_name}},\n\nIhre Erstattung ist unterwegs, und wir melden uns am Freitag.\n\nViele Grüße\n';
const CHAT = '---\nchannel: chat\n---\nOne moment, I am looking that up for you.\n';
const EXPORT = JSON.stringify({
  macros: [{ id: 1, title: 'Refund', active: true, actions: [{ field: 'comment_value', value: MAIL }] }],
});

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const config = (folder: string) => JSON.parse(read(folder, '.replylintrc.json'));

describe('what is proposed', () => {
  test('for an export: its help desk', async () => {
    const cwd = folderWith({ 'export.json': EXPORT });
    const { out, code } = await replylint(['init', '--yes'], { cwd });
    expect(out).toContain('Found 1 reply in 1 file\n  help desks  zendesk 1\n  languages   en 1\n');
    expect(out).toContain('.replylintrc.json: written');
    expect(code).toBe(0);
    expect(config(cwd)).toEqual({
      $schema: './node_modules/replylint/schema.json',
      extends: ['replylint:recommended'],
      helpdesk: 'zendesk',
    });
    expect(readdirSync(cwd).sort()).toEqual(['.git', '.replylintrc.json', 'export.json']);
  });

  test('for an export beside replies of no help desk: none', async () => {
    const files = {
      'mail/a.md': GERMAN.replaceAll(/\{\{.*?\}\}/g, 'Ana'),
      'chat.csv': 'title,message\nBye,"Thank you for writing to us, {{customer.name}}. Have a good day!"\n',
    };
    const cwd = folderWith({ ...files, 'export.json': EXPORT });
    expect((await replylint(['init', '-y'], { cwd })).out).toContain('help desks  zendesk 1');
    expect(config(cwd).helpdesk).toBeUndefined();
    expect((await replylint(['.'], { cwd })).out).not.toContain('valid-placeholder');
  });

  test('for a folder that is mostly not in English: its language', async () => {
    const cwd = folderWith({ 'de/a.md': GERMAN, 'de/b.md': GERMAN, 'en/a.md': MAIL });
    expect((await replylint(['init', '-y'], { cwd })).out).toContain('languages   de 2, en 1');
    expect(config(cwd).locale).toBe('de');
  });

  test('for a folder of chat messages inside others: what they need not do', async () => {
    const cwd = folderWith({ 'mail/a.md': MAIL, 'live [chat]/de/x.md': CHAT, 'live [chat]/y.md': CHAT });
    await replylint(['init', '-y'], { cwd });
    expect(config(cwd).overrides).toEqual([{ files: ['live \\[chat\\]/**'], extends: 'replylint:chat', form: 'chat' }]);
    const { form, rules, from } = JSON.parse((await replylint(['--print-config', 'live [chat]/y.md'], { cwd })).out);
    expect([form, rules.greeting, rules.personalization]).toEqual(['chat', 'off', 'off']);
    expect(from.rules.greeting.severity).toBe('replylint:chat, extended by .replylintrc.json');
    expect(JSON.parse((await replylint(['--print-config', 'mail/a.md'], { cwd })).out).form).toBeUndefined();
  });

  test('for chat messages alone: their preset', async () => {
    const cwd = folderWith({ 'chat/a.md': CHAT });
    await replylint(['init', '-y'], { cwd });
    expect(config(cwd).extends).toEqual(['replylint:chat']);
  });
});

describe('what messages leave out', () => {
  const BARE =
    'Thank you for asking us about it. The warranty covers faults in material for two years from the day you bought the lamp. It does not cover wear and tear.\n';
  const macro = (id: number) => ({ id, title: `M${id}`, actions: [{ field: 'comment_value', value: BARE }] });
  const files = { 'macros.json': JSON.stringify({ macros: [1, 2, 3, 4, 5, 6].map(macro) }) };
  const answering = async (...answers: readonly string[]) => {
    const cwd = folderWith(files);
    const { questions } = await asked(cwd, [...answers, 'n', 'n']);
    return { questions, written: config(cwd) };
  };

  test('is asked, and the answer is written', async () => {
    const { questions, written } = await answering('y', 'n', 'y');
    expect(questions[0]).toBe('6 of 6 messages have no greeting. Does the help desk add the greeting? (y/N) ');
    expect(questions[1]).toBe('6 of 6 messages have no signature. Does the help desk add the signature? (y/N) ');
    expect(written).toMatchObject({ extends: ['replylint:recommended'], salutation: 'appended' });
    expect(written.signature).toBeUndefined();
  });

  test('may be because they are chat lines', async () => {
    const { written } = await answering('n', 'n', 'y', 'y');
    expect(written).toMatchObject({ extends: ['replylint:chat'], overrides: [{ files: ['**'], form: 'chat' }] });
  });

  test('is not asked with --yes, nor assumed', async () => {
    const cwd = folderWith(files);
    await replylint(['init', '--yes'], { cwd });
    expect(Object.keys(config(cwd))).toEqual(['$schema', 'extends', 'helpdesk']);
  });
});

const source = () => ({ url: 'https://git.example/team/replylint.git', revision: 'v1.2.3' });
const world = { source };

describe('hook and workflow', () => {
  test('name the files that were found, from the root of the repository', async () => {
    const cwd = folderWith({ 'support/macros/a.md': MAIL, 'support/b.md': MAIL, 'support/de.txt/c.md': MAIL });
    const { code } = await replylint(['init', '-y', '--hook', '--workflow'], { cwd: join(cwd, 'support'), world });
    expect(code).toBe(0);
    expect(parse(read(cwd, '.pre-commit-config.yaml')).repos).toEqual([
      {
        repo: 'https://git.example/team/replylint.git',
        rev: 'v1.2.3',
        hooks: [{ id: 'replylint', files: '^support/', verbose: true }],
      },
    ]);
    expect(read(cwd, '.pre-commit-config.yaml')).toContain(
      '# Shows warnings, too. To reject commits with warnings, add: args: [--max-warnings=0]\n        verbose: true\n',
    );
    const steps = parse(read(cwd, '.github/workflows/replylint.yml')).jobs.replies.steps;
    expect(steps.at(-1)).toEqual({
      run: 'npx --yes git+https://git.example/team/replylint.git#v1.2.3 --format github support',
    });
    expect(existsSync(join(cwd, 'support/.replylintrc.json'))).toBe(true);
  });

  test.each([
    ['https://github.com/team/replylint', 'team/replylint@abc123'],
    ['https://github.com/team/replylint.git', 'team/replylint@abc123'],
    ['ssh://git@github.com/team/reply.lint.git', 'team/reply.lint@abc123'],
  ])('on GitHub, the workflow uses the action: %s', async (url, uses) => {
    const cwd = folderWith({ 'a b/c.md': MAIL });
    const from = { source: () => ({ url, revision: 'abc123' }) };
    await replylint(['init', '-y', '--workflow'], { cwd: join(cwd, 'a b'), world: from });
    const steps = parse(read(cwd, '.github/workflows/replylint.yml')).jobs.replies.steps;
    expect(steps.at(-1)).toEqual({ uses, with: { paths: 'a b' } });
  });

  test('use the package that is installed there', async () => {
    const cwd = folderWith({ 'a+b.md': MAIL, 'node_modules/replylint/package.json': '{}', 'package-lock.json': '{}' });
    await replylint(['init', '-y', '--hook', '--workflow'], { cwd, world });
    const [{ hooks }] = parse(read(cwd, '.pre-commit-config.yaml')).repos;
    expect(hooks[0]).toMatchObject({ language: 'system', files: '^a\\+b\\.md$' });
    expect(hooks[0].entry).toMatch(/^npx --no-install replylint --/);
    const steps = parse(read(cwd, '.github/workflows/replylint.yml')).jobs.replies.steps;
    expect(steps.slice(-2)).toEqual([{ run: 'npm ci' }, { run: 'npx --no-install replylint --format github .' }]);
  });

  test('are not written where nothing says where replylint can be fetched from', async () => {
    const cwd = folderWith({ 'a.md': MAIL });
    const { code, out } = await replylint(['init', '-y', '--hook', '--workflow'], { cwd });
    expect(code).toBe(2);
    expect(out).toContain('No hook or workflow written: replylint does not know where others can download it from.\n');
    expect(readdirSync(cwd).sort()).toEqual(['.git', '.replylintrc.json', 'a.md']);
  });

  test('at a terminal, that is asked', async () => {
    const cwd = folderWith({ 'a.md': MAIL });
    const address = 'ssh://git@git.example/team/replylint.git';
    const { questions, code } = await asked(cwd, ['y', 'y', 'n', 'npm', `${address}#v2`], [], {});
    expect(questions.slice(-2)).toEqual(
      Array(2).fill(expect.stringMatching(/^URL and tag of the replylint repository/)),
    );
    expect(parse(read(cwd, '.pre-commit-config.yaml')).repos[0]).toMatchObject({ repo: address, rev: 'v2' });
    expect(code).toBe(0);
  });

  test.each(["it's $(touch pwned); `x`", 'a\nb', '-x', 'ünï 😀'])('bear a folder called %j', async (name) => {
    const cwd = folderWith({ [`${name}/a.md`]: MAIL });
    const here = { cwd: join(cwd, name), world };
    expect((await replylint(['init', '-y', '--hook', '--workflow'], here)).code).toBe(0);
    const [{ hooks }] = parse(read(cwd, '.pre-commit-config.yaml')).repos;
    expect(`${name}/a.md`).toMatch(new RegExp(hooks[0].files));
    const { run } = parse(read(cwd, '.github/workflows/replylint.yml')).jobs.replies.steps.at(-1);
    const words = run.replace(/^npx --yes \S+/, 'printf "%s\\n"');
    const given = execFileSync('bash', ['-c', words], { cwd, encoding: 'utf8' });
    expect(given).toBe(`--format\ngithub\n${name.startsWith('-') ? './' : ''}${name}\n`);
    expect(readdirSync(cwd)).not.toContain('pwned');
  });
});

describe('what is there', () => {
  test.each(['.replylintrc.json', '.replylintrc.yaml', 'replylint.config.js', '.replylintrc'])(
    'a configuration in %s stays, and is the only one',
    async (name) => {
      const cwd = folderWith({ 'a.md': MAIL, [name]: 'broken: [' });
      const { out, code } = await replylint(['init', '-y'], { cwd });
      expect(out).toContain(`${name}: already exists; not changed`);
      expect(code).toBe(0);
      expect(read(cwd, name)).toBe('broken: [');
      expect(readdirSync(cwd).sort()).toEqual(['.git', name, 'a.md'].sort());
    },
  );

  test('a key of package.json is a configuration; a package.json without it is none', async () => {
    const having = folderWith({ 'a.md': MAIL, 'package.json': '{"replylint": {}}' });
    expect((await replylint(['init', '-y'], { cwd: having })).out).toContain('package.json: already exists');
    const without = folderWith({ 'a.md': MAIL, 'package.json': '{"dependencies": {"replylint": "*"}}' });
    expect((await replylint(['init', '-y'], { cwd: without })).out).toContain('.replylintrc.json: written');
  });

  test('a workflow and a hook stay', async () => {
    const files = {
      'a.md': MAIL,
      '.pre-commit-config.yaml': 'repos:\n- repo: x\n  hooks: [{id: replylint-all}]\n',
      '.github/workflows/replylint.yml': 'on: push\n',
    };
    const cwd = folderWith(files);
    const { out, code } = await replylint(['init', '-y', '--hook', '--workflow'], { cwd, world });
    expect(out).toContain('.pre-commit-config.yaml: already has a replylint hook; not changed');
    expect(out).toContain('.github/workflows/replylint.yml: already exists; not changed');
    expect(code).toBe(0);
    for (const [path, text] of Object.entries(files)) expect(read(cwd, path)).toBe(text);
  });

  const entry = hookEntry({ from: 'installed', locked: true, folder: '.', files: ['macros/a.md'] });
  test.each([
    ['indented', '# ours\nrepos:\n  - repo: a # why\n    hooks:\n      - id: b\n'],
    ['not indented', 'repos:\n-   repo: a\n    hooks:\n    -   id: b\n'],
    [
      'with keys after it',
      "default_stages: [commit]\nrepos:\n  - repo: a\n    hooks: [{id: b}]\n\nci:\n  skip: ['b']\n",
    ],
    ['without a last line end', 'repos:\n  - repo: a\n    hooks: [{id: b}]'],
    ['with comments after it', 'repos:\n  - repo: a\n    hooks: [{id: b}]\n  # - repo: c\n\n# the end\n'],
    ['of Windows', 'repos:\r\n  - repo: a\r\n    hooks: [{id: b}]\r\n'],
  ])('a list of hooks %s gets one more, and no line of it changes', async (_, text) => {
    const made = await withEntry(text, entry);
    expect(parse(made ?? '').repos).toEqual([...parse(text).repos, ...parse(entry.join('\n'))]);
    const lines = (made ?? '').split(/\r?\n/);
    for (const line of text.split(/\r?\n/)) expect(lines).toContain(line);
    expect(made?.replaceAll('\r\n', '').includes('\n')).toBe(!text.includes('\r'));
  });

  test.each(['repos: []\n', 'repos: [{repo: a, hooks: []}]\n', 'repos: [\n', '', 'ci: {}\n'])(
    'a list of hooks that cannot be added to is left as it is, and the entry printed: %j',
    async (text) => {
      const cwd = folderWith({ 'a.md': MAIL, '.pre-commit-config.yaml': text });
      const { out, code } = await replylint(['init', '-y', '--hook'], { cwd, world });
      expect(out).toContain('not changed; add this under `repos`:\n- repo: https://git.example/');
      expect(read(cwd, '.pre-commit-config.yaml')).toBe(text);
      expect(code).toBe(0);
    },
  );
});

/** Runs `init` at a terminal that gives these answers, in order. */
async function asked(
  cwd: string,
  answers: readonly (string | undefined)[],
  args: readonly string[] = [],
  around: Partial<World> = world,
) {
  const left = [...answers];
  const questions: string[] = [];
  const said: string[] = [];
  const output = { isTTY: true, write: (text: string) => void said.push(text) };
  const code = await main(['init', ...args], rules, {
    cwd,
    env: {},
    stdout: output,
    stderr: output,
    now: () => new Date(0),
    stdin: async () => Buffer.alloc(0),
    ...around,
    ask: async (question) => {
      questions.push(question);
      return left.shift();
    },
  });
  return { code, said: said.join(''), questions };
}

describe('at a terminal', () => {
  const written = (cwd: string) =>
    readdirSync(cwd)
      .filter((name) => !['.git', 'a.md'].includes(name))
      .sort();

  test('it asks, and takes no answer for the usual one', async () => {
    const cwd = folderWith({ 'a.md': MAIL });
    const { questions, code } = await asked(cwd, ['', '', '']);
    expect(questions).toEqual([
      'Write .replylintrc.json? (Y/n) ',
      'Add a hook to .pre-commit-config.yaml? (y/N) ',
      'Add a GitHub workflow (.github/workflows/replylint.yml)? (y/N) ',
    ]);
    expect(written(cwd)).toEqual(['.replylintrc.json']);
    expect(code).toBe(0);
  });

  test.each([
    [['n', 'n', 'n'], []],
    [
      ['Y', 'yes', 'no'],
      ['.pre-commit-config.yaml', '.replylintrc.json'],
    ],
    [['maybe', 'n', 'N', 'y'], ['.github']],
    [[undefined, undefined, undefined], []],
  ])('%j', async (answers, files) => {
    const cwd = folderWith({ 'a.md': MAIL });
    const { code } = await asked(cwd, answers);
    expect(written(cwd)).toEqual(files);
    expect(code).toBe(0);
  });

  test('what a flag asks for is not asked again', async () => {
    const cwd = folderWith({ 'a.md': MAIL });
    const { questions } = await asked(cwd, ['n'], ['--hook', '--workflow']);
    expect(questions).toEqual(['Write .replylintrc.json? (Y/n) ']);
    expect(written(cwd)).toEqual(['.github', '.pre-commit-config.yaml']);
  });

  test('outside a repository, nothing is asked about one', async () => {
    const cwd = folderWith({ 'a.md': MAIL });
    rmSync(join(cwd, '.git'), { recursive: true });
    const { questions } = await asked(cwd, ['']);
    expect(questions).toHaveLength(1);
  });
});

describe('exit code 2', () => {
  test.each([
    ['init', 'no interactive terminal; use --yes'],
    ['init --yes extra', 'too many arguments'],
    ['init --yess', 'Did you mean --yes?'],
  ])('replylint %s', async (args, says) => {
    const cwd = folderWith({ 'a.md': MAIL });
    const { err, code } = await replylint(args.split(' '), { cwd });
    expect(err).toContain(says);
    expect(code).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'a.md']);
  });

  test('where there is no reply', async () => {
    const cwd = folderWith({ 'package.json': '{}' });
    const { err, code } = await replylint(['init', '--yes'], { cwd });
    expect(err).toContain('no replies found in this folder');
    expect(code).toBe(2);
  });

  test('for a hook where there is no repository', async () => {
    const cwd = folderWith({ 'a.md': MAIL });
    rmSync(join(cwd, '.git'), { recursive: true });
    const { err, code } = await replylint(['init', '--yes', '--hook'], { cwd });
    expect(err).toContain('not a git repository');
    expect(code).toBe(2);
  });

  test('where a file cannot be written', async () => {
    const cwd = folderWith({ 'a.md': MAIL, '.github/workflows': 'a file' });
    const { err, code } = await replylint(['init', '--yes', '--workflow'], { cwd, world });
    expect(err).toMatch(/^replylint: \.github\/workflows\/replylint\.yml: cannot be written \(E\w+\)\n$/);
    expect(code).toBe(2);
  });
});
