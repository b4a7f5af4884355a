import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.js';
import { type Advance, createSession, nodeFileSystem } from '../../src/lint/index.js';
import { folderWith, replylint, type Surroundings } from '../command-line.js';

const REPLY =
  'Hi [Name],\n\nthank you for writing. Your refund is on its way, and I will write on Friday.\n\nIs there anything else I can do for you?\n\nKind regards,\n[Your Name]\n';

/** Runs the command over a number of files on a terminal. The clock advances by a fixed time per file. */
async function watched(files: number, milliseconds: number, around: Partial<Surroundings> = {}, args = ['.']) {
  const cwd = folderWith(Object.fromEntries(Array.from({ length: files }, (_, at) => [`macros/${at}.md`, REPLY])));
  let now = 0;
  const clock = () => {
    now += milliseconds;
    return now;
  };
  return replylint(args, { cwd, isWatched: true, ...around, world: { clock, ...around.world } });
}

const ESC = '\u001b';

describe('progress on a terminal', () => {
  test('is one line that counts, and that is erased before anything else', async () => {
    const { code, err } = await watched(12, 100);
    expect(code).toBe(0);
    expect(err.split(`\r${ESC}[K`)).toEqual([
      '',
      'replylint: 5 files, 5 replies, 0 s',
      ...[6, 7, 8, 9].map((count) => `replylint: ${count} files, ${count} replies, 0 s`),
      ...[10, 11, 12].map((count) => `replylint: ${count} files, ${count} replies, 1 s`),
      '',
    ]);
  });

  test('is drawn ten times a second at most', async () => {
    const { err } = await watched(40, 30);
    expect(err.split('\r').length - 2).toBeLessThanOrEqual(10);
    expect(err).toContain('replies');
  });

  test('counts the replies of a long export as it goes', async () => {
    const macros = Array.from({ length: 9 }, (_, id) => JSON.stringify({ id, title: 'Refund', body: REPLY }));
    const cwd = folderWith({ 'sent.ndjson': macros.join('\n') });
    const advances: Advance[] = [];
    const session = createSession({
      fs: nodeFileSystem,
      cwd,
      rules,
      config: { lookup: true },
      today: '2026-01-01',
      longFrom: 1000,
      progress: (advance) => void advances.push(advance),
    });
    await session.lint(['sent.ndjson']);
    const passages = advances.slice(0, -1);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.every(({ files }) => files === 0)).toBe(true);
    expect(passages.reduce((sum, { replies }) => sum + replies, 0)).toBe(9);
    expect(advances.at(-1)).toEqual({ files: 1, replies: 0 });
  });

  test.each<[string, Partial<Surroundings>, string[]?]>([
    ['a short run', { world: { clock: () => 0 } }],
    ['no terminal', { isWatched: false }],
    ['a job of CI', { env: { CI: 'true' } }],
    ['a terminal that cannot erase', { env: { TERM: 'dumb' } }],
    ['--quiet', {}, ['--quiet', '.']],
  ])('none with %s', async (_, around, args) => {
    expect((await watched(12, 100, around, args)).err).toBe('');
  });

  test('a narrow terminal cuts the line, so that it can be erased', async () => {
    let err = '';
    const stderr = {
      isTTY: true,
      columns: 20,
      write: (text: string | Uint8Array) => {
        err += text;
      },
    };
    await watched(12, 100, { world: { stderr } });
    expect(err).toContain('replylint: 5 files,\r');
  });

  test('Ctrl-C erases the line; when the run is over, nothing listens', async () => {
    const heard: string[] = [];
    let err = '';
    const stderr = {
      isTTY: true,
      write: (text: string | Uint8Array) => {
        err += text;
      },
    };
    const onInterrupt = (clean: () => void) => {
      heard.push('listens');
      err = '';
      clean();
      heard.push(JSON.stringify(err));
      return () => heard.push('listens no more');
    };
    await watched(12, 100, { world: { stderr, onInterrupt } });
    expect(heard).toEqual(['listens', '"\\r\\u001b[K"', 'listens no more']);
  });

  test('an error ends it, too', async () => {
    const heard: string[] = [];
    const onInterrupt = () => () => heard.push('listens no more');
    const { err } = await watched(12, 100, { world: { onInterrupt } }, ['.', '-f', './no-such.js']);
    expect(err).not.toContain(ESC);
    expect(heard).toEqual([]);
  });
});
