import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { rules } from '../rules/index.js';
import { main, type World } from '../src/cli/main.js';
import { built } from './built.js';

const BIN = fileURLToPath(new URL('../bin/replylint.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where and with what a command runs. */
export interface Surroundings {
  readonly cwd: string;
  /** What stands on standard input. */
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard error is a terminal. */
  readonly isWatched?: boolean;
  /** What is unlike the machine’s. In the process only. */
  readonly world?: Partial<World>;
}

/** Runs the command in this process, on the sources. Its environment is what is given, and where programs are. */
export async function replylint(
  args: readonly string[],
  { cwd, input = '', env = {}, isWatched = false, world = {} }: Surroundings,
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main(args, rules, {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdout: {
      isTTY: false,
      write: (text) => {
        out += text;
      },
    },
    stderr: {
      isTTY: isWatched,
      write: (text) => {
        err += text;
      },
    },
    now: () => new Date(),
    stdin: async () => Buffer.from(input),
    ...world,
    // A thread runs what is built.
    ...(args.some((arg) => arg.startsWith('--concurrency')) && { worker: pathToFileURL(built('../bin/worker.js')) }),
  });
  return { code, out, err };
}

/** Starts the built command as a process of its own. Much slower: only for what a process alone can show. */
export function replylintProcess(args: readonly string[], { cwd, input = '', env = {} }: Surroundings): Ran {
  built('command.cjs');
  const { NODE_EXTRA_CA_CERTS: _, FORCE_COLOR: __, NO_COLOR: ___, GITHUB_ACTIONS: ____, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...rest, ...env },
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/**
 * A folder with these files. It has a `.git`, so that no configuration is found above it.
 * @param whenDone when it is removed: by default, after the test
 */
export function folderWith(
  files: Readonly<Record<string, string | Buffer>>,
  whenDone: WhenDone = onTestFinished,
): string {
  const folder = newFolder(whenDone);
  mkdirSync(join(folder, '.git'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Vitest's `onTestFinished` or `afterAll`. */
export type WhenDone = (remove: () => void) => void;

/** An empty folder with nothing beside it: what stands beside a folder of replies can count. */
export function newFolder(whenDone: WhenDone): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'replylint-')));
  whenDone(() => rmSync(parent, { recursive: true, force: true }));
  // So that somebody else may read it, too.
  chmodSync(parent, 0o755);
  const folder = join(parent, 'here');
  mkdirSync(folder);
  return folder;
}
