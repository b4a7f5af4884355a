import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from '../command-line.js';
import { HOSTILE } from '../report/hostile.js';

/** Configurations with hostile words in places that an error quotes. */
const CONFIGS: Readonly<Record<string, (words: string) => unknown>> = {
  'an unknown key': (words) => ({ [`x${words}`]: 1 }),
  'an unknown rule': (words) => ({ rules: { [`x${words}`]: 'warn' } }),
  'a severity': (words) => ({ rules: { greeting: `x${words}` } }),
  'a preset': (words) => ({ extends: `replylint:x${words}` }),
  'a package': (words) => ({ extends: `x${words}` }),
  'a plug-in': (words) => ({ plugins: [`x${words}`] }),
};

describe.each(Object.keys(CONFIGS))('%s with hostile words', (name) => {
  test('is an error on one line, without anything that a terminal or a log would follow', async () => {
    const lines: string[] = [];
    for (const { text } of HOSTILE) {
      const cwd = folderWith({ 'a.md': 'Hi.', 'c.json': JSON.stringify(CONFIGS[name]?.(text)) });
      const { code, err } = await replylint(['-c', 'c.json', 'a.md'], { cwd });
      expect(code).toBe(2);
      lines.push(err);
    }
    for (const err of lines) {
      expect(err).toMatch(/^replylint: [^\n]*\n$/);
      expect(err.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      expect(err).not.toMatch(/##(?:vso)?\[/);
    }
  });
});

test('what the command line repeats is as harmless', async () => {
  const { code, err } = await replylint(['--suppress-rule', 'x\u001b[31m\n::error::owned', 'a.md'], {
    cwd: folderWith({ 'a.md': 'Hi.' }),
  });
  expect({ code, err }).toEqual({
    code: 2,
    err: 'replylint: --suppress-rule: unknown rule "x\\u{1b}[31m ::error::owned"\n',
  });
});
