import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { main } from '../src/cli/main.js';
import { lintFiles } from '../src/index.js';
import { createSession, type SessionOptions } from '../src/lint/index.js';
import { MemoryFileSystem } from './memory-file-system.js';

const SHOUTED =
  'Hi Maya,\n\nThank you for your message. Your refund is on its way!!\n\nIs there anything else we can help you with?\n\nBest,\nTom\n';
const ROOT = '/in-memory';
const LONG = Array.from({ length: 40 }, (_, id) => `${JSON.stringify({ id, body: SHOUTED })}\n`).join('');

const override = { rules: { 'no-shouting': 'error' as const } };

function sessionOn(fs: MemoryFileSystem, more: Partial<SessionOptions> = {}) {
  return createSession({ fs, cwd: ROOT, rules, config: { lookup: false }, today: '2026-01-01', override, ...more });
}

describe('a session over files in memory', () => {
  test('finds, loads and lints them, with their ignore files', async () => {
    const fs = new MemoryFileSystem({
      [`${ROOT}/replies/a.md`]: SHOUTED,
      [`${ROOT}/replies/old/b.md`]: SHOUTED,
      [`${ROOT}/.gitignore`]: 'old/\n',
      [`${ROOT}/.git/HEAD`]: '',
    });
    const { results, failed } = await sessionOn(fs).lint(['replies']);
    expect(
      results.whole().map(({ filePath, messages }) => [filePath, messages.map((m) => [m.ruleId, m.line])]),
    ).toEqual([[`${ROOT}/replies/a.md`, [['no-shouting', 3]]]]);
    expect(failed).toBe(false);
  });

  test('writes fixes there, and nowhere else', async () => {
    const fs = new MemoryFileSystem({ [`${ROOT}/a.md`]: SHOUTED, [`${ROOT}/sent.ndjson`]: LONG });
    await sessionOn(fs, { fix: 'apply', longFrom: 1000 }).lint(['a.md', 'sent.ndjson']);
    expect(fs.read(`${ROOT}/a.md`).toString()).toBe(SHOUTED.replace('!!', '!'));
    expect(fs.read(`${ROOT}/sent.ndjson`).toString()).toBe(LONG.replaceAll('!!', '!'));
  });

  test('lints one text after another', async () => {
    const session = sessionOn(new MemoryFileSystem({}));
    const linesOf = async (text: string) =>
      (await session.lintText(`${ROOT}/a.md`, text)).results.whole()[0]?.messages.map(({ line }) => line);
    expect(await linesOf(SHOUTED)).toEqual([3]);
    expect(await linesOf(`\n${SHOUTED}`)).toEqual([4]);
    expect(await linesOf(SHOUTED.replace('!!', '!'))).toEqual([]);
  });

  test('keeps a cache there, and says what is missing', async () => {
    const fs = new MemoryFileSystem({ [`${ROOT}/a.md`]: SHOUTED });
    const cached = { cache: { path: `${ROOT}/cache/`, version: '1' } };
    const first = await sessionOn(fs, cached).lint(['a.md', 'b.md']);
    expect(first.notices).toEqual(['b.md: no such file or folder']);
    expect(first.failed).toBe(true);
    expect(fs.read(`${ROOT}/cache/.replylintcache`).toString()).toContain('no-shouting');
    const second = await sessionOn(fs, cached).lint(['a.md', 'b.md']);
    expect(second.results.whole()).toEqual(first.results.whole());
  });
});

test('the library and the command take their files from the caller', async () => {
  const fs = new MemoryFileSystem({ [`${ROOT}/a.md`]: SHOUTED });
  const { results } = await lintFiles(['a.md'], { rules, cwd: ROOT, fs, configLookup: false, override });
  expect(results[0]?.source).toBe(SHOUTED);
  const written: string[] = [];
  const output = { isTTY: false, write: (text: string) => void written.push(text) };
  const code = await main(['list', '--no-config-lookup', '-f', 'json', '.'], rules, {
    cwd: ROOT,
    env: {},
    stdout: output,
    stderr: output,
    now: () => new Date('2026-01-01'),
    stdin: async () => Buffer.alloc(0),
    fs,
  });
  expect(code).toBe(0);
  expect(JSON.parse(written.join(''))).toMatchObject([{ id: 'a.md', file: 'a.md', line: 1 }]);
});
