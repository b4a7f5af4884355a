import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { atTerminal, cloneOfProject, put, root, run, workshop } from './workshop.js';

const place = workshop();
/**
 * A working tree next to the repository. Its path is full of special characters, and its folder is named like a
 * language.
 */
const team = join(place, 'a team (eu) [new]', 'it');
const EXPORT = 'zendesk-macros.json';
let tarball = '';

interface Macro {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

const GREETING = '<p>Hi {{ticket.requester.first_name}},</p>';
const ENDING =
  '<p>I will write to you on Friday. Is there anything else I can do for you?</p><p>Best regards,<br>{{current_user.first_name}}</p>';
const LEGACY: readonly Macro[] = [
  { id: 101, title: 'Form missing', text: `${GREETING}<p>You failed to send the form &#128533;.</p>${ENDING}` },
  { id: 102, title: 'Refund', text: `${GREETING}<p>Your refund left us today.</p>${ENDING}` },
  { id: 103, title: 'Late', text: `${GREETING}<p>Your parcel is late!! We are sorry.</p>${ENDING}` },
];

/** Returns an export like that of Zendesk's API. `space` is passed to `JSON.stringify`. */
function exported(macros: readonly Macro[], space: number, updated = '2026-01-01T00:00:00Z'): string {
  const listed = macros.map(({ id, title, text }) => ({
    url: `https://acme.example/api/v2/macros/${id}.json`,
    id,
    title,
    active: true,
    updated_at: updated,
    actions: [
      { field: 'status', value: 'pending' },
      { field: 'comment_value_html', value: text },
    ],
  }));
  return `${JSON.stringify({ macros: listed, next_page: null, count: macros.length }, null, space)}\n`;
}

const replylint = (args: string) => run(`node_modules/.bin/replylint ${args}`, team);
const commit = (message: string) => run(`git add -A && git commit -m '${message}'`, team);
const now = () => readFileSync(join(team, EXPORT), 'utf8');

beforeAll(() => {
  const packed = run(`npm pack --silent --ignore-scripts --pack-destination ${place}`, root);
  tarball = join(place, packed.said.trim().split('\n').at(-1) ?? '');
  const repository = join(place, 'repository');
  put(repository, { '.editorconfig': 'root = true\n' });
  const made = run(`git init -q && git add -A && git commit -qm Start && git worktree add -q '${team}'`, repository);
  expect(made.code, made.said).toBe(0);
  put(team, {
    [EXPORT]: exported(LEGACY, 2),
    'package.json': '{ "name": "replies", "private": true }\n',
    '.gitignore': 'node_modules/\n',
  });
  const installed = run(`npm install --silent -D ${tarball}`, team);
  expect(installed.code, installed.said).toBe(0);
});

// The tests follow one working day, and each continues where the previous one ended.
test('in the morning: init proposes what fits, and writes it', () => {
  const { said, code } = replylint('init --yes --hook --workflow');
  expect(said).toContain('Found 3 replies in 1 file\n  help desks  zendesk 3\n');
  expect(code).toBe(0);
  const config = JSON.parse(readFileSync(join(team, '.replylintrc.json'), 'utf8'));
  expect(config).toMatchObject({ extends: ['replylint:recommended'], helpdesk: 'zendesk' });
  expect(existsSync(join(team, config.$schema))).toBe(true);
  // The team does not want shouting in its replies, so the configuration makes it an error.
  const strict = { ...config, rules: { 'no-shouting': 'error' } };
  writeFileSync(join(team, '.replylintrc.json'), `${JSON.stringify(strict, null, 2)}\n`);
});

/** The skipped files configure the team's tools. */
const SKIPPED = 'replylint: skipped 3 files that are code; `replylint list --skipped` shows them\n';

test('what is there already is put on a list, and only what is new is reported', () => {
  expect(replylint('.')).toMatchObject({ code: 1, said: expect.stringContaining('no-blame-shifting') });
  expect(replylint('--suppress-all .').code).toBe(0);
  const list = JSON.parse(readFileSync(join(team, 'replylint-suppressions.json'), 'utf8'));
  expect(list.suppressions).toContainEqual({ reply: '101', rule: 'no-blame-shifting', words: 'you failed to' });
  expect(list.suppressions).toContainEqual({ reply: '103', rule: 'no-shouting', words: '!!' });
  expect(replylint('.')).toEqual({ code: 0, said: SKIPPED });
});

test('the hook is installed, and the first commit goes through it', () => {
  expect(run('pre-commit install', team)).toMatchObject({ code: 0 });
  const { said, code } = commit('Our replies');
  expect(said).toMatch(/replylint\.+Passed/);
  expect(code, said).toBe(0);
});

const NEW: Macro = {
  id: 104,
  title: 'New phone',
  text: `${GREETING}<p>Your new phone is on its way!!</p>${ENDING}`,
};

test('at noon: a macro that shouts is refused', () => {
  put(team, { [EXPORT]: exported([...LEGACY, NEW], 2) });
  const { said, code } = commit('A macro for new phones');
  expect(said).toMatch(/replylint\.+Failed/);
  const place = /(\d+):(\d+)\s+error\s+“!!” reads as shouting \(New phone\)/.exec(said);
  const line = now().split('\n')[Number(place?.[1]) - 1] ?? '';
  expect(line.slice(Number(place?.[2]) - 1)).toMatch(/^!!<\/p>/);
  expect(said).toContain('✖ 1 problem (1 error, 0 warnings)');
  expect(code).toBe(1);
  expect(run('git log --oneline', team).said.trim().split('\n')).toHaveLength(2);
});

test('--fix mends it, and the commit is taken; what was mended of the list is taken off it', () => {
  expect(replylint(`--fix ${EXPORT}`)).toMatchObject({ code: 0, said: expect.stringContaining('unused suppression') });
  expect(replylint('--prune-suppressions .').code).toBe(0);
  const list = readFileSync(join(team, 'replylint-suppressions.json'), 'utf8');
  expect(list).toContain('"you failed to"');
  expect(list).not.toContain('"!!"');
  const mended = { ...NEW, text: NEW.text.replace('!!', '!') };
  expect(JSON.parse(now()).macros[3].actions[1].value).toBe(mended.text);
  const { said, code: committed } = commit('A macro for new phones');
  expect(said).toMatch(/replylint\.+Passed/);
  expect(committed, said).toBe(0);
});

test('in the evening: a new export, in another order and layout, changes nothing', () => {
  const macros: Macro[] = JSON.parse(now()).macros.map(
    ({ id, title, actions }: { id: number; title: string; actions: { value: string }[] }) => ({
      id,
      title,
      text: actions[1]?.value ?? '',
    }),
  );
  const before = now();
  put(team, { [EXPORT]: exported(macros.reverse(), 4, '2026-06-30T12:00:00Z') });
  expect(now()).not.toBe(before);
  expect(replylint('.')).toEqual({ code: 0, said: SKIPPED });
  const { said, code } = commit('The export of tonight');
  expect(said).toMatch(/replylint\.+Passed/);
  expect(code, said).toBe(0);
});

test('what is new in an old macro is reported all the same', () => {
  put(team, { [EXPORT]: now().replace('Your refund left us today.', 'You failed to wait for your refund.') });
  const { said, code } = replylint('.');
  expect(said).toContain('“You failed to” blames the customer (Refund)');
  expect(said).toContain('✖ 1 problem');
  expect(code).toBe(1);
});

test('a team without a package.json: the hook brings the command along', () => {
  const clone = cloneOfProject(join(place, 'clone'));
  const commit = run('git rev-parse HEAD', clone).said.trim();
  // Clones the project like its public repository. Packages and the build are taken from here.
  run(
    `git remote add origin https://git.example/team/replylint.git && git update-ref refs/remotes/origin/main HEAD
     ln -s ${root}/node_modules node_modules && cp -r ${root}/dist dist`,
    clone,
  );
  const other = join(place, 'other');
  put(other, {
    'macros/a.md': 'Hi {{ticket.requester.first_name}},\n\nyou failed to send the form.\n\nKind regards\n',
  });
  run(`git init -q && ${process.execPath} ${clone}/bin/replylint.js init --yes --hook`, other);
  const path = join(other, '.pre-commit-config.yaml');
  const hook = readFileSync(path, 'utf8');
  expect(hook).toContain(`repo: https://git.example/team/replylint.git\n    rev: ${commit}\n`);
  writeFileSync(path, hook.replace('https://git.example/team/replylint.git', clone));
  const { said, code } = run('git add -A && pre-commit run --all-files', other);
  expect(said).toContain('“you failed to” blames the customer');
  expect(code).toBe(1);
});

test('at a real terminal: init asks, and Ctrl-C ends it as it ends anything', async () => {
  const asked = join(place, 'asked');
  put(asked, { 'a.md': 'Hi {{ticket.requester.first_name}},\n\nyour refund is on its way.\n\nKind regards\n' });
  run('git init -q', asked);
  const init = `exec ${process.execPath} ${join(root, 'bin/replylint.js')} init`;
  expect(await atTerminal(init, asked, ['\u0003'])).toMatchObject({ code: 130 });
  expect(run('git status --porcelain', asked).said).toBe('?? a.md\n');
  expect(await atTerminal(init, asked, ['maybe\r', '\u0004'])).toMatchObject({ code: 0 });
  expect(run('git status --porcelain', asked).said).toBe('?? a.md\n');
  const answered = await atTerminal(init, asked, ['\r', 'y\r', 'n\r', 'https://git.example/x.git#v1\r']);
  expect(answered.said).toContain('.replylintrc.json: written');
  expect(answered.said).toContain('.pre-commit-config.yaml: written');
  expect(answered.code).toBe(0);
});
