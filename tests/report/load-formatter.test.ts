import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FormatterError, loadFormatter } from '../../src/report/index.js';
import { newFolder } from '../command-line.js';
import { contextWith, finding, resultOf } from './hostile.js';

const folder = newFolder(afterAll);

const FILES = {
  'function.mjs': 'export default (results, { cwd }) => cwd + " " + results[0].messages[0].ruleId;',
  'async.mjs': 'export default async () => "later\\n";',
  'object.mjs': 'export default { format: () => "object" };',
  'named.mjs': 'export const format = () => "named";',
  'common.cjs': 'module.exports = (results) => String(results.length);',
  'empty.mjs': 'export default () => "";',
  'meta.mjs': 'export default (_, { rulesMeta }) => rulesMeta["no-blame"].docs.description;',
  'nothing.mjs': 'export const other = 1;',
  'broken.mjs': 'export default (',
  'throws.mjs': 'export default () => { throw new Error("no luck\\nat all"); };',
  'number.mjs': 'export default () => 7;',
  'node_modules/eslint-formatter-cjs/package.json': '{"main":"./a.js"}',
  'node_modules/eslint-formatter-cjs/a.js': 'module.exports = () => "cjs package";',
  'node_modules/eslint-formatter-esm/package.json': '{"type":"module","exports":{".":{"import":"./a.js"}}}',
  'node_modules/eslint-formatter-esm/a.js': 'export default () => "esm package";',
  'node_modules/@acme/eslint-formatter-x/package.json': '{"main":"a.js"}',
  'node_modules/@acme/eslint-formatter-x/a.js': 'module.exports = () => "scoped";',
  'node_modules/@acme/eslint-formatter/package.json': '{"main":"a.js"}',
  'node_modules/@acme/eslint-formatter/a.js': 'module.exports = () => "scope alone";',
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const RESULTS = [resultOf('/repo/a.md', undefined, [finding()])];

describe('loadFormatter', () => {
  test.each([
    ['./function.mjs', '/repo no-blame\n'],
    ['./async.mjs', 'later\n'],
    ['./object.mjs', 'object\n'],
    ['./named.mjs', 'named\n'],
    ['./common.cjs', '1\n'],
    ['./empty.mjs', ''],
    ['./meta.mjs', 'Own it.\n'],
    [join(folder, 'common.cjs'), '1\n'],
    ['cjs', 'cjs package\n'],
    ['eslint-formatter-cjs', 'cjs package\n'],
    ['esm', 'esm package\n'],
    ['@acme/x', 'scoped\n'],
    ['@acme/eslint-formatter-x', 'scoped\n'],
    ['@acme', 'scope alone\n'],
  ])('%s', async (name, text) => {
    const formatter = await loadFormatter(name, folder);
    expect(await formatter?.(RESULTS, contextWith())).toBe(text);
  });

  test.each(['unknown', 'eslint-formatter-unknown', '@acme/unknown', '', 'typescript', 'fs'])(
    '%j is not a formatter',
    async (name) => expect(await loadFormatter(name, folder)).toBeUndefined(),
  );

  test.each([
    ['./missing.mjs', 'cannot be loaded: no such file'],
    ['./nothing.mjs', 'is not a formatter: export a function, or an object with a `format` function, as the default'],
    ['./broken.mjs', /^cannot be loaded: .+$/],
  ])('%s: %s', async (name, message) => {
    const error = await loadFormatter(name, folder).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(FormatterError);
    expect((error as Error).message).toMatch(message);
  });

  test.each([
    ['./throws.mjs', 'failed: no luck'],
    ['./number.mjs', 'returned number instead of a string'],
  ])('%s: %s', async (name, message) => {
    const formatter = await loadFormatter(name, folder);
    await expect(formatter?.(RESULTS, contextWith())).rejects.toThrow(new FormatterError(message));
  });
});
