import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { built } from './built.js';
import { folderWith, type Ran, replylint, replylintProcess, type Surroundings } from './command-line.js';

const HYPE =
  'Hi [Name],\n\nour game changing update is here, and I will tell you more on Friday. Any questions? Just ask.\n\nBest,\n[Your Name]\n';
const own = (rule: unknown, id = 'acme/no-hype') => JSON.stringify({ rules: { [id]: rule } });

describe('rules of one’s own', () => {
  test('avoid: the words are marked, with the message and what to write instead', async () => {
    const rule = [
      'error',
      { avoid: ['game changing', 'best in class'], instead: ['new'], message: 'promises too much' },
    ];
    const cwd = folderWith({ 'a.md': HYPE, '.replylintrc.json': own(rule) });
    expect(await messages(cwd)).toEqual([
      {
        ruleId: 'acme/no-hype',
        severity: 2,
        line: 3,
        column: 5,
        message: '“game changing” promises too much',
        suggestions: [{ desc: 'new' }],
      },
    ]);
  });

  test('a phrase with blanks finds the words joined by hyphens, and the other way round', async () => {
    const rule = ['error', { avoid: ['game changing', 'best-in-class'], message: 'promises too much' }];
    const text = HYPE.replace('game changing', 'game-changing, best in class');
    const cwd = folderWith({ 'a.md': text, '.replylintrc.json': own(rule) });
    expect((await messages(cwd)).map(({ message }) => message)).toEqual([
      '“game-changing” promises too much',
      '“best in class” promises too much',
    ]);
  });

  test('require: one of the phrases must stand in the part', async () => {
    const rule = ['warn', { require: ['(opening|business) hours'], in: 'ending', forms: ['full'] }];
    const cwd = folderWith({
      'a.md': HYPE,
      'b.md': HYPE.replace('Just ask', 'Our opening hours are 9 to 5'),
      '.replylintrc.json': own(rule),
    });
    expect((await messages(cwd)).map(({ message }) => message)).toEqual([
      'The reply does not say “opening hours” or anything similar',
    ]);
  });

  test.each([
    [
      ['error', { avoid: ['(game'] }],
      /\.replylintrc\.json:1:\d+: rules › acme\/no-hype › item 2 › avoid › item 1: in the phrase "\(game", at character 1: “\(” is not closed/,
    ],
    [['error', { avoid: [] }], 'expected at least one phrase'],
    [['error', { avoid: ['a'], require: ['b'] }], '"avoid" or "require", not both'],
    [['error', { avoid: ['a'], mesage: 'x' }], 'unknown option "mesage". Did you mean "message"?'],
    [['error', { require: ['a'], in: 'middle' }], '"middle" is not one of "opening", "ending", "anywhere"'],
  ])('%j is refused with its place', async (rule, error) => {
    const { err, code } = await replylint(['a.md'], {
      cwd: folderWith({ 'a.md': HYPE, '.replylintrc.json': own(rule) }),
    });
    if (typeof error === 'string') expect(err).toContain(error);
    else expect(err).toMatch(error);
    expect(code).toBe(2);
  });

  test('a name without a team is refused', async () => {
    const cwd = folderWith({ 'a.md': HYPE, '.replylintrc.json': own(['error', { avoid: ['a'] }], 'no-hype') });
    expect((await replylint(['a.md'], { cwd })).err).toContain(
      'expected a name with a slash for a custom rule, such as "team/no-hype"',
    );
  });

  test('they are listed and explained like built-in ones', async () => {
    const cwd = folderWith({
      '.replylintrc.json': own(['error', { avoid: ['game changing'], message: 'promises too much' }]),
    });
    expect((await replylint(['rules'], { cwd })).out).toContain('acme/no-hype');
    expect((await replylint(['explain', 'acme/no-hype'], { cwd })).out).toContain('# acme/no-hype');
  });

  test('a severity alone, in a nearer place, keeps the phrases', async () => {
    const config = {
      rules: { 'acme/no-hype': ['error', { avoid: ['game changing'] }] },
      overrides: [{ files: 'a.md', rules: { 'acme/no-hype': 'warn' } }],
    };
    const { out, code } = await replylint(['a.md'], {
      cwd: folderWith({ 'a.md': HYPE, '.replylintrc.json': JSON.stringify(config) }),
    });
    expect(out).toContain('warning');
    expect(code).toBe(0);
  });
});

const PLUGIN = `
import { defineAvoidanceRule, defineRule } from 'replylint/rule';
export const rules = [
  defineAvoidanceRule({
    id: 'acme/no-hype', segment: 'respect', principle: 'Promise little.', why: 'Because.', source: 'Acme',
    presets: {}, phrases: { en: ['game changing'] }, message: 'promises too much',
    examples: { good: ['a new update'], bad: [{ text: 'a game changing update', marks: ['game changing'] }] },
  }),
  defineRule({
    id: 'acme/no-q', segment: 'clarity', principle: 'No q.', why: 'Because.', source: 'Acme', presets: {},
    options: { letter: { type: 'text', default: 'q', description: 'The letter.' } },
    *check({ rendering }, { letter }) {
      const at = rendering.text.indexOf(letter);
      if (at >= 0) yield { span: { start: at, end: at + 1 }, message: 'has the letter' };
    },
    examples: { good: [], bad: [] },
  }),
];
`;

describe('plug-ins', () => {
  test('a package that is built with replylint/rule is installed, configured and runs', async () => {
    const cwd = folderWith({
      'a.md': HYPE,
      'node_modules/replylint-plugin-acme/package.json':
        '{"name": "replylint-plugin-acme", "type": "module", "exports": "./index.js"}',
      'node_modules/replylint-plugin-acme/index.js': PLUGIN,
      '.replylintrc.json': JSON.stringify({
        plugins: ['replylint-plugin-acme'],
        rules: { 'acme/no-hype': 'error', 'acme/no-q': ['warn', { letter: 'm' }] },
      }),
    });
    installReplylintIn(cwd);
    // In a package, `replylint/rule` resolves to the build, so a process is needed.
    const found = await messages(cwd, '', replylintProcess);
    expect(found.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`)).toEqual([
      '1:7 acme/no-q',
      '3:5 acme/no-hype',
    ]);
    expect((await replylint(['explain', 'acme/no-hype'], { cwd })).out).toContain('“game changing” promises too much');
  });

  test('a file beside the configuration works the same; its options are checked', async () => {
    const files = { 'a.md': HYPE, 'acme.mjs': PLUGIN };
    const config = (rules: unknown) => JSON.stringify({ plugins: ['./acme.mjs'], rules });
    const cwd = folderWith({ ...files, '.replylintrc.json': config({ 'acme/no-hype': 'warn' }) });
    installReplylintIn(cwd);
    expect(await messages(cwd)).toHaveLength(1);
    const wrong = folderWith({ ...files, '.replylintrc.json': config({ 'acme/no-q': ['warn', { leter: 'm' }] }) });
    installReplylintIn(wrong);
    expect((await replylint(['a.md'], { cwd: wrong })).err).toContain('unknown option "leter". Did you mean "letter"?');
  });

  test.each([
    ['nowhere', '"nowhere" is not an installed package'],
    ['./nowhere.mjs', '"./nowhere.mjs" cannot be loaded'],
    ['./empty.mjs', 'does not export `rules`'],
    ['./broken.mjs', '"./broken.mjs" cannot be loaded: no such luck'],
  ])('%s is refused with its place', async (plugin, error) => {
    const cwd = folderWith({
      'a.md': HYPE,
      'empty.mjs': 'export const nothing = 1;',
      'broken.mjs': 'throw new Error("no such luck");',
      '.replylintrc.json': JSON.stringify({ plugins: [plugin] }),
    });
    const { err, code } = await replylint(['a.md'], { cwd });
    expect(err).toContain(error);
    expect(err).toContain('.replylintrc.json:1:');
    expect(code).toBe(2);
  });
});

describe('extends and overrides', () => {
  test('a path, a package, a preset, in order: the last word counts', async () => {
    const cwd = folderWith({
      'a.md': 'You failed to send it.\n',
      'node_modules/shared/package.json': '{"name": "shared", "main": "base.json"}',
      'node_modules/shared/base.json': '{"extends": "replylint:strict", "rules": {"no-blame-shifting": "off"}}',
      'team/more.yaml': 'rules:\n  no-blame-shifting: warn\n',
      '.replylintrc.json': '{"extends": ["shared", "./team/more.yaml"]}',
    });
    expect((await messages(cwd)).map(({ ruleId, severity }) => [ruleId, severity])).toContainEqual([
      'no-blame-shifting',
      1,
    ]);
  });

  test.each([
    ['{"extends": "./b.json"}', '{"extends": "./.replylintrc.json"}', 'extends itself'],
    ['{"extends": "./nowhere.json"}', '{}', 'no such file'],
    ['{"extends": "nobody"}', '{}', '"nobody" is not an installed package or a preset'],
    ['{"extends": "./b.json"}', '{"rule": {}}', 'unknown key "rule". Did you mean "rules"?'],
  ])('%s with %s is refused', async (config, other, error) => {
    const { err, code } = await replylint(['a.md'], {
      cwd: folderWith({ 'a.md': HYPE, '.replylintrc.json': config, 'b.json': other }),
    });
    expect(err).toContain(error);
    expect(code).toBe(2);
  });

  test('overrides hold for files, tags, titles, ids, forms', async () => {
    const blame = 'You failed to send it.';
    const macros = ['one', 'two', 'three', 'four'].map((title, index) => ({
      id: index + 1,
      title,
      actions: [
        { field: 'comment_value', value: blame },
        { field: 'set_tags', value: index === 0 ? 'vip legal' : 'other' },
      ],
    }));
    const off = { rules: { 'no-blame-shifting': 'off' } };
    const overrides = [
      { tags: ['vip'], ...off },
      { titles: 'tw*', ...off },
      { ids: [3, '7'], ...off },
      { files: 'z.json', ...off },
    ];
    const cwd = folderWith({
      'm.json': JSON.stringify({ macros }),
      '.replylintrc.json': JSON.stringify({ rules: { 'no-blame-shifting': 'error' }, overrides }),
    });
    expect((await messages(cwd, 'm.json')).map(({ reply }) => reply.id)).toEqual(['4']);
  });

  test('an override that matches no file is mentioned, if the run covers its folder', async () => {
    const overrides = [
      { files: 'a.md', form: 'chat' },
      { files: ['chatt/**', 'x.md'], form: 'chat' },
      { tags: 'vip', form: 'chat' },
    ];
    const cwd = folderWith({ 'a.md': HYPE, 'chat/a.md': HYPE, '.replylintrc.json': JSON.stringify({ overrides }) });
    const notice = 'replylint: .replylintrc.json: overrides › item 2 › files: no file matches\n';
    expect((await replylint(['.'], { cwd })).err).toBe(notice);
    expect((await replylint(['chat'], { cwd })).err).toBe('');
    expect((await replylint(['a.md'], { cwd })).err).toBe('');
  });

  test('an override can extend a preset, which replaces those of the configuration', async () => {
    const bare = 'Thank you for waiting. We apologize for any inconvenience, and we will write soon.\n';
    const cwd = folderWith({
      'mail/a.md': `Hi Ana,\n\n${bare}`,
      'chat/a.md': bare,
      '.replylintrc.json': JSON.stringify({
        extends: 'replylint:strict',
        rules: { 'no-vague-timeframe': 'off', 'acme/x': ['warn', { avoid: ['for waiting'] }] },
        overrides: [{ files: 'chat/**', extends: 'replylint:chat', form: 'chat' }],
      }),
    });
    const rulesIn = async (path: string) =>
      [...new Set((await messages(cwd, path)).map(({ ruleId }) => ruleId))].sort();
    expect(await rulesIn('chat')).toEqual(['acme/x', 'first-person-voice', 'no-hollow-apology']);
    expect(await rulesIn('mail')).toContain('sign-off');
    const other = folderWith({
      '.replylintrc.json': '{"overrides": [{"files": "chat/**", "extends": "./a.json"}]}',
      'a.md': bare,
    });
    expect((await replylint(['a.md'], { cwd: other })).err).toContain(
      '"./a.json" is not one of "replylint:recommended"',
    );
  });

  test('the nearest configuration holds, up to the repository’s root', async () => {
    const cwd = folderWith({
      '.replylintrc.json': '{"rules": {"no-blame-shifting": "error"}}',
      'a/b.md': 'You failed to send it.\n',
      'c/.replylintrc.yaml': 'rules: {no-blame-shifting: warn}\n',
      'c/d.md': 'You failed to send it.\n',
    });
    const results = JSON.parse((await replylint(['-f', 'json', 'a/b.md', 'c/d.md'], { cwd })).out);
    expect(results.map(({ errorCount, warningCount }: Counts) => [errorCount, warningCount])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test('a configuration that is code runs', async () => {
    const cwd = folderWith({
      'a.md': 'You failed to send it.\n',
      'replylint.config.mjs': 'export default { rules: { "no-blame-shifting": "warn" } };',
    });
    expect(await messages(cwd)).toHaveLength(1);
  });
});

interface Counts {
  readonly errorCount: number;
  readonly warningCount: number;
}

interface Message {
  readonly ruleId: string;
  readonly severity: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly suggestions: unknown;
  readonly reply: { readonly id: string };
}

type Run = (args: readonly string[], surroundings: Surroundings) => Ran | Promise<Ran>;

async function messages(cwd: string, file = '', run: Run = replylint): Promise<Message[]> {
  const { out, err } = await run(
    ['-f', 'json', ...(file === '' ? readdirSync(cwd).filter((name) => name.endsWith('.md')) : [file])],
    { cwd },
  );
  if (out === '') throw new Error(err);
  return JSON.parse(out)
    .flatMap((result: { messages: Message[] }) => result.messages)
    .map(({ reply, ...message }: Message) => (file === '' ? picked(message) : { ...message, reply }));
}

function picked({ ruleId, line, column, message, suggestions, severity }: Omit<Message, 'reply'>) {
  return { ruleId, severity, line, column, message, ...(suggestions !== undefined && { suggestions }) };
}

/** Installs the package under its own name, as npm would, so that a plug-in finds `replylint/rule`. */
function installReplylintIn(cwd: string): void {
  built('rule.js');
  mkdirSync(join(cwd, 'node_modules'), { recursive: true });
  symlinkSync(fileURLToPath(new URL('..', import.meta.url)), join(cwd, 'node_modules/replylint'), 'dir');
}
