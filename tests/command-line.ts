import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { rules } from '../rules/index.js';
import { main } from '../src/cli/main.js';

const BIN = fileURLToPath(new URL('../bin/replylint.js', import.meta.url));
const WORKER = new URL('../dist/worker.js', import.meta.url);

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where and with what a command runs. */
export interface Surroundings {
  readonly cwd: string;
  /** What stands on standard input. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command in this process, on the sources; its environment is empty but for what is given. */
export async function replylint(args: readonly string[], { cwd, input = '', env = {} }: Surroundings): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main(args, rules, {
    cwd,
    env,
    stdout: {
      isTTY: false,
      write: (text) => {
        out += text;
      },
    },
    stderr: {
      isTTY: false,
      write: (text) => {
        err += text;
      },
    },
    now: () => new Date(),
    stdin: async () => input,
    worker: WORKER,
  });
  return { code, out, err };
}

/** Runs the built command as a process of its own, without what the surroundings say of colors and configuration. */
export function replylintProcess(args: readonly string[], { cwd, input = '', env = {} }: Surroundings): Ran {
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
 * A folder with these files, gone when the test is over. It has a `.git`, so that no configuration is found above it,
 * and no folder beside it, as those tell what the files of a folder are.
 */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const alone = mkdtempSync(join(tmpdir(), 'replylint-'));
  onTestFinished(() => rmSync(alone, { recursive: true, force: true }));
  // Some tests run the command as somebody else.
  chmodSync(alone, 0o755);
  const folder = join(alone, 'project');
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
