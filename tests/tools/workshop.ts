import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a command printed on both streams, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly said: string;
}

/** Creates a folder for a test file, which is removed afterward. */
export function workshop(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'replylint-tools-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a line of bash as a user who has configured only a name for Git. */
export function run(line: string, cwd: string, env: Readonly<Record<string, string>> = {}): Ran {
  const home = join(dirname(cwd), 'home');
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, '.gitconfig'),
    '[user]\nname = Ana\nemail = ana@example.com\n[init]\ndefaultBranch = main\n',
  );
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?!config_(?:registry|cafile|userconfig))|GIT_|NODE_OPTIONS|VITEST|CI$|GITHUB_)/i.test(name),
  );
  const { status, stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${line}`], {
    cwd,
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(kept),
      npm_config_cache: process.env.npm_config_cache ?? join(process.env.HOME ?? home, '.npm'),
      npm_config_userconfig: process.env.npm_config_userconfig ?? join(process.env.HOME ?? home, '.npmrc'),
      HOME: home,
      PRE_COMMIT_HOME: join(home, 'pre-commit'),
      NO_COLOR: '1',
      ...env,
    },
    maxBuffer: 1 << 28,
    timeout: 280_000,
  });
  return { code: status, said: stdout };
}

/** Runs a command at a terminal, and types one of `keys` at each prompt. When none is left, it presses Ctrl-D. */
export function atTerminal(command: string, cwd: string, keys: readonly string[]): Promise<Ran> {
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const left = [...keys];
  let said = '';
  let answered = 0;
  child.stdout.on('data', (chunk) => {
    said += chunk;
    for (const asked = said.split(/\([Yy]\/[Nn]\) |#<tag>: /).length - 1; answered < asked; answered += 1)
      child.stdin.write(left.shift() ?? '\u0004');
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

/** Writes files into a folder. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Clones the project as Git sees it, including uncommitted changes, into a repository of its own. */
export function cloneOfProject(into: string): string {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const path of new Set(list.toString().split('\0')))
    if (path !== '') cpSync(join(root, path), join(into, path), { recursive: true, force: true });
  run('git init -q && git add -A && git commit -qm "A clone"', into);
  return into;
}
