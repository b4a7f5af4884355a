import { Chalk } from 'chalk';
import { fileUri } from './path.js';

export type Colors = InstanceType<typeof Chalk>;

/** Colors, or none: whether they are wanted was decided before, so the surroundings are not asked. */
export function chalkOf(color: boolean): Colors {
  return new Chalk({ level: color ? 1 : 0 });
}

/**
 * A text that leads to a file where the terminal can (OSC 8), and else the text alone.
 * @param path absolute
 */
export function linked(text: string, path: string, hyperlinks: boolean): string {
  return hyperlinks ? `\u001b]8;;${fileUri(path)}\u001b\\${text}\u001b]8;;\u001b\\` : text;
}
