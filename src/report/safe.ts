import { isAbsolute, relative, sep } from 'node:path';

const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/**
 * Text from a linted file as it may reach a terminal or a log: on one line, without control characters, without
 * characters that turn the reading direction or are not seen.
 */
export function safe(text: string): string {
  return text.replace(/[\t\n]+/g, ' ').replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** A path as people know it: from where they are, if it is below. */
export function shownPath(absolute: string, cwd: string): string {
  if (!isAbsolute(absolute)) return absolute;
  const path = relative(cwd, absolute);
  return path === '' || path.startsWith('..') ? absolute : path.split(sep).join('/');
}
