import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

const GOOD =
  'Hi [Name],\n\nthank you for writing. Your refund is on its way, and I will write to you on Friday.\n\nIs there anything else I can do for you?\n\nKind regards,\n[Your Name]\n';
const WARNS = GOOD.replace('[Name]', 'there');
const BAD = 'You failed to send the form.\n';

const FILES = {
  'good.md': GOOD,
  'warns.md': WARNS,
  'bad.md': BAD,
  'broken.json': '{"macros": [',
  'other.json': '{"name": "no reply"}',
  'tsconfig.json': '{ // a comment\n "compilerOptions": {} }',
  'latin1.md': Buffer.from('Hallo M\xfcller', 'latin1'),
  'empty/.keep': '',
  'only-json/data.json': '{"a": 1}',
  'good/a.md': GOOD,
  'odd/b.md': GOOD,
  'odd/export.json': '{"macros": [{"comment_value": ',
  'config/unknown-rule.json': '{\n  "rules": {\n    "greting": "error"\n  }\n}',
  'config/unknown-key.yaml': 'rules: {}\nextend: replylint:recommended\n',
  'config/unknown-option.json': '{"rules": {"personalization": ["warn", {"anyPlaceholders": true}]}}',
  'config/wrong-value.json': '{"rules": {"personalization": ["warn", {"anyPlaceholder": "yes"}]}}',
  'config/wrong-phrase.json': '{"rules": {"greeting": ["warn", {"accept": ["(open"]}]}}',
  'config/wrong-severity.json': '{"rules": {"greeting": "fatal"}}',
  'config/unknown-preset.json': '{"extends": ["replylint:recomended"]}',
  'config/broken.json': '{"rules": ',
  'config/empty.json': '',
  'config/fine.json': '{"extends": ["replylint:recommended"]}',
  'config/off.json': '{"extends": []}',
};

/** All ways to call the command, with arguments, exit code and text on standard error. */
const TABLE: readonly (readonly [string, number, string | RegExp])[] = [
  ['good.md', 0, ''],
  ['warns.md', 0, ''],
  [
    '--suppress-rule gretting good.md',
    2,
    'replylint: --suppress-rule: unknown rule "gretting". Did you mean "greeting"?',
  ],
  ['explain template-syntax', 0, ''],
  ['explain template-sintax', 2, 'replylint: unknown rule "template-sintax". Did you mean "template-syntax"?'],
  ['explain no-blame', 2, 'replylint: unknown rule "no-blame". Did you mean "no-blame-shifting"?'],
  [
    'explain max-',
    2,
    'replylint: unknown rule "max-". Did you mean one of "max-apologies", "max-reply-length", "max-sentence-length"?',
  ],
  ['bad.md', 1, ''],
  ['good.md bad.md', 1, ''],
  ['--quiet warns.md', 0, ''],
  ['--max-warnings 0 warns.md', 1, '(--max-warnings allows 0)'],
  ['--max-warnings 0 good.md', 0, ''],
  ['--max-warnings many good.md', 2, 'Expected a whole number'],
  ['--help', 0, ''],
  ['--version', 0, ''],
  ['list --help', 0, ''],
  ['rules', 0, ''],
  ['rules --format json', 0, ''],
  ['rules --format xml', 2, 'Allowed choices are text, json'],
  ['rules extra', 2, 'too many arguments'],
  ['list good.md', 0, ''],
  ['list --format json good.md', 0, ''],
  ['list nowhere', 2, 'nowhere: no such file or folder'],
  ['--frmat json good.md', 2, 'Did you mean --format?'],
  ['--format yaml good.md', 2, 'yaml'],
  ['nowhere.md', 2, 'nowhere.md: no such file or folder'],
  ['nowhere.md good.md', 2, 'nowhere.md: no such file or folder'],
  ['nowhere.md bad.md', 2, 'nowhere.md: no such file or folder'],
  ['nowhere.md --no-error-on-unmatched-pattern', 0, ''],
  ['*.nothing', 2, '*.nothing'],
  ['g*.md', 0, ''],
  ['empty', 2, 'empty: no reply found'],
  ['only-json', 2, 'only-json: no reply found'],
  ['only-json --no-error-on-unmatched-pattern', 0, 'skipped 1 file that contains other data'],
  ['other.json', 2, 'other.json: no reply found; run `replylint list --skipped` to see why'],
  ['other.json --no-error-on-unmatched-pattern', 0, 'other.json: no reply found'],
  ['tsconfig.json', 2, 'tsconfig.json: no reply found'],
  ['show nothing', 2, 'nothing: no such file or reply id; run `replylint list --format json` to see the ids'],
  ['show other.json', 2, 'other.json: no reply found; run `replylint list --skipped` to see why'],
  ['show good.md', 0, ''],
  ['list --skipped other.json good.md', 0, ''],
  ['broken.json', 2, ''],
  ['broken.json good.md', 2, ''],
  ['odd', 2, ''],
  ['latin1.md good.md', 2, ''],
  [
    '-c config/unknown-rule.json good.md',
    2,
    /config\/unknown-rule\.json:3:5: rules › greting: unknown rule "greting"\. Did you mean "greeting"\?/,
  ],
  [
    '-c config/unknown-key.yaml good.md',
    2,
    /config\/unknown-key\.yaml:2:1: extend: unknown key "extend"\. Did you mean "extends"\?/,
  ],
  ['-c config/unknown-option.json good.md', 2, 'unknown option "anyPlaceholders". Did you mean "anyPlaceholder"?'],
  ['-c config/wrong-value.json good.md', 2, 'expected true or false, found "yes"'],
  ['-c config/wrong-phrase.json good.md', 2, 'in the phrase "(open", at character 1: “(” is not closed'],
  ['-c config/wrong-severity.json good.md', 2, 'expected "off", "warn" or "error", found "fatal"'],
  [
    '-c config/unknown-preset.json good.md',
    2,
    'unknown preset "replylint:recomended". Did you mean "replylint:recommended"?',
  ],
  ['-c config/broken.json good.md', 2, 'config/broken.json:1:11: value expected'],
  ['-c config/empty.json good.md', 2, 'the configuration is empty'],
  ['-c config/nowhere.json good.md', 2, 'config/nowhere.json: no such file'],
  ['-c config/fine.json bad.md', 1, ''],
  ['-c config/off.json bad.md', 0, 'config/off.json: no rules are enabled, so no reply was checked'],
  ['--rule no-blame-shifting:off --rule greeting:off bad.md', 0, ''],
  ['--rule greeting=error good.md', 2, 'expected `rule: severity`'],
  ['--rule greting:off good.md', 2, 'unknown rule "greting"'],
  ['--ignore-pattern bad.md bad.md', 0, 'bad.md: ignored'],
  ['--ignore-pattern bad.md bad.md --no-warn-ignored', 0, ''],
  ['--stdin good.md', 2, '--stdin takes no paths'],
  ['--stdin', 0, ''],
  ['--print-config good.md', 0, ''],
];

