import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { DEFAULTS } from '../../src/cli/options.js';
import { programOf } from '../../src/cli/program.js';
import { folderWith, replylint } from '../command-line.js';

const BAD = 'Hi there,\n\nYou failed to send the form.\n';
const FILES = {
  'macros/a.md': BAD,
  'lis/a.md': BAD,
  '(apac)/a.md': BAD,
  '{vip}/a.md': BAD,
  '!urgent/a.md': BAD,
  'north/a.md': BAD,
  'south/a.md': BAD,
  'docs/README.md': '# About\n\nHow to install it.\n',
  'off.json': '{"extends": []}',
};

describe('mistyped command lines', () => {
  const cwd = folderWith(FILES, afterAll);

  test.each([
    ['lnit', 'lnit: no such command, file or folder; did you mean `init`?'],
    ['lits macros', 'did you mean `list`?'],
    ['shwo macros/a.md', 'did you mean `show`?'],
    ['exlpain greeting', 'did you mean `explain`?'],
    ['List macros', 'did you mean `list`?'],
    ['fix macros', 'use `replylint --fix [paths…]`'],
    ['check macros', 'to lint, leave out the command: `replylint [paths…]`'],
    ['lint macros', 'to lint, leave out the command: `replylint [paths…]`'],
    ['constructor macros', 'constructor: no such file or folder'],
    ['help lst', 'help: unknown command "lst". Did you mean "list"?'],
    ['-', '-: no such file or folder; to lint standard input, use --stdin'],
    ['-fix macros', 'did you mean `--fix`?'],
    ['-config=x macros', 'did you mean `--config`?'],
    [
      '--print-config -c off.json macros/a.md',
      '--print-config -c: expected <path> after --print-config, not an option',
    ],
    ['-c --print-config macros/a.md', '-c --print-config: expected <path> after -c, not an option'],
    ['list --ignore-pattern --no-ignore=x macros', '--ignore-pattern --no-ignore: expected <pattern>'],
    ['report -o -f html macros', '-o -f: expected <path> after -o, not an option'],
    ['list -skipped', 'did you mean `--skipped`?'],
    ['--stdin-filename a.md macros', '--stdin-filename requires --stdin'],
    ['--fix-type greeting macros', '--fix-type requires --fix'],
    ['--cache-location x macros', '--cache-location requires --cache'],
    ['-c nowhere.json list macros', 'nowhere.json: no such file'],
    ['-c nowhere.json rules', 'nowhere.json: no such file'],
    ['--quiet list macros', '--quiet cannot be used with `list`'],
    ['-f sarif list macros', '--format sarif: `list` accepts only text and json'],
    ['rules --preset recomended', 'unknown preset "recomended". Did you mean "recommended"?\n'],
    ['--fromat json macros', "unknown option '--fromat'"],
    ['--max-warnings x macros', 'Expected a whole number.'],
  ])('replylint %s', async (args, says) => {
    const { out, err, code } = await replylint(args.split(' '), { cwd });
    expect(err).toMatch(/^replylint: [^\n]+\n/);
    expect(err).toContain(says);
    expect(code).toBe(2);
    if (!says.endsWith('no such file or folder')) expect(out).toBe('');
  });

  test.each([
    [['help'], /^Usage: replylint \[options\]/],
    [['help', 'list'], /^Usage: replylint list/],
    [['version'], /^\d+\.\d+\.\d+\n$/],
    [['-f', 'json', 'list', 'macros'], /^\[\n/],
    [
      ['--ignore-pattern', 'x', 'list', '--ignore-pattern', 'macros', 'lis', 'macros'],
      /^ {2}Line {2}Reply .* {2}Form, intent, state, language, topics\n\nlis\/a\.md\n.*\n\n1 reply\n$/,
    ],
  ])('replylint %j', async (args, says) => {
    const { out, err, code } = await replylint(args, { cwd });
    expect([err, code]).toEqual(['', 0]);
    expect(out).toMatch(says);
  });

  test('a folder that is named like a mistyped command is a folder', async () => {
    expect((await replylint(['-f', 'compact', 'lis'], { cwd })).out).toContain('lis/a.md: line 3');
  });

  test('the names of the commands are those that the program has', () => {
    const unused = async () => 0;
    const actions = {
      lint: unused,
      list: unused,
      report: unused,
      show: unused,
      rules: unused,
      explain: unused,
      init: unused,
      completion: unused,
    };
    const program = programOf(actions, () => undefined);
    expect(program.commands.map((command) => command.name()).sort()).toEqual([...COMMANDS].sort());
    // A command line of paths alone is not parsed.
    expect(program.opts()).toEqual(DEFAULTS);
  });
});

describe('paths', () => {
  const cwd = folderWith(FILES, afterAll);
  const linted = async (...paths: string[]) => {
    const { out, err, code } = await replylint(['-f', 'compact', ...paths], { cwd });
    const files = [...new Set(Array.from(out.matchAll(/^(.+): line 3/gm), ([, file]) => file))];
    return { files, err, code };
  };

  test.each([
    [['macros', 'macros/a.md']],
    [['macros/a.md', 'macros']],
    [['macros/a.md', './macros/a.md']],
    [['macros', 'macros/*.md', 'macros/']],
  ])('%j: each file is linted once, and no path is a mistake', async (paths) => {
    expect(await linted(...paths)).toEqual({ files: ['macros/a.md'], err: '', code: 1 });
  });

  test('a file that is named is so in its folder, too', async () => {
    const { err } = await replylint(['macros', 'docs', 'docs/README.md', '-f', 'compact'], { cwd });
    expect(err).not.toContain('no reply found');
    expect(err).not.toContain('skipped');
  });

  test.each([
    ['(apac)/*.md', ['(apac)/a.md']],
    ['{vip}/*.md', ['{vip}/a.md']],
    ['!urgent/*.md', ['!urgent/a.md']],
    ['{north,south}/*.md', ['north/a.md', 'south/a.md']],
    ['./(apac)/*.md', ['(apac)/a.md']],
  ])('%s: a folder that is there by this name is that folder', async (pattern, files) => {
    expect(await linted(pattern)).toEqual({ files, err: '', code: 1 });
  });
});

describe('output', () => {
  test('--color colors what is piped, --no-color wins over FORCE_COLOR', async () => {
    const cwd = folderWith(FILES);
    expect((await replylint(['--color', 'macros'], { cwd })).out).toContain('\u001b[');
    expect((await replylint(['--no-color', 'macros'], { cwd, env: { FORCE_COLOR: '1' } })).out).not.toContain(
      '\u001b[',
    );
    expect((await replylint(['explain', 'greeting', '--color'], { cwd })).out).toContain('\u001b[');
  });

  test('one warning is no plural', async () => {
    const cwd = folderWith(FILES);
    const { err } = await replylint(
      ['-c', 'off.json', '--rule', 'no-blame-shifting: warn', '--max-warnings', '0', 'macros'],
      { cwd },
    );
    expect(err).toBe('replylint: too many warnings: 1 (--max-warnings allows 0)\n');
  });
});

describe('--stdin', () => {
  const RULE = ['--no-config-lookup', '--rule', 'no-shouting: warn'];

  test.each([
    ['Wow!!! It is here.\n', 'Wow! It is here.\n'],
    ['\ufeffWow!!! It is here.\r\n', '\ufeffWow! It is here.\r\n'],
    ['It is here.\n', 'It is here.\n'],
  ])('--fix prints the fixed text, and reports on standard error: %j', async (input, output) => {
    const cwd = folderWith({});
    const { out, err, code } = await replylint([...RULE, '--stdin', '--fix'], { cwd, input });
    expect([out, err, code]).toEqual([output, '', 0]);
  });

  test('--fix prints what cannot be fixed as it came', async () => {
    const cwd = folderWith({ 'stdin.md': 'Not this one!!!\n' });
    const input = Buffer.from('Hallo M\u00fcller!!!\n', 'latin1');
    const { out, err, code } = await replylint([...RULE, '--stdin', '--fix'], { cwd, input });
    expect(out).toBe(String(input));
    expect(err).toContain('Not checked: the file is not UTF-8: byte 0xfc at offset 7');
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'stdin.md'), 'utf8')).toBe('Not this one!!!\n');
  });

  test('UTF-16 is read as in a file', async () => {
    const input = Buffer.from(`\ufeff${BAD}`, 'utf16le');
    const { out, code } = await replylint(['--stdin', '-f', 'compact'], { cwd: folderWith({}), input });
    expect(out).toContain('line 3, col 1');
    expect(code).toBe(1);
  });

  test('an empty text is called what it is', async () => {
    const { err, code } = await replylint(['--stdin'], { cwd: folderWith({}) });
    expect([err, code]).toEqual(['replylint: standard input: no reply found\n', 0]);
  });
});

