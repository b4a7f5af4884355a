import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../command-line.js';
import { root } from './workshop.js';

/** Number of runs to kill. A longer test can set it with `KILLS=200`. */
const KILLS = Number(process.env.KILLS ?? 20);
const FILES = 60;

const LOUD = 'Hi [Name],\n\nthank you for your message!! I will write to you on Friday.\n\nKind regards,\nSam\n';
const FIXED = LOUD.replace('!!', '!');
const macros = (text: string) =>
  JSON.stringify(
    { macros: Array.from({ length: 200 }, (_, id) => ({ id, title: `Macro ${id}`, body: text })) },
    null,
    1,
  );

/** The content of the files before and after fixing. */
const CONTENT = new Map([
  ...Array.from({ length: FILES }, (_, at) => [`macros/${at}.md`, [LOUD, FIXED]] as const),
  ['macros/all.json', [macros(LOUD), macros(FIXED)]] as const,
]);

/** Runs `--fix` and kills it after a number of milliseconds. Resolves to how long it took and how it ended. */
function fix(cwd: string, killAfter?: number): Promise<{ milliseconds: number; code: number | null }> {
  const start = performance.now();
  const args = [join(root, 'bin/replylint.js'), '--fix', '--quiet', '--rule', 'no-shouting: warn', 'macros'];
  const child = spawn(process.execPath, args, { cwd, stdio: 'ignore' });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) =>
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve({ milliseconds: performance.now() - start, code });
    }),
  );
}

const leftIn = (cwd: string) => readdirSync(join(cwd, 'macros')).filter((name) => name.endsWith('.tmp'));

function restore(cwd: string): void {
  for (const [path, [before]] of CONTENT) writeFileSync(join(cwd, path), before);
}

test(`${KILLS} kills at any time: each file is the old or the new one, and the next run removes what is left`, async () => {
  const cwd = folderWith(Object.fromEntries([...CONTENT].map(([path, [before]]) => [path, before])));
  const { milliseconds } = await fix(cwd);
  const ended = { early: 0, between: 0, done: 0, left: 0 };
  for (let turn = 0; turn < KILLS; turn += 1) {
    restore(cwd);
    // The times are spread over the whole run, but most are in its second half, in which files are written.
    const share = turn % 4 === 0 ? turn / KILLS / 2 : 0.5 + (turn / KILLS) * 0.55;
    await fix(cwd, milliseconds * share);
    let fixed = 0;
    for (const [path, [before, after]] of CONTENT) {
      const text = readFileSync(join(cwd, path), 'utf8');
      expect([before, after], path).toContain(text);
      if (text === after) fixed += 1;
    }
    ended.left += leftIn(cwd).length;
    ended[fixed === 0 ? 'early' : fixed === CONTENT.size ? 'done' : 'between'] += 1;
    if (leftIn(cwd).length > 0) {
      expect((await fix(cwd)).code).toBe(0);
      expect(leftIn(cwd)).toEqual([]);
    }
  }
  process.stdout.write(`killed: ${JSON.stringify(ended)}\n`);
  expect(ended.between).toBeGreaterThan(0);
  expect((await fix(cwd)).code).toBe(0);
  expect(leftIn(cwd)).toEqual([]);
  for (const [path, [, after]] of CONTENT) expect(readFileSync(join(cwd, path), 'utf8')).toBe(after);
});
