import { execFile } from 'node:child_process';
import { ConfigError } from '../../config/index.js';

/** Output of a size that no diff of texts has. */
const MOST_BYTES = 1 << 30;

/** Calls Git in one folder, without a shell, and without what a repository's settings would add to its output. */
export class Git {
  readonly #cwd: string;
  readonly #asked: string;

  /** @param asked the option that Git is needed for, for messages */
  constructor(cwd: string, asked: string) {
    this.#cwd = cwd;
    this.#asked = asked;
  }

  /** What it prints. @throws ConfigError where Git is missing or fails, with its own words unless `otherwise` says it better */
  async run(args: readonly string[], { input = '', otherwise = '' } = {}): Promise<Buffer> {
    const { failed, out, said } = await this.#spawned(args, input);
    if (failed === 'ENOENT') throw this.error('git is not installed, or not found');
    if (failed !== undefined) throw this.error(otherwise || said || `git ${args[0]} failed (${failed})`);
    return out;
  }

  /** What it prints, without the line's end; undefined where it fails. @throws ConfigError where Git is missing */
  async ask(args: readonly string[]): Promise<string | undefined> {
    const { failed, out } = await this.#spawned(args, '');
    if (failed === 'ENOENT') throw this.error('git is not installed, or not found');
    return failed === undefined ? out.toString('utf8').replace(/\r?\n$/, '') : undefined;
  }

  /** The same, to be called in another folder. */
  in(cwd: string): Git {
    return new Git(cwd, this.#asked);
  }

  error(message: string): ConfigError {
    return new ConfigError(message, this.#asked);
  }

  #spawned(
    args: readonly string[],
    input: string,
  ): Promise<{ failed: string | number | undefined; out: Buffer; said: string }> {
    return new Promise((done) => {
      const child = execFile(
        'git',
        ['--no-optional-locks', ...args],
        { cwd: this.#cwd, encoding: 'buffer', maxBuffer: MOST_BYTES, windowsHide: true },
        (error, out, err) => {
          const failed = error ? (error.code ?? error.signal ?? 'unknown') : undefined;
          const said = err.toString('utf8').split('\n')[0] ?? '';
          done({ failed, out, said: said.replace(/^(?:fatal|error): /, '') });
        },
      );
      // It may be gone before it has read all; its exit code says so.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
  }
}
