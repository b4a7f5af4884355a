import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { built } from '../built.js';
import { newFolder } from '../command-line.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CODE = `command-${process.version}-${process.arch}.code`;

/** Returns the package as another version of Node finds it, without the compiled code of this version. */
function installed() {
  built('command.cjs');
  const place = newFolder(onTestFinished);
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, name), join(place, name), { recursive: true });
  rmSync(join(place, 'dist', CODE));
  const caches = join(place, 'caches');
  writeFileSync(join(place, 'a.md'), 'Hi Kim,\n\nyou failed to sign the form.\n\nBest,\nSam\n');
  const command = (...args: string[]) => {
    const env = { ...process.env, XDG_CACHE_HOME: caches };
    const options = { cwd: place, encoding: 'utf8', env } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/replylint.js', ...args], options);
    return { status, stdout, stderr };
  };
  const run = (...args: string[]) => command('--no-config-lookup', ...args);
  const kept = () => (existsSync(join(caches, 'replylint')) ? readdirSync(join(caches, 'replylint')) : []);
  return { place, caches, command, run, kept };
}

test('code that Node made is kept for the next run, once', () => {
  const { caches, run, kept } = installed();
  const first = run('a.md');
  expect(first).toMatchObject({ status: 1, stderr: '' });
  const [name = '', ...more] = kept();
  expect(more).toEqual([]);
  const code = readFileSync(join(caches, 'replylint', name));
  expect(run('a.md')).toEqual(first);
  expect(kept()).toEqual([name]);
  expect(readFileSync(join(caches, 'replylint', name)).equals(code)).toBe(true);
});

test('code that is damaged, or cannot be kept, costs no more than time', () => {
  const { place, caches, run, kept } = installed();
  const first = run('a.md');
  const [name = ''] = kept();
  writeFileSync(join(caches, 'replylint', name), 'no code');
  expect(run('a.md')).toEqual(first);
  rmSync(caches, { recursive: true });
  writeFileSync(caches, 'a file where the folder should be');
  expect(run('a.md')).toEqual(first);
  writeFileSync(join(place, 'dist', CODE), 'no code');
  expect(run('a.md')).toEqual(first);
});

test('an untrusted run keeps nothing, and neither does a command that lints nothing', () => {
  const { caches, command, run, kept } = installed();
  mkdirSync(caches);
  expect(run('--untrusted', 'a.md')).toMatchObject({ status: 1, stderr: '' });
  expect(run('--version').status).toBe(0);
  expect(command('rules').status).toBe(0);
  expect(kept()).toEqual([]);
});

test.each(['--version', '-v', 'version', '--help', '-h', 'help', '--help --all'])(
  'the answer to “%s” that the build wrote down is the command’s own',
  (line) => {
    const { place, command } = installed();
    const words = line.split(' ');
    const answer = command(...words);
    expect(answer).toMatchObject({ status: 0, stderr: '' });
    rmSync(join(place, 'dist/answers.json'));
    expect(command(...words)).toEqual(answer);
  },
);
