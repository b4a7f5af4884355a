import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { schemaOf } from '../src/config/index.js';

const schema = schemaOf(rules);
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

describe('the schema of configurations', () => {
  test('the one that is shipped is up to date', () =>
    expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../schema.json'));

  test('every configuration in the README is one', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const blocks = [...readme.matchAll(/```jsonc?\n([\s\S]*?)```/g)].map(([, block = '']) => withoutComments(block));
    const configs = blocks.map((block) => JSON.parse(block)).filter((value) => 'rules' in value || 'extends' in value);
    expect(configs.length).toBeGreaterThan(0);
    for (const config of configs) expect(validate(config) ? [] : validate.errors).toEqual([]);
  });

  test.each([
    [{ rules: { greeting: 'error', 'no-shouting': 'off', 'acme/no-hype': ['error', { avoid: ['a'] }] } }, true],
    [{ extends: 'replylint:strict', overrides: [{ files: 'a/**', form: 'chat' }] }, true],
    [{ rules: { greting: 'error' } }, false],
    [{ rules: { greeting: 'fatal' } }, false],
    [{ rules: { personalization: ['warn', { anyPlaceholder: 'yes' }] } }, false],
    [{ overrides: [{ form: 'letter' }] }, false],
    [{ extend: [] }, false],
  ])('%j', (config, isValid) => expect(validate(config)).toBe(isValid));
});

function withoutComments(text: string): string {
  return text.replace(/(^|[\s,{[])\/\/.*$/gm, '$1').replace(/,(\s*[}\]])/g, '$1');
}
