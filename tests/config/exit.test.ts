import { describe, expect, test } from 'vitest';
import { folderWith, replylintProcess } from '../command-line.js';

const CLEAN =
  'Hi [Name],\n\nyour order is on its way, and I will write to you on Friday. Any questions? Just ask.\n\nBest,\n[Your Name]\n';
const rule = (check: string) => `export const rules = [{
  id: 'acme/quits', kind: 'check', segment: 'clarity', principle: 'Stay.', why: 'Because.', source: 'Acme', presets: {},
  options: {}, appliesTo: {}, phrases: { '*': {} }, ownPhrases: () => ({}), examples: { good: [], bad: [] },
  *check() { ${check} },
}];`;
const WITH_PLUGIN = JSON.stringify({ plugins: ['./acme.mjs'], rules: { 'acme/quits': 'error' } });

/** User code that ends the process, or never finishes. */
const QUITTERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a configuration, at once': { 'replylint.config.mjs': 'process.exit(0);' },
  'a configuration, with the code for findings': { 'replylint.config.cjs': 'process.exit(1);' },
  'a configuration that never settles': { 'replylint.config.mjs': 'await new Promise(() => {});' },
  'a plug-in, at once': { 'acme.mjs': 'process.exit();', '.replylintrc.json': WITH_PLUGIN },
  'a rule, when it checks': { 'acme.mjs': rule('process.exit(0);'), '.replylintrc.json': WITH_PLUGIN },
  'a rule that sets the code itself': {
    'acme.mjs': rule('process.exitCode = 0; process.exit();'),
    '.replylintrc.json': WITH_PLUGIN,
  },
};

describe('code that ends the process turns no run green', () => {
  test.each(Object.entries(QUITTERS))('%s', (_, files) => {
    const { code, out, err } = replylintProcess(['.'], { cwd: folderWith({ 'replies/a.md': CLEAN, ...files }) });
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'replylint: the run ended before it was done, in a configuration, plug-in or formatter\n',
    });
  });

  test('a formatter, once the replies are linted', () => {
    const cwd = folderWith({ 'replies/a.md': CLEAN, 'quits.mjs': 'export default () => process.exit(0);' });
    const { code, err } = replylintProcess(['-f', './quits.mjs', '.'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('the run ended before it was done');
  });
});
