import type { Advance } from '../lint/index.js';
import { plural } from '../report/index.js';
import type { LintOptions } from './options.js';
import type { CommandWorld } from './world.js';

/** Time before progress is first shown, in milliseconds. Shorter runs end before anyone wonders what is happening. */
const QUIET_TIME = 500;
/** Time between two updates, in milliseconds. */
const INTERVAL = 100;
/** Escape sequence that returns to the first column and erases the line. */
const ERASED = '\r\u001b[K';

/** Shows the progress of a run on one line of the terminal. */
export interface Progress {
  readonly add: (advance: Advance) => Promise<void> | undefined;
  /** Erases the line. Must be called before anything else is printed. */
  readonly end: () => void;
}

/**
 * Returns the progress display for a run. Undefined if no one would see it or if it would interfere with other lines:
 * standard error is not a terminal, the run is a CI job, or the options print lines of their own.
 */
export function progressOf({ debug, quiet, stdin }: LintOptions, world: CommandWorld): Progress | undefined {
  const { stderr, env, clock } = world;
  if (!stderr.isTTY || env.CI || env.TERM === 'dumb' || debug || quiet || stdin) return undefined;
  const start = clock();
  let next = start + QUIET_TIME;
  let files = 0;
  let replies = 0;
  let ignoreInterrupts: (() => void) | undefined;
  const end = () => {
    if (ignoreInterrupts === undefined) return;
    stderr.write(ERASED);
    ignoreInterrupts();
    ignoreInterrupts = undefined;
  };
  const add = (advance: Advance) => {
    files += advance.files;
    replies += advance.replies;
    const now = clock();
    if (now < next) return undefined;
    next = now + INTERVAL;
    ignoreInterrupts ??= world.onInterrupt?.(() => stderr.write(ERASED)) ?? (() => undefined);
    const seconds = Math.floor((now - start) / 1000);
    const line = `replylint: ${counted(files, 'file')}, ${counted(replies, 'reply', 'replies')}, ${seconds} s`;
    stderr.write(ERASED + line.slice(0, Math.max(0, (stderr.columns || 80) - 1)));
    // Waiting here lets the event loop handle Ctrl-C.
    return new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  };
  return { add, end };
}

function counted(count: number, word: string, many?: string): string {
  return plural(count, word, many).replace(/^\d+/, (digits) => Number(digits).toLocaleString('en-US'));
}
