import { expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { pageFor } from '../src/cli/pages.js';
import { tryRule } from '../src/lint/index.js';

async function lineOf(id: string, option: string): Promise<string | undefined> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return (await pageFor(rule)).split('\n').find((line) => line.startsWith(`- \`${option}\`: `));
}

test.each([
  ['sign-off', 'requireName', 'Default: `false`. The presets `strict` and `all` set `true`.'],
  ['no-condescension', 'level', 'Default: `"strong"`. The presets `strict` and `all` set `"all"`.'],
  ['no-dismissive', 'strict', 'Default: `false`. The presets `strict` and `all` set `true`.'],
  ['no-dismissive', 'allow', 'Default: `[]`.'],
  ['appreciation', 'inBareTexts', 'Default: `true`.'],
])('the page of %s says what presets set for %s', async (id, option, end) => {
  expect((await lineOf(id, option))?.slice(-end.length)).toBe(end);
});

test('a team is not called no signature', async () => {
  const rule = rules.find(({ id }) => id === 'sign-off');
  if (!rule) throw new Error('no rule sign-off');
  const messages = async (end: string) =>
    (
      await tryRule(rule, {
        text: `Hi Ann,\n\nyour lamp left today.${end}`,
        form: 'full',
        options: { requireName: true },
      })
    ).map(({ message }) => message);
  expect(await messages('\n\nRegards,\nThe Acme Team')).toEqual(['The reply is signed by a team, not by a person']);
  expect(await messages('')).toEqual(['The reply is not signed']);
  expect(await messages('\n\nRegards,\nMia')).toEqual([]);
});
