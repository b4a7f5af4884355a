import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { rules } from '../rules/index.js';
import { COMMANDS } from '../src/cli/commands.js';
import { main } from '../src/cli/main.js';
import { EXIT } from '../src/cli/usage.js';
import { nodeFileSystem } from '../src/lint/node-file-system.js';
import { standardOutputs } from './outputs.mjs';
import { packageSource } from './source.mjs';

export { COMMANDS };

/** Runs the command in this process. This is the only place that passes the built-in rules to the linter. */
export async function run(): Promise<void> {
  // If anything ends the process before the run is finished, the exit code must not be 0.
  process.exitCode = EXIT.failed;
  let done = false;
  process.on('exit', () => {
    if (done) return;
    // This is reached if a configuration or plug-in calls `process.exit(0)` or returns a promise that never settles.
    writeSync(2, 'replylint: the run ended before it was done, in a configuration, plug-in or formatter\n');
    process.exitCode = EXIT.failed;
  });
  // A write can fail before or after the run finishes. Either way, it decides the exit code.
  let unwritten = false;
  const fail = () => {
    unwritten = true;
    process.exitCode = EXIT.failed;
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
    // `hrtime` is used because the `performance` object takes a while to load.
    clock: () => Number(process.hrtime.bigint()) / 1e6,
    fs: nodeFileSystem,
    // Data about one reply is garbage as soon as the next one is linted. By default, V8 lets garbage grow to four times
    // the live memory before collecting it. Limiting it to half of the live memory costs 20% more time.
    saveMemory: () => {
      setFlagsFromString('--heap-growing-percent=50');
      // V8 would otherwise enlarge the space for new objects 16-fold, most of which would stay empty.
      setFlagsFromString('--semi-space-growth-factor=1');
    },
    worker: join(import.meta.dirname, '../bin/worker.js'),
    onInterrupt,
    source: () => packageSource(dirname(import.meta.dirname)),
    stdin: readStdin,
    // Standard input is checked last because checking it takes a while.
    ...(outputs.stdout.isTTY && process.stdin.isTTY && { ask }),
  });
  done = true;
  process.exitCode = unwritten ? EXIT.failed : code;
}

/** Serves the run that started this worker thread. */
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
    // Without a listener, the signal ends the process as usual.
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
    // While readline is active, the terminal passes Ctrl-C to it as a key. It must end the process as usual.
    terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    terminal.question(question, (said) => {
      answer = said;
      terminal.close();
    });
  });
}
