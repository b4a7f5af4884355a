import { pathFrom } from '../path.js';
import { unlikeCommand } from '../safe.js';

/**
 * Returns a path as a scorecard shows it: relative to the current folder, as in the messages of findings, and with `..`
 * if it is outside of that folder. The path never begins like a log command.
 */
export function shownIn(cwd: string, absolute: string): string {
  return unlikeCommand(pathFrom(cwd, absolute));
}
