import { Chalk } from 'chalk';
import { fileUri } from './path.js';

export type Colors = InstanceType<typeof Chalk>;

/** Colors, or none: the caller decides, so the environment is not checked. */
export function chalkOf(color: boolean): Colors {
  return color ? new Chalk({ level: 1 }) : PLAIN;
}

/** No colors at all: most reports go to a file or to another program, and Chalk takes a while to load. */
const PLAIN: Colors = new Proxy(((text: string) => text) as Colors, { get: () => PLAIN });

/**
 * Text that links to a file if the terminal supports it (OSC 8), or else the text alone.
 * @param path absolute
 */
export function linked(text: string, path: string, hyperlinks: boolean): string {
  return hyperlinks ? `\u001b]8;;${fileUri(path)}\u001b\\${text}\u001b]8;;\u001b\\` : text;
}
