import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { replylint } from './command-line.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Commands that a user types in the project's folder, and their expected output. */
const RUNS: readonly (readonly [string, string])[] = [
  ['shop', 'fixtures/shop'],
  ['zendesk', 'fixtures/zendesk'],
  ['list', 'list fixtures/shop fixtures/zendesk'],
];

describe('whole runs', () => {
  test.each(RUNS)('%s', async (name, command) => {
    const { out, err, code } = await replylint(command.split(' '), { cwd: root });
    const printed = `$ replylint ${command}\n${out}${err === '' ? '' : `--- standard error\n${err}`}--- exit ${code}\n`;
    await expect(printed).toMatchFileSnapshot(`expected/${name}.txt`);
  });
});
