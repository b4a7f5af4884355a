/** All that the command knows of the outside. Nothing below `bin` touches `process`. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly now: () => Date;
  /** The module that a thread of the linter runs; without it there is one thread. */
  readonly worker?: URL;
  /** Called before a file is read that is too long to be held: memory matters more than time from then on. */
  readonly saveMemory?: () => void;
  /** Reads standard input to its end. */
  readonly stdin: () => Promise<string>;
  /** Asks the person at the terminal; undefined where they give no answer. Not there where there is no terminal. */
  readonly ask?: (question: string) => Promise<string | undefined>;
}

export interface Output {
  readonly isTTY: boolean;
  write(text: string): void;
}
