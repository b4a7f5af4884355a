import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, replylint, replylintProcess } from '../command-line.js';

const REPLY = { 'replies/a.md': 'Hi [Name],\n\nyou failed to send the form.\n\nBest,\n[Your Name]\n' };
const SECRET = 'hunter2-very-secret';

/** Paths of things that are not readable files, with the expected error for each. */
const UNREADABLE: readonly (readonly [string, (path: string) => void, string])[] = [
  ['a device', (path) => symlinkSync('/dev/zero', path), 'is not a regular file'],
  ['a pipe', (path) => execFileSync('mkfifo', [path]), 'is not a regular file'],
  [
    'a file of 100 MB',
    (path) => {
      writeFileSync(path, '{');
      truncateSync(path, 100 << 20);
    },
    'is too large; the limit is',
  ],
];
const FOLDER = ['a folder', (path: string) => mkdirSync(path), 'is a folder, not a file'] as const;

describe('a path that points to a file that does not exist, or to a large one', () => {
  test.each([...UNREADABLE, FOLDER])('%s as configuration, extended, as suppressions', async (_, make, error) => {
    const cwd = folderWith({ ...REPLY, 'extends.json': '{"extends": ["./thing.json"]}' });
    make(join(cwd, 'thing.json'));
    for (const args of [
      ['-c', 'thing.json', '.'],
      ['-c', 'extends.json', '.'],
      ['--suppressions-location', 'thing.json', '.'],
      ['rules', '-c', 'thing.json'],
      ['list', '-c', 'thing.json', '.'],
    ]) {
      const { code, err } = await replylint(args, { cwd });
      expect({ args, code, err }).toEqual({
        args,
        code: 2,
        err: expect.stringMatching(new RegExp(`^replylint: thing\\.json: ${error}.*\\n$`)),
      });
    }
  });

  test.each(UNREADABLE)('%s where a configuration is looked for', async (_, make, error) => {
    for (const name of ['package.json', '.replylintrc', '.replylintrc.yaml', 'replylint.config.mjs']) {
      const cwd = folderWith(REPLY);
      make(join(cwd, name));
      const { code, err } = await replylint(['.'], { cwd });
      expect({ name, code, err }).toEqual({ name, code: 2, err: expect.stringContaining(`${name}: ${error}`) });
    }
  });

  test('the folder that is linted as configuration', async () => {
    const cwd = folderWith(REPLY);
    expect(await replylint(['-c', '.', '.'], { cwd })).toMatchObject({
      code: 2,
      err: `replylint: ${cwd}: is a folder, not a file\n`,
    });
  });

  test('a folder or a link to nowhere where a configuration is looked for', async () => {
    const cwd = folderWith({ ...REPLY, '.replylintrc/notes.txt': '' });
    expect((await replylint(['.'], { cwd })).code).toBe(1);
    symlinkSync('nowhere', join(cwd, '.replylintrc.json'));
    expect(await replylint(['.'], { cwd })).toMatchObject({
      code: 2,
      err: 'replylint: .replylintrc.json: no such file\n',
    });
  });

  test('a large ignore file is named, and the rest is linted', async () => {
    const cwd = folderWith({ ...REPLY, '.replylintignore': 'x\n' });
    truncateSync(join(cwd, '.replylintignore'), 100 << 20);
    const { code, out, err } = await replylint(['.'], { cwd });
    expect(out).toContain('blames');
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/\.replylintignore: is too large; the limit is 1 MiB\n$/),
    });
  });

  test('an empty configuration is an error, wherever it is', async () => {
    for (const name of ['.replylintrc', '.replylintrc.json', '.replylintrc.yml', 'replylint.config.mjs']) {
      const cwd = folderWith({ ...REPLY, [name]: '\n' });
      const { code, err } = await replylint(['.'], { cwd });
      expect({ name, code, err }).toEqual({ name, code: 2, err: `replylint: ${name}: the configuration is empty\n` });
    }
  });

  test.each<[string, string]>([
    ['.replylintrc.json', 'null'],
    ['.replylintrc.yaml', '# nothing yet\n'],
    ['.replylintrc', '~'],
    ['package.json', '{"replylint": null}'],
    ['replylint.config.mjs', 'export default null;'],
  ])('a configuration that holds nothing is an error: %s', async (name, text) => {
    const cwd = folderWith({ ...REPLY, [name]: text });
    const { code, err } = await replylint(['.'], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: `replylint: ${name}: the configuration is empty\n` });
  });
});

