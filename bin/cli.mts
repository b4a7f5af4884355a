import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { rules } from '../rules/index.js';
import { COMMANDS } from '../src/cli/commands.js';
import { main } from '../src/cli/main.js';
import { nodeFileSystem } from '../src/lint/node-file-system.js';
import { standardOutputs } from './outputs.mjs';
import { packageSource } from './source.mjs';

export { COMMANDS };

const FAILED = 2;

/** Runs the command in this process: the one place that hands the built-in rules to the linter. */
export async function run(): Promise<void> {
  // Whatever ends the process before the work is done, it must not look like success.
  process.exitCode = FAILED;
  let done = false;
  process.on('exit', () => {
    if (done) return;
    // `process.exit(0)` in a configuration or plug-in, and a promise that nothing settles, end up here.
    writeSync(2, 'replylint: the run ended before it was done, in a configuration, plug-in or formatter\n');
    process.exitCode = FAILED;
  });
  // What could not be written is known before the work is done, or after; either way it decides.
  let unwritten = false;
  const fail = () => {
    unwritten = true;
    process.exitCode = FAILED;
  };
  const outputs = standardOutputs({
    unwritten: ({ code, message }) => {
      if (!unwritten) outputs.stderr.write(`replylint: the report could not be written (${code ?? message})\n`);
      fail();
    },
    unsaid: fail,
  });
  const cwd = currentFolder();
  if (cwd === undefined) {
    outputs.stderr.write('replylint: the current folder is gone, or cannot be read\n');
    done = true;
    return;
  }
  const words = process.argv.slice(2);
  const code = await main(words, rules, {
    cwd,
    env: process.env,
    ...outputs,
    now: () => new Date(),
    // The object `performance` takes a while to load.
    clock: () => Number(process.hrtime.bigint()) / 1e6,
    fs: nodeFileSystem,
    // What is made of one reply is garbage with the next. Left alone, the engine lets four times of what is in use pile
    // up before it clears it away; half of it costs a fifth more time.
    saveMemory: () => {
      setFlagsFromString('--heap-growing-percent=50');
      // The space for what is new would grow sixteenfold, and most of it would be empty.
      setFlagsFromString('--semi-space-growth-factor=1');
    },
    worker: join(import.meta.dirname, '../bin/worker.js'),
    onInterrupt,
    source: () => packageSource(dirname(import.meta.dirname)),
    stdin: readStdin,
    // Looking at standard input takes a while, too.
    ...(outputs.stdout.isTTY && process.stdin.isTTY && { ask }),
  });
  done = true;
  process.exitCode = unwritten ? FAILED : code;
}

/** Works for the run that started this thread. */
export async function serve(): Promise<void> {
  const thread = await import('../src/lint/workers/serve.js');
  thread.serve(rules);
}

function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

function onInterrupt(clean: () => void): () => void {
  const end = () => {
    clean();
    // Without a listener, the signal ends the process as it does anywhere else.
    process.kill(process.pid, 'SIGINT');
  };
  process.once('SIGINT', end);
  return () => process.off('SIGINT', end);
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline');
  return new Promise((resolve) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    let answer: string | undefined;
    terminal.on('close', () => {
      if (answer === undefined) process.stdout.write('\n');
      resolve(answer);
    });
    // The terminal hands Ctrl-C to readline as a key; it ends the process as it does anywhere else.
    terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    terminal.question(question, (said) => {
      answer = said;
      terminal.close();
    });
  });
}
