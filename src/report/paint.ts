import { Chalk } from 'chalk';
import { fileUri } from './path.js';

export type Colors = InstanceType<typeof Chalk>;

/** Colors, or none: whether they are wanted was decided before, so the surroundings are not asked. */
export function chalkOf(color: boolean): Colors {
  return color ? new Chalk({ level: 1 }) : PLAIN;
}

/** No colors at all: most reports go to a file or to another program, and Chalk takes a while to load. */
const PLAIN: Colors = new Proxy(((text: string) => text) as Colors, { get: () => PLAIN });

/**
 * A text that leads to a file where the terminal can (OSC 8), and else the text alone.
 * @param path absolute
 */
export function linked(text: string, path: string, hyperlinks: boolean): string {
  return hyperlinks ? `\u001b]8;;${fileUri(path)}\u001b\\${text}\u001b]8;;\u001b\\` : text;
}