/** Faults in each kind of file, with the expected position and cause. `|` marks the fault. */
const FAULTS: readonly (readonly [string, string, string])[] = [
  ['.replylintrc.json', '{\n  "rules": {"greeting" "off"}\n}', '2:24: colon expected'],
  ['.replylintrc.json', '{\n  "rules": {},\n  "rules": {}\n}', '3:3: duplicate key "rules"'],
  ['.replylintrc.json', '{\n  "locale": "en"\n  "rules": {}\n}', '3:3: a comma is missing before "rules"'],
  ['.replylintrc.json', "{\n  'locale': 'en'\n}", '2:3: strings need straight double quotation marks (")'],
  ['.replylintrc.json', '{“locale”: "en"}', '1:2: strings need straight double quotation marks (")'],
  ['.replylintrc.json', '{"__proto__": {"rules": {"greeting": 7}}}', '1:2: unknown key "__proto__"'],
  ['.replylintrc.jsonc', '{\n  // note\n  "locale": en\n}', '3:13: invalid symbol'],
  ['.replylintrc.yml', 'extends:\n  - x\nrules:\n  greeting: [error\n  no-shouting: off\n', '5:3: not valid YAML: '],
  ['.replylintrc.yaml', 'rules:\n\tgreeting: off\n', '2:1: not valid YAML: '],
  ['.replylintrc', 'locale: en\nlocale: de\n', '2:1: not valid YAML: duplicate key "locale"'],
  ['.replylintrc', `rules: !secret ${SECRET}\n`, '1:8: not valid YAML: this tag is unknown'],
  ['.replylintrc', `rules: {}\n${SECRET}\n`, '2:1: not valid YAML: '],
  ['replylint.config.mjs', 'throw null;\n', ' null'],
  [
    'replylint.config.mjs',
    'export const config = {};\n',
    ' has no default export; export the configuration as the default',
  ],
  ['replylint.config.mjs', 'export default () => ({});\n', ' expected an object, found a function'],
  ['.replylintrc.json', Buffer.from('{"locale": "en"}', 'utf16le').toString('latin1'), ' is not UTF-8 text'],
];

