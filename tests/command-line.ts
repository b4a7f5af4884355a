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

/** The environment in which a command runs. */
export interface Surroundings {
  readonly cwd: string;
  /** The contents of standard input. */
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** True if standard error is a terminal. */
  readonly isWatched?: boolean;
  /** Replacements for parts of the environment. They work only within the process. */
  readonly world?: Partial<World>;
}

/** Runs the command from the sources in this process. It sees only the given environment variables and `PATH`. */
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
    // Worker threads run the built command.
    ...(args.some((arg) => arg.startsWith('--concurrency')) && { worker: pathToFileURL(built('../bin/worker.js')) }),
  });
  return { code, out, err };
}

/** A finding, as the command prints it in JSON. */
export interface FoundMessage {
  readonly line: number;
  readonly message: string;
}

/** Returns the findings of the command in a folder, in order. */
export async function messagesIn(
  cwd: string,
  args: readonly string[] = ['.'],
  world: Partial<World> = {},
): Promise<readonly FoundMessage[]> {
  const { out } = await replylint(['-f', 'json', ...args], { cwd, world });
  return JSON.parse(out).flatMap(({ messages }: { readonly messages: readonly FoundMessage[] }) => messages);
}

/** Starts the built command as a separate process. This is much slower, so it is only for tests that need a process. */
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
 * Creates a folder with these files. It contains a `.git`, so that no configuration above it applies.
 * @param whenDone decides when the folder is removed, by default after the test
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

/** Either `onTestFinished` or `afterAll` of Vitest. */
export type WhenDone = (remove: () => void) => void;

/** Creates an empty folder without siblings, because the siblings of a folder with replies can affect the result. */
export function newFolder(whenDone: WhenDone): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'replylint-')));
  whenDone(() => rmSync(parent, { recursive: true, force: true }));
  // The folder is readable for other users, too.
  chmodSync(parent, 0o755);
  const folder = join(parent, 'here');
  mkdirSync(folder);
  return folder;
}
