import { rules } from '../rules/index.js';
import { main } from '../src/cli/main.js';

/** Runs the command in this process: the one place that hands the built-in rules to the linter. */
export async function run(): Promise<void> {
  // Whatever ends the process before the work is done, it must not look like success.
  process.exitCode = 2;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has gone, as with `| head`: nothing is left to say, and the exit code stands.
    if (error.code !== 'EPIPE') {
      process.exitCode = 2;
      process.stderr.write(`replylint: the report could not be written (${error.code ?? error.message})\n`);
    }
  });
  process.exitCode = await main(process.argv.slice(2), rules, {
    cwd: process.cwd(),
    env: process.env,
    stdout: { isTTY: process.stdout.isTTY ?? false, write: (text) => void process.stdout.write(text) },
    stderr: { isTTY: process.stderr.isTTY ?? false, write: (text) => void process.stderr.write(text) },
    now: () => new Date(),
    worker: new URL('./worker.js', import.meta.url),
    stdin: readStdin,
  });
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