describe('a fault in a configuration has its file, its place and its cause', () => {
  test.each(FAULTS)('%s: %j', async (name, text, error) => {
    const cwd = folderWith({ ...REPLY, [name]: text });
    const { code, err } = await replylint(['.'], { cwd });
    expect(err.slice(0, 200)).toContain(`replylint: ${name}:${error}`);
    expect(err.trim()).not.toContain('\n');
    expect(err).not.toContain(SECRET);
    expect(code).toBe(2);
  });

  // Tests of modules run the command in a separate process, because Vitest replaces Node's module loader in this one.
  test.each([
    [
      'replylint.config.mjs',
      "export default {\n  extends: [],\n  rules: { 'no-shouting' 'off' },\n};\n",
      ':3:26: SyntaxError: Unexpected string',
    ],
    [
      'replylint.config.cjs',
      "module.exports = {\n  rules: { 'a' 'off' },\n};\n",
      ':2:16: SyntaxError: Unexpected string',
    ],
    ['replylint.config.js', '\nthrow new Error("no token in the vault");\n', ':2:7: no token in the vault'],
    [
      'replylint.config.mjs',
      '\nexport default { files: __filename };\n',
      ':2:25: ReferenceError: __filename is not defined in ES module scope',
    ],
    ['replylint.config.mjs', "import './nowhere.mjs';\n", ': Cannot find module '],
    ['replylint.config.mjs', "import './base.mjs';\n", /: TypeError: Cannot read .*\/base\.mjs:2:6\)\n$/],
    [
      'replylint.config.mjs',
      "import './broken.mjs';\n",
      /: SyntaxError: Unexpected token '=' \(.*\/broken\.mjs:2:11\)\n$/,
    ],
  ])('%s: %j', (name, text, error) => {
    const modules = { 'base.mjs': '\nnull.x;\n', 'broken.mjs': 'const a = 1;\nconst b = = 2;\n' };
    const { code, err } = replylintProcess(['.'], { cwd: folderWith({ ...REPLY, ...modules, [name]: text }) });
    if (typeof error === 'string') expect(err).toContain(`replylint: ${name}${error}`);
    else expect(err).toMatch(error);
    expect(err.trim()).not.toContain('\n');
    expect(code).toBe(2);
  });

  test('nesting without end', async () => {
    for (const name of ['.replylintrc.json', '.replylintrc.yaml']) {
      const { code, err } = await replylint(['.'], { cwd: folderWith({ ...REPLY, [name]: '['.repeat(300_000) }) });
      expect({ name, code, err }).toEqual({ name, code: 2, err: expect.stringMatching(/is nested too deeply\n$/) });
    }
  });

  test('aliases that multiply end in an error', async () => {
    const layers = Array.from({ length: 40 }, (_, at) => `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`).slice(1);
    const cwd = folderWith({ ...REPLY, '.replylintrc.yaml': ['a0: &a0 [x, x]', ...layers].join('\n') });
    const { code, err } = await replylint(['.'], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'replylint: .replylintrc.yaml: not valid YAML: an alias has no anchor, or there are too many aliases\n',
    });
  });
});

describe('a link does not bring what it leads to into an error', () => {
  const SECRETS = [
    SECRET,
    `password=${SECRET}`,
    `${SECRET}: ${SECRET}`,
    `{"${SECRET}": "${SECRET}"}`,
    `"${SECRET}`,
    `[${SECRET}]`,
    `rules:\n  ${SECRET}: error\n`,
    `locale: ${SECRET}\n`,
    `{"suppressions": "${SECRET}"`,
    `extends: ${SECRET}`,
  ];

  test.each(SECRETS)('%j', async (content) => {
    const outside = folderWith({ secret: content });
    const names = ['.replylintrc', '.replylintrc.json', '.replylintrc.yaml', 'replylint-suppressions.json'];
    for (const name of names) {
      const cwd = folderWith(REPLY);
      symlinkSync(join(outside, 'secret'), join(cwd, name));
      const { code, out, err } = await replylint(['.'], { cwd });
      expect(err).toMatch(new RegExp(`^replylint: ${name.replaceAll('.', '\\.')}:`));
      expect(out + err).not.toContain(SECRET);
      expect(code).toBe(2);
    }
  });

  test('a module, in the words of its fault; a folder that is a link', async () => {
    const outside = folderWith({
      secret: `${SECRET.replaceAll('-', '')} is it\n`,
      'in/.replylintrc': `${SECRET}: 1\n`,
      'in/a.md': 'Hi.',
    });
    const cwd = folderWith(REPLY);
    symlinkSync(join(outside, 'secret'), join(cwd, 'replylint.config.cjs'));
    symlinkSync(join(outside, 'in'), join(cwd, 'in'));
    const module = replylintProcess(['.'], { cwd });
    expect(module).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('replylint.config.cjs: is not valid; details are hidden'),
    });
    const folder = await replylint(['in/a.md'], { cwd });
    expect(folder).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('in/.replylintrc: is not valid; details are hidden'),
    });
    expect(module.err + folder.err).not.toContain(SECRET.slice(0, 7));
  });
});
