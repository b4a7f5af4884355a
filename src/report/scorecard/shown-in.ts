import { pathFrom } from '../path.js';

/**
 * Returns a path as a scorecard shows it: relative to the current folder, as in the messages of findings, and with `..`
 * if it is outside of that folder. The path never begins like a log command.
 */
export function shownIn(cwd: string, absolute: string): string {
  const path = pathFrom(cwd, absolute);
  return /^(?:\s|::|##)/.test(path) ? `./${path}` : path;
}
