import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../command-line.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(root, 'bin/replylint.js');

const GREETING = 'Hi {{ticket.requester.first_name}},\n\n';
const BAD = `${GREETING}you failed to send the form!!\n\nKind regards\n`;
/** The report for these files is longer than a pipe buffer. */
const MANY = {
  'many.json': JSON.stringify({
    macros: Array.from({ length: 300 }, (_, id) => ({
      id,
      title: `Macro ${id}`,
      active: true,
      actions: [{ field: 'comment_value', value: BAD }],
    })),
  }),
};

/** Runs a line of bash in a folder. `$R` is the command. */
function bash(line: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: cwd, R: `${process.execPath} ${BIN}` },
    maxBuffer: 1 << 28,
  });
  expect(stderr).not.toMatch(/\n {4}at |node:internal|Node\.js v/);
  return { code: status, out: stdout, err: stderr };
}

describe('a reader that goes away', () => {
  test.each(['stylish', 'json', 'pretty'])('%s | head: nothing is said, and the exit code stands', (format) => {
    const cwd = folderWith(MANY);
    const { code, out, err } = bash(`$R -f ${format} many.json | head -c 100; exit "\${PIPESTATUS[0]}"`, cwd);
    expect(out.length).toBeLessThanOrEqual(100);
    expect(err).not.toContain('written');
    expect(code).toBe(1);
  });

  test('one that reads all gets all', () => {
    const cwd = folderWith(MANY);
    const { out } = bash('$R -f json many.json | cat', cwd);
    expect(out.length).toBeGreaterThan(100_000);
    expect(JSON.parse(out)[0].errorCount).toBeGreaterThanOrEqual(300);
  });

  test('one that goes before anything is written', () => {
    expect(bash(`$R list many.json | true; exit "\${PIPESTATUS[0]}"`, folderWith(MANY)).code).toBe(0);
  });
});

describe('an output that cannot be written', () => {
  test.each([
    'bad.md',
    'list bad.md',
    'rules',
    'explain greeting',
    '--help',
    '--print-config bad.md',
    '-f json bad.md',
    'init --yes',
  ])('replylint %s > /dev/full', (args) => {
    const { code, err } = bash(`$R ${args} > /dev/full`, folderWith({ 'bad.md': BAD }));
    expect(err).toContain('replylint: the report could not be written (ENOSPC)\n');
    expect(code).toBe(2);
  });

  test('notices that are lost are a failure, too', () => {
    const cwd = folderWith({ 'other.json': '{}', 'bad.md': BAD });
    expect(bash('$R --no-error-on-unmatched-pattern other.json bad.md', cwd)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no reply found'),
    });
    expect(bash('$R --no-error-on-unmatched-pattern other.json bad.md 2> /dev/full', cwd).code).toBe(2);
  });

  test('streams that are closed', () => {
    const cwd = folderWith({ 'bad.md': BAD });
    expect(bash('$R bad.md <&- >&- 2>&-', cwd).code).toBe(1);
    expect(bash('$R --stdin <&-', cwd).code).toBe(0);
  });

  test('a folder that is gone', () => {
    const { code, err } = bash('mkdir gone && cd gone && rmdir ../gone && $R .', folderWith({}));
    expect(err).toContain('replylint: the current folder is gone, or cannot be read\n');
    expect(code).toBe(2);
  });
});

