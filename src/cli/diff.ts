import { createTwoFilesPatch } from 'diff';
import { safe } from '../report/index.js';

/** What a fix would change, as a unified diff that can be read in a terminal. */
export function diffOf(path: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 2 });
  const lines = patch.split('\n').filter((line) => !/^=+$/.test(line));
  return lines.map((line) => safe(line.replace(/\r$/, ''))).join('\n');
}
