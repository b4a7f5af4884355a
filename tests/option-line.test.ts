import { expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { pageFor } from '../src/cli/pages.js';
import { tryRule } from '../src/lint/index.js';
import { folderWith, replylint } from './command-line.js';

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

test('the page of a custom rule says where it holds, in whole sentences', async () => {
  const config = {
    rules: {
      'acme/tone': ['error', { avoid: ['cheap', 'bargain'], message: 'is banned by Acme’s tone guide' }],
      'acme/offer': ['warn', { avoid: ['cheap'], message: 'Name the price.' }],
      'acme/legal': ['warn', { require: ['company number'] }],
    },
  };
  const cwd = folderWith({ '.replylintrc.json': JSON.stringify(config) });
  const page = async (id: string) => (await replylint(['explain', id], { cwd })).out.split('\n');
  const tone = await page('acme/tone');
  expect(tone[2]).toBe('Do not say “cheap” or something similar: it is banned by Acme’s tone guide.');
  expect(tone).toContain('In the configuration: `error`. Not part of a preset.');
  expect((await page('acme/offer'))[2]).toBe('Do not say “cheap”. Name the price.');
  expect((await page('acme/legal'))[2]).toBe('Say “company number” or something similar.');
});