describe('signals', () => {
  const MANY_FILES = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.md`, BAD.repeat(10)]));
  const FIXING = ['--rule', 'no-shouting: error', '--fix', '--debug', '.'];

  /** Sends a signal when the command starts to work, and returns how the process ended. */
  async function ended(args: readonly string[], cwd: string, signal: NodeJS.Signals) {
    const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      if (said === '') child.kill(signal);
      said += chunk;
    });
    return new Promise<{ by: NodeJS.Signals | null; said: string }>((resolve) =>
      child.on('close', (_, by) => resolve({ by, said })),
    );
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it at once, and leaves files whole', async (signal) => {
    const whole = folderWith(MANY_FILES);
    expect(bash("$R --rule 'no-shouting: error' --fix . > /dev/null", whole).code).toBe(1);
    const fixed = readFileSync(join(whole, '0.md'), 'utf8');
    expect(fixed).not.toContain('!!');
    const cwd = folderWith(MANY_FILES);
    const { by, said } = await ended(FIXING, cwd, signal);
    expect(by).toBe(signal);
    expect(said).not.toMatch(/\n {4}at |✖/);
    const texts = Object.keys(MANY_FILES).map((name) => readFileSync(join(cwd, name), 'utf8'));
    for (const text of texts) expect([BAD.repeat(10), fixed]).toContain(text);
    expect(texts).toContain(BAD.repeat(10));
  });

  test.each([
    ['INT', 130],
    ['TERM', 143],
  ])('SIG%s while it waits for a text is %i in a shell', (signal, code) => {
    const line = `timeout --preserve-status -s ${signal} 1 $R --stdin < <(sleep 4 2> /dev/null)`;
    expect(bash(line, folderWith({}))).toEqual({ code, out: '', err: '' });
  });
});

describe('a folder that cannot be written', () => {
  const AS_NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

  /** Runs a copy of the command that everyone can read, as a user with limited write access. */
  function inReadOnly(args: string, files: Readonly<Record<string, string>>) {
    const home = folderWith({});
    for (const part of ['bin', 'dist', 'package.json']) cpSync(join(root, part), join(home, part), { recursive: true });
    const cwd = folderWith(files);
    chmodSync(home, 0o755);
    chmodSync(cwd, 0o555);
    const before = readdirSync(cwd).sort();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(home, 'bin/replylint.js'), ...args.split(' ')],
      {
        cwd,
        encoding: 'utf8',
        env: { PATH: process.env.PATH },
        ...AS_NOBODY,
      },
    );
    expect(readdirSync(cwd).sort()).toEqual(before);
    for (const [path, text] of Object.entries(files)) expect(readFileSync(join(cwd, path), 'utf8')).toBe(text);
    chmodSync(cwd, 0o755);
    expect(stderr).not.toMatch(/\n {4}at |fault/);
    return { code: status, out: stdout, err: stderr };
  }

  test('is linted as any other', () => {
    const { code, out } = inReadOnly('bad.md', { 'bad.md': BAD });
    expect(out).toContain('no-blame-shifting');
    expect(code).toBe(1);
  });

  test.each([
    ['-o out.txt bad.md', 'out.txt: the report could not be written (EACCES)'],
    ['-o sarif:new/out.sarif bad.md', 'new/out.sarif: the report could not be written (EACCES)'],
    ['--rule no-shouting:error --fix bad.md', 'bad.md: not fixed: the file cannot be written (EACCES)'],
    ['--suppress-all bad.md', 'replylint-suppressions.json: cannot be written (EACCES)'],
    ['init --yes', '.replylintrc.json: cannot be written (EACCES)'],
  ])('replylint %s says so', (args, says) => {
    const { code, err } = inReadOnly(args, { 'bad.md': BAD });
    expect(err).toContain(`replylint: ${says}`);
    expect(code).toBe(2);
  });

  test('a folder that cannot be read is said, and the others are linted', () => {
    const home = folderWith({});
    for (const part of ['bin', 'dist', 'package.json']) cpSync(join(root, part), join(home, part), { recursive: true });
    const cwd = folderWith({ 'closed/a.md': BAD, 'open/b.md': BAD });
    for (const [path, mode] of [
      [home, 0o755],
      [cwd, 0o755],
      [join(cwd, 'closed'), 0],
    ] as const)
      chmodSync(path, mode);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'bin/replylint.js')], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
      ...AS_NOBODY,
    });
    chmodSync(join(cwd, 'closed'), 0o755);
    expect(stdout).toMatch(/closed\n\s+1:1\s+error\s+Not checked: cannot be read \(EACCES\)/);
    expect(stdout).toContain('open/b.md');
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(status).toBe(2);
  });
});
