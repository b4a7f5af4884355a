import { ConfigError, inOneLine } from '../config/index.js';
import { safe, shownPath } from '../report/index.js';
import { notice } from './notice.js';
import { EXIT, UsageError } from './usage.js';
import type { World } from './world.js';

/** Prints why a command failed. Resolves to the exit code. */
export async function failed(error: unknown, world: Pick<World, 'cwd' | 'stderr'>, debug: boolean): Promise<number> {
  if (error instanceof ConfigError) notice(await inOneLine(error, (path) => shownPath(path, world.cwd)), world);
  else if (error instanceof UsageError) notice(error.message, world);
  else {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    notice(`internal error: ${message}`, world);
    world.stderr.write(
      debug
        ? `${(stack ?? '').split('\n').map(safe).join('\n')}\n`
        : 'Run replylint again with --debug to see the stack trace.\n',
    );
  }
  return EXIT.failed;
}
