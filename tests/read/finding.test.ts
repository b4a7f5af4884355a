import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../src/lint/index.js';
import { decode, read, Surroundings } from '../../src/read/index.js';

/**
 * The folder of texts as people write them. `expected.txt` lists the beginning, the end and the title of each reply.
 */
const ROOT = fileURLToPath(new URL('../../fixtures/finding', import.meta.url));

/** Returns one line per reply: `file:line:column-line:column title`, or `file: none` for a file without replies. */
async function repliesBelow(folder: string): Promise<string[]> {
  const surroundings = new Surroundings(nodeFileSystem, folder);
  const lines: string[] = [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.txt')
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  for (const path of files) {
    const absolute = join(folder, path);
    const file = decode(path, readFileSync(absolute));
    const { replies } = await read(file, path, { named: false, disk: { absolute, surroundings } });
    if (replies.length === 0) lines.push(`${path}: none`);
    for (const { body, map, title } of replies) {
      const from = body.search(/\S/);
      const { start } = map.spanOf({ start: from, end: from + 1 });
      const to = body.trimEnd().length;
      const { end } = map.spanOf({ start: to - 1, end: to });
      const [first, last] = [file.placeOf(start), file.placeOf(end)];
      const place = `${path}:${first.line}:${first.column}-${last.line}:${last.column}`;
      lines.push(title === undefined ? place : `${place} ${title}`);
    }
  }
  return lines;
}

describe('replies are found whole, and nothing else', () => {
  test.each(readdirSync(ROOT).sort())('%s', async (name) => {
    const folder = join(ROOT, name);
    const expected = readFileSync(join(folder, 'expected.txt'), 'utf8').trimEnd().split('\n');
    expect(await repliesBelow(folder)).toEqual(expected);
  });
});