describe('exit codes', () => {
  // The tests share one folder because none of them writes anything.
  const cwd = folderWith(FILES, afterAll);

  test.each(TABLE)('replylint %s → %i', async (args, code, says) => {
    const ran = await replylint(args.split(' '), { cwd, input: GOOD });
    expect(ran.err).not.toMatch(/\n {4}at /);
    if (says === '') expect(ran.code === 2 ? '' : ran.err).toBe('');
    else if (typeof says === 'string') expect(ran.err).toContain(says);
    else expect(ran.err).toMatch(says);
    expect(ran.code).toBe(code);
  });

  test('an empty path, as an unset shell variable gives it, is no path', async () => {
    const ran = await replylint([''], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('a path is empty');
  });

  test('what cannot be checked is said, and the other files are linted', async () => {
    const { out, code } = await replylint(['broken.json', 'latin1.md', 'bad.md'], { cwd });
    expect(out).toContain('broken.json');
    expect(out).toMatch(/1:13\s+error\s+Not JSON/);
    expect(out).toContain('Not checked: the file is not UTF-8: byte 0xfc at offset 7, line 1; save it as UTF-8');
    expect(out).toContain('“You failed to” blames the customer');
    expect(code).toBe(2);
  });

  test('a path that leads nowhere, or to something unreadable, is said', async () => {
    const cwd = folderWith({ 'bad.md': BAD });
    symlinkSync('loop.md', join(cwd, 'loop.md'));
    symlinkSync('/proc/self/mem', join(cwd, 'memory.md'));
    const { out, err, code } = await replylint(['loop.md', 'memory.md', 'bad.md'], { cwd });
    expect(err).toContain('loop.md: cannot be read (ELOOP)');
    expect(out).toMatch(/memory\.md\n\s+1:1\s+error\s+Not checked: cannot be read \(\w+\)/);
    expect(out).toContain('blames the customer');
    expect(code).toBe(2);
  });
});
