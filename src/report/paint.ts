import { Chalk } from 'chalk';
import { fileUri } from './path.js';

export type Colors = InstanceType<typeof Chalk>;

/** Returns Chalk with or without colors. The caller decides, so the environment is not checked here. */
export function chalkOf(color: boolean): Colors {
  return color ? new Chalk({ level: 1 }) : PLAIN;
}

/**
 * A stand-in for Chalk without colors. Most reports go to a file or to another program, and loading Chalk takes a
 * while.
 */
const PLAIN: Colors = new Proxy(((text: string) => text) as Colors, { get: () => PLAIN });

/**
 * Returns a text that links to a file if the terminal supports hyperlinks (OSC 8), and the plain text otherwise.
 * @param path the absolute path of the file
 */
export function linked(text: string, path: string, hyperlinks: boolean): string {
  return hyperlinks ? `\u001b]8;;${fileUri(path)}\u001b\\${text}\u001b]8;;\u001b\\` : text;
}
