import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from '../command-line.js';

const BAD = 'Hi there,\n\nYou failed to send the form.\n';
/** A plug-in in plain JavaScript, without types. */
const plugin = (check: string) => `
const rule = {
  id: 'acme/fragile', segment: 'respect', kind: 'check', principle: 'P.', why: 'W.', source: 'S', presets: {},
  appliesTo: {}, options: {}, phrases: { '*': {} }, ownPhrases: () => ({}), examples: { good: ['A.'], bad: [{ text: 'B.', marks: ['B'] }] },
  *check(reading) { ${check} },
};
export const rules = [rule];
`;
const withPlugin = (check: string) =>
  folderWith({
    'acme.mjs': plugin(check),
    '.replylintrc.json': '{"plugins": ["./acme.mjs"], "rules": {"acme/fragile": "error"}}',
    'macros/a.md': BAD,
    'macros/b.md': BAD,
  });

describe('a rule of a plug-in that fails', () => {
  test.each([
    ["throw new Error('no such table')", 'acme/fragile failed: no such table'],
    ["throw 'a text'", 'acme/fragile failed: a text'],
    ['throw null', 'acme/fragile failed: null'],
    ['null.length', "acme/fragile failed: Cannot read properties of null (reading 'length')"],
    ["yield { message: 'm', span: { start: 0, end: 1e6 } }", 'the rule returned a finding at 0–1000000 in a text of'],
    ["yield { message: 'm', span: { start: NaN, end: NaN } }", 'the rule returned a finding at NaN–NaN'],
    ["yield { message: 'm', span: { start: 3, end: 2 } }", 'the rule returned a finding at 3–2'],
    ["yield { message: 'm' }", 'the rule returned a finding at undefined–undefined'],
    ['yield { span: { start: 0, end: 1 } }', 'the rule returned a finding without a message'],
    ['yield null', 'acme/fragile failed: '],
  ])('%s: each reply says so, and everything else is found', async (check, says) => {
    const { out, err, code } = await replylint(['-f', 'compact', 'macros'], { cwd: withPlugin(check) });
    expect(out.match(/Not checked: acme\/fragile failed/g)).toHaveLength(2);
    expect(out).toContain(says);
    expect(out.match(/blames the customer/g)).toHaveLength(2);
    expect(out + err).not.toContain('fault in replylint');
    expect(code).toBe(2);
  });

  test('what it found before is reported', async () => {
    const cwd = withPlugin("yield { message: 'found', span: { start: 0, end: 2 } }; throw new Error('late')");
    const { out } = await replylint(['-f', 'compact', 'macros/a.md'], { cwd });
    expect(out).toContain('found (acme/fragile)');
    expect(out).toContain('acme/fragile failed: late');
  });

  test('it is named once a reply, however many texts the reply has', async () => {
    const cwd = folderWith({
      'acme.mjs': plugin("throw new Error('x')"),
      '.replylintrc.json': '{"extends": [], "plugins": ["./acme.mjs"], "rules": {"acme/fragile": "warn"}}',
      'a.md': 'Hi {% if a %}there{% else %}you{% endif %},\n\nThank you.\n',
    });
    expect((await replylint(['-f', 'compact', 'a.md'], { cwd })).out.match(/failed: x/g)).toHaveLength(1);
  });

  test('hostile words of it are made safe', async () => {
    const cwd = withPlugin("throw new Error('\\u001b[2J\\n::error::owned')");
    const { out, err } = await replylint(['macros'], { cwd });
    expect(out + err).not.toMatch(/\u001b|^::error/m);
  });
});

describe('a configuration that cannot be used', () => {
  const FILES = {
    'a/x.md': BAD,
    'a/deep/y.md': BAD,
    'b/z.md': BAD,
  };

  test.each([
    ['.replylintrc.json', '{bad', 'a/.replylintrc.json:1:2: invalid symbol'],
    ['.replylintrc.json', '{"rules": {"greting": "off"}}', 'a/.replylintrc.json:1:12: rules › greting: unknown rule'],
    ['replylint.config.mjs', 'throw new Error("oh")', 'a/replylint.config.mjs:1:7: oh'],
  ])('%s: %s is said once, and the other files are linted', async (name, text, says) => {
    const cwd = folderWith({ ...FILES, [`a/${name}`]: text });
    const { out, err, code } = await replylint(['-f', 'compact', 'a', 'b'], { cwd });
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(says);
    expect(err).toContain('; its files were not checked\n');
    expect(out).toContain('b/z.md: line 3');
    expect(out).not.toContain('a/');
    expect(code).toBe(2);
    const listed = await replylint(['list', 'a', 'b'], { cwd });
    expect(listed.out).toContain('b/z.md');
    expect([listed.err, listed.code]).toEqual([err, 2]);
  });

  test('is in the reports of machines', async () => {
    const cwd = folderWith({ ...FILES, 'a/.replylintrc.json': '{bad' });
    const { out } = await replylint(['-f', 'github', 'a', 'b'], { cwd });
    expect(out).toContain('::error title=replylint::a/.replylintrc.json:1:2: invalid symbol');
  });

  test('that is named ends the run', async () => {
    const cwd = folderWith({ ...FILES, 'c.json': '{bad' });
    expect(await replylint(['-c', 'c.json', 'b'], { cwd })).toMatchObject({ out: '', code: 2 });
  });
});
