import { isAbsolute, relative, sep } from 'node:path';

/**
 * Control characters, characters that turn the reading direction, that are not seen, that XML forbids, and halves of
 * surrogate pairs. Joiners and variation selectors are none of them: emoji and some scripts are written with them.
 */
const UNSAFE =
  /(?!\p{Join_Control}|\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\ufffe\uffff]/gu;

/** Printable ASCII without what begins a command. */
const PLAIN = /^(?:[ !"$-~]|#(?!#))*$/;

/** `##[command]` of GitHub and `##vso[command]` of Azure count wherever they stand in a line. */
const LOG_COMMAND = /#(?=#[a-z]{0,20}\[)/gi;

/**
 * Text from a linted file as it may reach a terminal or a log: on one line, without control characters, without
 * characters that turn the reading direction or are not seen, without log commands. What is taken out is shown as
 * `\u{…}`; tabs and line breaks become a blank.
 */
export function safe(text: string): string {
  // What is looked for below takes V8 longer to prepare than most reports take otherwise.
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(UNSAFE, visible)
    .replace(LOG_COMMAND, '\\u{23}');
}

/** A line of a text that is shown whole: as `safe`, and never the command to a log that such a line can be. */
export function safeLine(line: string): string {
  return safe(line).replace(/^\s*:(?=:)/, (start) => `${start.slice(0, -1)}\\u{3a}`);
}

function visible(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/**
 * The text with everything that `safe` would take out written in a format's own escapes, so that it can be read back.
 * @param escaped how the format writes a character; surrogates that stand alone come one at a time
 */
export function escapedWhereUnsafe(text: string, escaped: (character: string) => string): string {
  return text.replace(UNSAFE, escaped).replace(LOG_COMMAND, escaped);
}

/** A path as people know it: from where they are, if it is below. It never begins as a command to a log would. */
export function shownPath(absolute: string, cwd: string): string {
  if (!isAbsolute(absolute)) return absolute;
  const path = relative(cwd, absolute);
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return absolute;
  const shown = path.split(sep).join('/');
  return /^(?:\s|::|##)/.test(shown) ? `./${shown}` : shown;
}
