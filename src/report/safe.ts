import { isAbsolute, relative, sep } from 'node:path';

/**
 * Control characters, bidirectional controls, invisible characters, characters that XML forbids, and lone surrogates.
 * Joiners and variation selectors are allowed because emoji and some scripts need them.
 */
const UNSAFE =
  /(?!\p{Join_Control}|\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\ufffe\uffff]/gu;

/** Printable ASCII text that cannot contain a log command. */
const PLAIN = /^(?:[ !"$-~]|#(?!#))*$/;

/** `##[command]` in GitHub logs and `##vso[command]` in Azure logs take effect anywhere in a line. */
const LOG_COMMAND = /#(?=#[a-z]{0,20}\[)/gi;

/**
 * Makes text from a linted file safe for a terminal or a log: on one line, without control characters, bidirectional
 * controls, invisible characters or log commands. Unsafe characters are shown as `\u{…}`, and tabs and line breaks
 * become blanks.
 */
export function safe(text: string): string {
  // Most texts are plain, and V8 needs more time to compile the patterns below than most reports take to print.
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(UNSAFE, visible)
    .replace(LOG_COMMAND, '\\u{23}');
}

/** Makes a line safe that is printed on its own: like `safe`, and the line cannot be read as a log command. */
export function safeLine(line: string): string {
  return safe(line).replace(/^\s*:(?=:)/, (start) => `${start.slice(0, -1)}\\u{3a}`);
}

function visible(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/**
 * Writes everything that `safe` would replace with the escapes of an output format, so that the text can be read back.
 * @param escaped writes one character in the output format; lone surrogates are passed one at a time
 */
export function escapedWhereUnsafe(text: string, escaped: (character: string) => string): string {
  return text.replace(UNSAFE, escaped).replace(LOG_COMMAND, escaped);
}

/** Returns a relative path in a form that a log cannot read as a command. */
export function unlikeCommand(path: string): string {
  return /^(?:\s|::|##)/.test(path) ? `./${path}` : path;
}

/**
 * Returns a path as shown to users: relative to the current folder if it is inside that folder. The path never begins
 * like a log command.
 */
export function shownPath(absolute: string, cwd: string): string {
  if (last.absolute !== absolute || last.cwd !== cwd) last = { absolute, cwd, shown: pathAsShown(absolute, cwd) };
  return last.shown;
}

/** The last path that was shown, because reports show the same path for every message about a file. */
let last = { absolute: '', cwd: '', shown: '' };

function pathAsShown(absolute: string, cwd: string): string {
  if (!isAbsolute(absolute)) return absolute;
  const path = relative(cwd, absolute);
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return absolute;
  return unlikeCommand(path.split(sep).join('/'));
}
