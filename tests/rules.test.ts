import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { pageFor } from '../src/cli/pages.js';
import { examplesOf, tryRule } from '../src/lint/index.js';

const HOSTILE = [
  '',
  '\n',
  '{% if a %}',
  '{% endif %}',
  '{{ x }}',
  '\uFEFF# ',
  'a\r\nb',
  '👩‍👩‍👧 🎉',
  '<p></p><br>',
  '{% if a %}{% elsif b %}{% endif %}',
  'word '.repeat(5000),
  '!'.repeat(2000),
];

const SEVERITIES = ['off', 'warn', 'error'];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { good, bad } = examplesOf(rule);

  test.each(good)('is silent on $text', async (example) =>
    expect((await tryRule(rule, example)).map(({ message }) => message)).toEqual([]),
  );

  test.each(bad)('marks $marks in $text', async (example) => {
    const marks = (await tryRule(rule, example)).map((found) => found.marks);
    if (example.marks) expect(marks).toEqual(example.marks);
    else expect(marks.length).toBeGreaterThan(0);
  });

  test.each(HOSTILE)('survives %j', async (text) => {
    for (const markup of ['markdown', 'html', 'text'] as const)
      await expect(tryRule(rule, { text, markup, form: 'full' })).resolves.toBeInstanceOf(Array);
  });

  test('has at least 6 near-misses and 4 violations', () => {
    expect(good.length).toBeGreaterThanOrEqual(6);
    expect(bad.length).toBeGreaterThanOrEqual(4);
  });

  test('says what it must of itself', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    for (const text of [rule.principle, rule.why]) expect(text).toMatch(/[.?]$/);
    for (const entry of Object.values(rule.presets)) expect(SEVERITIES).toContain([entry].flat()[0]);
  });

  test('gives messages in the house’s grammar', async () => {
    const findings = await Promise.all(bad.map((example) => tryRule(rule, example)));
    for (const { message } of findings.flat()) expect(message).not.toMatch(/\.$|^please|"/i);
  });

  test('has its page up to date', async () => {
    await expect(await pageFor(rule)).toMatchFileSnapshot(`../rules/${id}.md`);
  });
});

test('every rule file is in the list, under its own id, and every page is of a rule', () => {
  const names = readdirSync(new URL('../rules/', import.meta.url));
  const idsOf = (ending: string) =>
    names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
  const ids = rules.map(({ id }) => id).sort();
  expect(
    idsOf('.ts')
      .filter((name) => name !== 'index')
      .sort(),
  ).toEqual(ids);
  // A rule without a page has already failed in the test above.
  expect(['README', ...ids]).toEqual(expect.arrayContaining(idsOf('.md')));
  const listed = readFileSync(new URL('../rules/index.ts', import.meta.url), 'utf8');
  for (const id of ids) expect(listed).toContain(`'./${id}.js'`);
});
