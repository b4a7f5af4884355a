import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.js';
import { SEGMENTS } from '../../src/model/reply.js';
import { FORMATS } from '../../src/report/index.js';
import { folderWith, replylint } from '../command-line.js';

const script = (await replylint(['completion', 'bash'], { cwd: tmpdir() })).out;
const FILES = { 'letters/a.md': '', 'list of all.md': '', 'b.json': '' };

/** Returns what bash offers after these words when Tab is pressed. */
function offered(...words: readonly string[]): string[] {
  const line = [
    script,
    'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))',
    'complete -p replylint > /dev/null || exit 1',
    '_replylint; printf "%s\\n" "${'.concat('COMPREPLY[@]}"'),
  ].join('\n');
  const ran = spawnSync('bash', ['--norc', '-c', line, 'bash', 'replylint', ...words], {
    cwd: folderWith(FILES),
    encoding: 'utf8',
  });
  expect([ran.stderr, ran.status]).toEqual(['', 0]);
  return ran.stdout.split('\n').filter((one) => one !== '');
}

describe('completion in bash', () => {
  test.each([
    [['ini'], ['init']],
    [['li'], ['list', 'list of all.md']],
    [['le'], ['letters']],
    [['letters/'], ['letters/a.md']],
    [['--max'], ['--max-warnings']],
    [['--fix-t'], ['--fix-type']],
    [['--fix-type', ''], SEGMENTS],
    [['-f', ''], FORMATS],
    [['b.json', '--format', 'sa'], ['sarif']],
    [['--format', '=', 'jun'], ['junit']],
    [['--format', '='], FORMATS],
    [
      ['list', '--format', ''],
      ['text', 'json'],
    ],
    [['list', '-f', 'json', 'b'], ['b.json']],
    [['list', '--max'], []],
    [['-c', 'b'], ['b.json']],
    [['explain', ''], rules.map(({ id }) => id)],
    [['explain', 'greet'], ['greeting']],
    [
      ['rules', '--preset', ''],
      ['recommended', 'strict', 'chat', 'all'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [
      ['init', '--'],
      ['--yes', '--hook', '--workflow', '--help'],
    ],
    [['init', ''], []],
    [['--max-warnings', ''], []],
  ])('replylint %j', (words, expected) => {
    expect(offered(...words).sort()).toEqual([...expected].sort());
  });

  test('knows every option that the help knows', async () => {
    const cwd = folderWith({});
    for (const command of [[], ['list'], ['rules'], ['explain'], ['init'], ['completion']]) {
      const { out } = await replylint([...command, '--help'], { cwd });
      const named = out.match(/(?<=^ {2}(?:-\w, )?|^ {2}--color, )--[\w-]+/gm) ?? [];
      expect(named.length).toBeGreaterThan(0);
      expect(offered(...command, '--')).toEqual(expect.arrayContaining(named));
    }
  });
});

describe('the command', () => {
  test.each([
    ['completion', "missing required argument 'shell'"],
    ['completion tcsh', 'Allowed choices are bash, zsh, fish'],
    ['completion bash zsh', 'too many arguments'],
  ])('replylint %s → 2', async (args, says) => {
    const { err, code } = await replylint(args.split(' '), { cwd: folderWith({}) });
    expect(err).toContain(says);
    expect(code).toBe(2);
  });
});
