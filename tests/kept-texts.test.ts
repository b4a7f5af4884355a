import { expect, test } from 'vitest';
import greeting from '../rules/greeting.js';
import noHollowApology from '../rules/no-hollow-apology.js';
import { tryRule } from '../src/index.js';

const seen = async (text: string) =>
  (await tryRule(noHollowApology, text)).map(({ marks, when }) => [marks, when] as const);

test('what a variable holds is reported once, where it was written', async () => {
  const text =
    '{% assign close = "Sorry for any inconvenience." %}Hi {{ name }},\n\nit ships today.\n\n{{ close }} {{ close }}';
  expect(await seen(text)).toEqual([['Sorry for any inconvenience', undefined]]);
  expect(await seen(text.replace(/\{\{ close \}\}/g, ''))).toEqual([]);
});

test('a finding says when the variable gets its text', async () => {
  const kept = '{% if late %}{% assign close = "Sorry for any inconvenience." %}{% endif %}{{ close }}';
  expect(await seen(kept)).toEqual([['Sorry for any inconvenience', 'late']]);
});

test('a text in a variable changes nothing about when the others are shown', async () => {
  const text =
    '{% assign eta = "on Monday" %}Sorry for any inconvenience. {% if vip %}By boat{% else %}By post{% endif %} {{ eta }}.';
  expect(await seen(text)).toEqual([['Sorry for any inconvenience', undefined]]);
});

test('a greeting in a variable is not missing', async () => {
  const body = 'it ships today.\n\nIs there anything else?\n\nBest regards,\nAna';
  const kept = (text: string) => `{% assign hello = "${text}" %}{{ hello }}\n\n${body}`;
  expect(await tryRule(greeting, { text: kept('Hi there,'), form: 'full' })).toEqual([]);
  expect(await tryRule(greeting, { text: body, form: 'full' })).toHaveLength(1);
});

test('a string in a formula is found in the branch that shows it', async () => {
  const text = "{!CASE(Case.Type, 'late', 'Sorry for any inconvenience.', 'lost', 'We look for it.', 'It ships.')}";
  expect(await seen(text)).toEqual([['Sorry for any inconvenience', 'Case.Type is "late"']]);
});
