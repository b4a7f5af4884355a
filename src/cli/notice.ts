import { safe } from '../report/index.js';
import type { World } from './world.js';

/**
 * Prints a line about the run to standard error.
 * @param line the text, which is escaped here
 */
export function notice(line: string, { stderr }: Pick<World, 'stderr'>): void {
  stderr.write(`replylint: ${safe(line)}\n`);
}
