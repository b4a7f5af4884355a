import { spawn } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith } from '../command-line.js';
import { root } from './workshop.js';

const GOOD =
  'Hi [Name],\n\nyour refund is on its way. Is there anything else I can do?\n\nKind regards,\n[Your Name]\n';
const BAD = GOOD.replace('your', 'you failed to send the form; your');

/** Returns the CPU time of a process in clock ticks of the kernel. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

test('--watch prints what a saved file changes, costs nothing while idle, and ends with Ctrl-C', async () => {
  const cwd = folderWith({ 'macros/a.md': GOOD });
  const child = spawn(process.execPath, [join(root, 'bin/replylint.js'), '--watch'], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const saying = async (words: string) => {
    while (!said.includes(words)) {
      expect(child.exitCode ?? child.signalCode, said).toBeNull();
      await wait(50);
    }
  };
  const idle = async () => {
    for (let before = -1, now = 0; before !== now; ) {
      before = ticksOf(child.pid ?? 0);
      await wait(300);
      now = ticksOf(child.pid ?? 0);
    }
  };
  await saying('press Ctrl-C to stop');
  writeFileSync(join(cwd, 'macros/a.md'), BAD);
  await saying('✖ 1 problem');
  expect(said).toContain('macros/a.md changed\n  new    macros/a.md:3:');
  // Many editors save to a new file, which then replaces the old one.
  writeFileSync(join(cwd, 'macros/.a.md.tmp'), GOOD);
  renameSync(join(cwd, 'macros/.a.md.tmp'), join(cwd, 'macros/a.md'));
  await saying('✔ no problems');
  await idle();
  const before = ticksOf(child.pid ?? 0);
  await wait(2000);
  expect(ticksOf(child.pid ?? 0) - before).toBeLessThanOrEqual(1);
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  child.kill('SIGINT');
  expect(await ended).toBe('SIGINT');
  expect(said).not.toContain('ended before');
});

test('Ctrl-C in the middle of a long run leaves no line on the terminal', async () => {
  const files = Array.from({ length: 3000 }, (_, at) => [`macros/${at}.md`, GOOD.replace('refund', `refund ${at}`)]);
  const cwd = folderWith(Object.fromEntries(files));
  const command = `${process.execPath} ${join(root, 'bin/replylint.js')}`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, TERM: 'xterm' },
  });
  let said = '';
  const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
  child.stdout.on('data', (chunk) => {
    if (!said.includes('replies') && String(chunk).includes('replies')) child.stdin.write('\u0003');
    said += chunk;
  });
  expect(await ended).toBe(130);
  expect(said).toMatch(/\r\u001b\[Kreplylint: [\d,]+ files, [\d,]+ replies, \d+ s/);
  expect(said).toMatch(/\r\u001b\[K(?:\^C)?\r?\n?$/);
});