describe('standard input without a file name is recognized by its content', () => {
  const SAID =
    'Hi Ana, thank you for writing to us. You failed to send the form. Please let us know if we can help. Kind regards, Kim';
  const macro = { title: 'Late', actions: [{ field: 'comment_value', value: SAID }] };
  test.each([
    ['an export', JSON.stringify({ macros: [macro] }, null, 2), 'stdin.json'],
    ['a list', JSON.stringify(['A', 'B'].map((title) => ({ title, body: SAID }))), 'stdin.json'],
    [
      'lines of records',
      `${JSON.stringify({ title: 'A', body: SAID })}\n${JSON.stringify({ title: 'B', body: `${SAID} Bye!` })}\n`,
      'stdin.ndjson',
    ],
    ['YAML', `- title: Late\n  body: ${SAID}\n- title: Form\n  body: ${SAID}\n`, 'stdin.yaml'],
    [
      'YAML under a key',
      `replies:\n  - title: Late\n    body: ${SAID}\n  - title: Form\n    body: ${SAID}\n`,
      'stdin.yaml',
    ],
    ['CSV', `title,message\nLate,"${SAID}"\nForm,"${SAID}"\n`, 'stdin.csv'],
    ['HTML', `<!DOCTYPE html>\n<html><body><p>Hi Ana,</p><p>${SAID}</p></body></html>`, 'stdin.html'],
    ['Markdown', `Hi Ana,\n\n${SAID}\n`, 'stdin.md'],
    ['a placeholder at the top', `{{greeting}}\n\n${SAID}\n`, 'stdin.md'],
    ['a gap at the top', `[Name],\n\n${SAID}\n`, 'stdin.md'],
    ['front matter', `---\nreplylint:\n  form: full\n---\n${SAID}\n`, 'stdin.md'],
    ['a message with colons and commas', `Subject: Your order, again\n\nHi Ana,\n\n${SAID}\n`, 'stdin.md'],
  ])('%s', async (_, input, name) => {
    const { out, code } = await replylint(['--stdin', '-f', 'json'], { cwd: folderWith({}), input });
    const [{ filePath, messages }] = JSON.parse(out);
    expect(filePath.split('/').at(-1)).toBe(name);
    expect(messages.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('no-blame-shifting');
    expect(code).toBe(1);
  });

  test('a fault in JSON is reported as one', async () => {
    const { out, code } = await replylint(['--stdin'], { cwd: folderWith({}), input: '{"macros": [' });
    expect(out).toContain('stdin.json');
    expect(out).toContain('JSON');
    expect(code).toBe(2);
  });
});
