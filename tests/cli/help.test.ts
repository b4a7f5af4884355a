import { afterAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { folderWith, replylint } from '../command-line.js';

const cwd = '/';
const helpOf = async (args: string) => (await replylint(args.split(' '), { cwd })).out;
const optionsIn = (help: string) => [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, name]) => name);

const COMMANDS = ['list', 'show', 'report', 'rules', 'explain', 'init', 'completion'];
const TOPICS = [
  'configuration',
  'fixes',
  'reports',
  'files',
  'suppressions',
  'directives',
  'performance',
  'troubleshooting',
];

describe('help', () => {
  test.each(['--help', '--help --all', ...TOPICS.map((topic) => `--help ${topic}`), ...COMMANDS.map((c) => `${c} -h`)])(
    '%s fits 80 columns',
    async (args) => {
      const lines = (await helpOf(args)).split('\n');
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
    },
  );

  test('the first page has five options, and says where the others are', async () => {
    const help = await helpOf('--help');
    expect(optionsIn(help)).toEqual(['--fix', '--format', '--config', '--rule', '--max-warnings']);
    expect(help).toContain('replylint --help --all');
    for (const name of [...TOPICS, ...COMMANDS]) expect(help).toContain(name);
  });

  test('the topics together have all options, in groups', async () => {
    const all = optionsIn(await helpOf('--help --all'));
    const pages = await Promise.all([...TOPICS, 'help'].map((topic) => helpOf(`--help ${topic}`)));
    expect(pages.flatMap(optionsIn)).toEqual(all);
    expect(all.length).toBeGreaterThan(30);
  });

  test.each([
    ['--help fix', ['--fix', '--fix-dry-run', '--fix-type']],
    ['-h DIRECT', ['--no-inline-config', '--report-unused-disable-directives']],
    ['help fix', ['--fix', '--fix-dry-run', '--fix-type']],
    ['macros/ --help fix', ['--fix', '--fix-dry-run', '--fix-type']],
  ])('%s', async (args, options) => expect(optionsIn(await helpOf(args))).toEqual(options));

  test('help as a command says the same', async () => {
    expect(await helpOf('help')).toBe(await helpOf('--help'));
    expect(await helpOf('help --all')).toBe(await helpOf('--help --all'));
    expect(await helpOf('help list')).toBe(await helpOf('list --help'));
  });

  test('an unknown topic gives the first page', async () =>
    expect(await helpOf('--help nothing')).toBe(await helpOf('--help')));

  test('--all without --help is no option', async () => expect((await replylint(['--all'], { cwd })).code).toBe(2));
});

test('the version comes with the name', async () =>
  expect(await helpOf('--version')).toBe(`replylint ${packageJson.version}\n`));

test('explain without a rule lists the rules', async () => expect(await helpOf('explain')).toBe(await helpOf('rules')));

test('explain shows the phrases of a rule from the configuration', async () => {
  const folder = folderWith({
    '.replylintrc.json': JSON.stringify({
      rules: { 'acme/no-ping': ['warn', { avoid: ['ping us'], message: 'is jargon' }] },
    }),
  });
  const { out } = await replylint(['explain', 'acme/no-ping'], { cwd: folder });
  expect(out).toContain('## Phrases\n\n- `ping us`\n');
  expect(out).not.toContain('## Reported');
});

describe('explain takes the place of a finding', () => {
  const TEXT = '---\ntitle: Form\n---\nHi Ana,\n\nYou failed to send the form, so be patient.\n\nKind regards,\nKim\n';
  const cwd = folderWith({ 'macros/form.md': TEXT, 'notes.csv': 'a,b\n' }, afterAll);
  const FOUND = 'macros/form.md:6:1  error  no-blame-shifting\n  “You failed to” blames the customer\n';

  test.each(['macros/form.md:6:1', 'macros/form.md:6:8', './macros/form.md:6'])('%s', async (place) => {
    const { out, err, code } = await replylint(['explain', place], { cwd });
    expect([err, code]).toEqual(['', 0]);
    expect(out.startsWith(FOUND)).toBe(true);
    expect(out).toContain('  The reply: Form, full, ');
    expect(out).toContain('\n# no-blame-shifting\n');
  });

  test('where nothing is found, it says where something is', async () => {
    const { out, code } = await replylint(['explain', 'macros/form.md:5'], { cwd });
    expect(out).toMatch(/^macros\/form\.md:5: nothing is found here, the findings are on lines (?:\d+, )*6/);
    expect(code).toBe(0);
  });

  test.each([
    ['macros/none.md:5', 'replylint: macros/none.md: no such file\n'],
    ['notes.csv:1', 'no reply found'],
  ])('%s is refused', async (place, says) => {
    const { err, code } = await replylint(['explain', place], { cwd });
    expect(err).toContain(says);
    expect(code).toBe(2);
  });
});
