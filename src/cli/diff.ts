import { createTwoFilesPatch } from 'diff';
import { safeLine } from '../report/index.js';

/** A text, or some of its lines, before and after fixing. */
export interface FixedLines {
  readonly before: string;
  readonly after: string;
  /** The 1-based number of its first line in the file. */
  readonly line: number;
}

/**
 * Formats the changes that fixes make to a file as a unified diff that is safe to print in a terminal.
 * @param fixed the text of the file, or its changed lines in order
 */
export function diffOf(path: string, fixed: readonly FixedLines[]): string {
  const lines = fixed.flatMap(({ before, after, line }, index) => {
    const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 2 }).split('\n');
    const first = patch.findIndex((text) => text.startsWith('@@ '));
    const hunks = patch
      .slice(first, index < fixed.length - 1 ? -1 : undefined)
      .map((text) => movedDown(text, line - 1));
    return index === 0 ? [...patch.slice(0, first).filter((text) => !/^=+$/.test(text)), ...hunks] : hunks;
  });
  return lines.map((line) => safeLine(line.replace(/\r$/, ''))).join('\n');
}

/** Adds a number of lines to the line numbers in the header of a hunk. Other lines are returned unchanged. */
function movedDown(line: string, by: number): string {
  if (!line.startsWith('@@ ')) return line;
  return line.replace(/(?<= [-+])\d+/g, (start) => String(Number(start) + by));
}
