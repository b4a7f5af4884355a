import { execFile } from 'node:child_process';
import { ConfigError } from '../../config/index.js';

/** Maximum size of Git's output in bytes. No diff of texts is larger. */
const MOST_BYTES = 1 << 30;

/**
 * Options that keep Git from running code. A folder of the tree can contain the files of a bare repository, whose
 * settings can name programs to run.
 */
const NO_CODE = ['-c', 'safe.bareRepository=explicit', '-c', 'core.fsmonitor=false'];

/** Environment variables, such as those of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Runs Git in a folder, without a shell. */
export class Git {
  readonly #cwd: string;
  readonly #option: string;
  readonly #env: Environment;

  /** @param option the command-line option that needs Git, for use in messages */
  constructor(cwd: string, option: string, env: Environment) {
    this.#cwd = cwd;
    this.#option = option;
    this.#env = env;
  }

  /**
   * Returns the output of Git.
   * @throws ConfigError if Git is missing or fails, with the message `otherwise` or Git’s own message
   */
  async run(args: readonly string[], { input = '', otherwise = '' } = {}): Promise<Buffer> {
    const { failed, out, firstLine } = await this.#spawn(args, input);
    if (failed === 'ENOENT') throw this.error('git is not installed, or not found');
    if (failed !== undefined) throw this.error(otherwise || firstLine || `git ${args[0]} failed (${failed})`);
    return out;
  }

  /**
   * Returns the output of Git without the final line ending. Undefined if Git fails.
   * @throws ConfigError if Git is missing
   */
  async ask(args: readonly string[]): Promise<string | undefined> {
    const { failed, out } = await this.#spawn(args, '');
    if (failed === 'ENOENT') throw this.error('git is not installed, or not found');
    return failed === undefined ? out.toString('utf8').replace(/\r?\n$/, '') : undefined;
  }

  /**
   * Returns the id of the commit that a name stands for. Undefined if there is none. The name is never parsed as an
   * option.
   */
  async commitOf(ref: string): Promise<string | undefined> {
    return ref.startsWith('-') ? undefined : this.ask(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  }

  /** Returns an instance for another folder. */
  in(cwd: string): Git {
    return new Git(cwd, this.#option, this.#env);
  }

  error(message: string): ConfigError {
    return new ConfigError(message, this.#option);
  }

  #spawn(
    args: readonly string[],
    input: string,
  ): Promise<{ failed: string | number | undefined; out: Buffer; firstLine: string }> {
    return new Promise((done) => {
      const child = execFile(
        'git',
        ['--no-optional-locks', ...NO_CODE, ...args],
        { cwd: this.#cwd, encoding: 'buffer', maxBuffer: MOST_BYTES, windowsHide: true, env: { ...this.#env } },
        (error, out, err) => {
          const failed = error ? (error.code ?? error.signal ?? 'unknown') : undefined;
          const firstLine = err.toString('utf8').split('\n')[0] ?? '';
          done({ failed, out, firstLine: firstLine.replace(/^(?:fatal|error): /, '') });
        },
      );
      // Git may exit before it has read all input. Its exit code reports such a failure.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
  }
}
