import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { built } from './built.js';
import { folderWith, type Ran, replylint, type WhenDone } from './command-line.js';

const BAD = 'Hi [Name],\n\nyou failed to send the form.\n\nBest,\n[Your Name]\n';

/** Creates more files than a thread receives at once, with every kind of result. */
function many(whenDone: WhenDone = onTestFinished): string {
  const texts = Array.from({ length: 150 }, (_, index) => [
    `replies/${index}.md`,
    index % 3 === 0 ? BAD : BAD.replace('Hi [Name],\n\n', '').replace('you failed', `in ${index} days you failed`),
  ]);
  const files = {
    ...Object.fromEntries(texts),
    'replies/german.md':
      'Guten Tag [Name],\n\nvielen Dank für Ihre Nachricht.\n\nMit freundlichen Grüßen\n[Ihr Name]\n',
    'broken.json': '{"macros": [{"comment_value": ',
    'latin1.md': Buffer.from('Hallo M\xfcller', 'latin1'),
    'left.md': BAD,
    '.gitignore': 'left.md\n',
  };
  return folderWith(files, whenDone);
}

describe('--concurrency', () => {
  describe('changes nothing', () => {
    const cwd = many(afterAll);
    const args = ['-f', 'json', 'replies', 'broken.json', 'left.md', 'latin1.md', 'nowhere.md'];
    let one: Ran;

    beforeAll(async () => {
      one = await replylint(args, { cwd });
      expect(one.code).toBe(2);
    });

    test.each(['2', 'auto', 'off'])('%s: the same, byte by byte', async (count) => {
      expect(await replylint(['--concurrency', count, ...args], { cwd })).toEqual(one);
    });
  });

  test('each thread has the configuration, its plug-ins and what the command line says', async () => {
    const cwd = many();
    writeFileSync(
      join(cwd, 'plugin.mjs'),
      `import { defineAvoidanceRule } from ${JSON.stringify(built('rule.js'))};
       export const rules = [defineAvoidanceRule({ id: 'acme/form', segment: 'clarity', principle: 'P.', why: 'W.', source: 'S',
         presets: {}, phrases: { '*': { words: ['form'] } }, message: '~ is here', examples: { good: [], bad: [] } })];\n`,
    );
    writeFileSync(
      join(cwd, '.replylintrc.json'),
      '{"plugins": ["./plugin.mjs"], "rules": {"acme/form": "warn", "acme/days": ["warn", {"avoid": ["days"]}]}}',
    );
    const args = ['-f', 'json', '--rule', 'acme/form: error', 'replies'];
    const one = await replylint(args, { cwd });
    expect(one.out).toContain('acme/days');
    expect(await replylint(['--concurrency', '2', ...args], { cwd })).toEqual(one);
  });

  test('what goes wrong in a thread is said as in one', async () => {
    const cwd = many();
    writeFileSync(
      join(cwd, 'plugin.mjs'),
      `import { defineRule } from ${JSON.stringify(built('rule.js'))};
       export const rules = [defineRule({ id: 'acme/throws', segment: 'clarity', principle: 'P.', why: 'W.', source: 'S',
         presets: {}, check() { throw new Error('oh no'); }, examples: { good: [], bad: [] } })];\n`,
    );
    writeFileSync(join(cwd, '.replylintrc.json'), '{"plugins": ["./plugin.mjs"], "rules": {"acme/throws": "warn"}}');
    const one = await replylint(['replies'], { cwd });
    expect(one.out).toContain('oh no');
    expect(await replylint(['--concurrency', '2', 'replies'], { cwd })).toEqual(one);
  });

  test.each(['0', '-1', 'many', '1.5'])('%s is no number of threads', async (count) => {
    const { err, code } = await replylint([`--concurrency=${count}`, 'replies'], { cwd: folderWith({}) });
    expect(err).toContain('Expected a number, `auto` or `off`');
    expect(code).toBe(2);
  });
});
