import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../command-line.js';

const BIN = fileURLToPath(new URL('../../bin/replylint.js', import.meta.url));

/**
 * Returns a file with a number of sent replies, each with the fields of its help desk.
 * @param every the number of replies of which one has a finding
 */
function sent(count: number, every = 1000): string {
  const cwd = folderWith({
    '.replylintrc.json': '{"extends": [], "rules": {"no-shouting": "error", "no-blame-shifting": "error"}}',
  });
  const file = openSync(join(cwd, 'sent.ndjson'), 'w');
  const beside = 'x'.repeat(9000);
  for (let from = 0; from < count; from += 1000) {
    const records = Array.from({ length: 1000 }, (_, index) => {
      const id = from + index;
      const body = `Hi Maya, ${id % every === 7 % every ? 'you failed to' : 'we will'} send order ${id} today. Thanks for your patience!`;
      return `${JSON.stringify({ id, body, beside })}\n`;
    });
    writeSync(file, records.join(''));
  }
  closeSync(file);
  return cwd;
}

/** Runs the command with a heap that is too small for the file. */
function inLittle(args: readonly string[], cwd: string) {
  const { NODE_EXTRA_CA_CERTS: _, FORCE_COLOR: __, NODE_OPTIONS: ___, ...env } = process.env;
  const options = { cwd, env, encoding: 'utf8' as const, maxBuffer: 1 << 28 };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=96', BIN, ...args], options);
  return { code: status, out: stdout, err: stderr };
}

test('sent replies of more than the heap holds are linted, and listed', () => {
  const cwd = sent(13_000);
  expect(statSync(join(cwd, 'sent.ndjson')).size).toBeGreaterThan(110_000_000);
  const linted = inLittle(['sent.ndjson'], cwd);
  expect(linted.err).toBe('');
  expect(linted.out).toContain('\n  12008:');
  expect(linted.out).toContain('✖ 13 problems (13 errors, 0 warnings)');
  expect(linted.code).toBe(1);
  const listed = inLittle(['list', 'sent.ndjson'], cwd);
  expect(listed.err).toBe('');
  expect(listed.out).toContain('\n  13000  12999 ');
  expect(listed.out.endsWith('\n13000 replies\n')).toBe(true);
  expect(listed.code).toBe(0);
});

test('lines with findings of more than the heap holds are reported', () => {
  const cwd = sent(13_000, 1);
  const files = ['github', 'sarif', 'rdjson', 'gitlab', 'checkstyle', 'junit'].map((name) => `${name}:${name}.out`);
  const { code, out, err } = inLittle([...files.flatMap((file) => ['-o', file]), '-f', 'compact', 'sent.ndjson'], cwd);
  expect(err).toBe('');
  expect(out.endsWith('\n13000 problems\n')).toBe(true);
  expect(code).toBe(1);
  const written = (name: string) => readFileSync(join(cwd, `${name}.out`), 'utf8');
  expect(JSON.parse(written('sarif')).runs[0].results).toHaveLength(13_000);
  expect(JSON.parse(written('rdjson')).diagnostics).toHaveLength(13_000);
  expect(JSON.parse(written('gitlab'))).toHaveLength(13_000);
  expect(written('github').match(/^::error /gm)).toHaveLength(13_000);
  expect(written('checkstyle').match(/<error /g)).toHaveLength(13_000);
  expect(written('junit').match(/<failure /g)).toHaveLength(13_000);
});
